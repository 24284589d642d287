package io.exchangesync.simulator.faults;

import java.util.OptionalInt;

/** What goes wrong with a request or with one item of it. */
public sealed interface Effect {
  /** A SOAP fault ErrorServerBusy for the whole request. */
  record ServerBusy(int backOffMilliseconds) implements Effect {}

  /**
   * An error of single items in a batch.
   *
   * @param backOffMilliseconds told with ErrorServerBusy
   */
  record ItemError(String code, OptionalInt backOffMilliseconds) implements Effect {}

  /** An HTTP answer without SOAP, such as 401, 429, 500 or 503. */
  record HttpStatus(int status, OptionalInt retryAfterSeconds) implements Effect {}

  /** The answer comes later. */
  record Delay(int milliseconds) implements Effect {}

  /** The connection ends before anything is done. */
  record CutBefore() implements Effect {}

  /** Everything is done; the connection ends in the middle of the answer. */
  record CutMidway() implements Effect {}

  /** Everything is done; the connection ends before the answer. */
  record LostReply() implements Effect {}
}
