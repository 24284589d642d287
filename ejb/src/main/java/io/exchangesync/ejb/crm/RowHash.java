package io.exchangesync.ejb.crm;

import io.exchangesync.ejb.crm.sql.CrmRow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** A hash over every value of some rows, so that a write that left the stamps alone is noticed. */
final class RowHash {
  private static final int BYTES = 16;
  private static final char END_OF_VALUE = '\u0001';
  private static final char END_OF_ROW = '\u0002';

  private RowHash() {}

  static String of(Stream<CrmRow> rows) {
    StringBuilder text = new StringBuilder(2048);
    rows.forEach(
        row -> {
          row.asMap()
              .forEach(
                  (column, value) ->
                      text.append(column).append('=').append(value).append(END_OF_VALUE));
          text.append(END_OF_ROW);
        });
    byte[] digest = sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
