package io.exchangesync.core.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** Identity of a mailbox item as the mailbox side names it; opaque and case-sensitive. */
public record ItemId(String value) {
  public ItemId {
    Objects.requireNonNull(value);
    if (value.isEmpty()) {
      throw new IllegalArgumentException("an item id is never empty");
    }
  }

  /**
   * SHA-256 of the id as 64 lower-case hex digits: the look-up key in case-insensitive databases.
   */
  public String hash() {
    return sha256(value);
  }

  /** SHA-256 of any case-sensitive text as 64 lower-case hex digits. */
  public static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
