package io.exchangesync.ejb.crm;

import io.exchangesync.ejb.crm.sql.CrmRow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;

/** A hash over every value of some rows, so that a write that left the stamps alone is noticed. */
final class RowHash {
  private static final int BYTES = 16;

  private RowHash() {}

  static String of(Stream<CrmRow> rows) {
    MessageDigest digest = sha256();
    rows.forEach(
        row -> {
          for (Map.Entry<String, Object> each : row.asMap().entrySet()) {
            String text = each.getKey() + '=' + each.getValue() + '\u0001';
            digest.update(text.getBytes(StandardCharsets.UTF_8));
          }
          digest.update((byte) 2);
        });
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
