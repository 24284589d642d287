package io.exchangesync.benchmarks;

import java.io.IOException;

/** Something that synchronizes the mailboxes of a stage for the first time. */
interface Contender extends AutoCloseable {
  /** Name in the report. */
  String name();

  /**
   * Starts everything that does not count, up to the first thing that does; synchronizes the
   * mailboxes that are there to warm up.
   */
  void prepare(Stage stage) throws IOException;

  /** The process whose heap and processor time count. */
  long pid();

  /** Synchronizes everything; this is what is timed. */
  void run() throws IOException;

  @Override
  void close();
}
