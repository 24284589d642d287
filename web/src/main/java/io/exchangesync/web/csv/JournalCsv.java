package io.exchangesync.web.csv;

import io.exchangesync.ejb.store.JournalQueries;
import io.exchangesync.web.dto.JournalDto;
import io.exchangesync.web.json.Confidential;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The journal as CSV (RFC 4180, UTF-8), read page by page.
 *
 * <p>No cell begins a formula: what a spreadsheet would calculate gets an apostrophe before it.
 */
public final class JournalCsv {
  private static final int PAGE = 500;
  private static final String HEADER =
      "id,at,run,mailbox,kind,link,record,item,decision,reason,before,after,error";

  private final BiFunction<Integer, Integer, List<JournalQueries.Line>> source;
  private final Confidential reader;

  /**
   * @param source gives the entries behind a key (0 = the first ones), at most as many as asked for
   */
  public JournalCsv(
      BiFunction<Integer, Integer, List<JournalQueries.Line>> source, Confidential reader) {
    this.source = source;
    this.reader = reader;
  }

  /**
   * Writes everything.
   *
   * @return how many entries were written
   */
  public int write(OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.write(HEADER + "\r\n");
    int written = 0;
    int after = 0;
    List<JournalQueries.Line> page;
    do {
      page = source.apply(after, PAGE);
      for (JournalQueries.Line line : page) {
        text.write(line(JournalDto.of(line.id(), line.entry(), reader)) + "\r\n");
        after = line.id();
        written++;
      }
    } while (page.size() == PAGE);
    text.flush();
    return written;
  }

  private static String line(JournalDto entry) {
    return Stream.of(
            entry.id(),
            entry.at(),
            optional(entry.run()),
            entry.mailboxId(),
            entry.kind(),
            optional(entry.link()),
            optional(entry.recordId()),
            optional(entry.itemId()),
            entry.decision(),
            entry.reason(),
            entry.before(),
            entry.after(),
            optional(entry.error()))
        .map(value -> cell(value.toString()))
        .collect(Collectors.joining(","));
  }

  private static String optional(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }

  /** One cell, quoted where needed. */
  static String cell(String value) {
    String safe =
        !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? "\"" + safe.replace("\"", "\"\"") + "\""
        : safe;
  }
}
