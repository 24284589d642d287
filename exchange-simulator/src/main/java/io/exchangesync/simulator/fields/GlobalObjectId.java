package io.exchangesync.simulator.fields;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The binary identity of a calendar item and its UID ([MS-OXOCAL] 2.2.1.27): the UID of an Exchange
 * item is the hex form of the binary, the UID of others is wrapped in it.
 */
public final class GlobalObjectId {
  private static final byte[] PREFIX = HexFormat.of().parseHex("040000008200e00074c5b7101a82e008");
  private static final byte[] FOREIGN = "vCal-Uid\1\0\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final long FILETIME_OF_1970 = 116_444_736_000_000_000L;

  /** Prefix, the four bytes of an exception's date, creation time, eight reserved bytes. */
  private static final int HEAD = 16 + 4 + 8 + 8;

  private GlobalObjectId() {}

  /** A new UID as Exchange makes it. */
  public static String newUid(Instant now) {
    UUID unique = UUID.randomUUID();
    ByteBuffer bytes = ByteBuffer.allocate(HEAD + 4 + 16).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(PREFIX).putInt(0);
    bytes.putLong(FILETIME_OF_1970 + now.toEpochMilli() * 10_000);
    bytes.putLong(0).putInt(16);
    bytes.putLong(unique.getMostSignificantBits()).putLong(unique.getLeastSignificantBits());
    return HexFormat.of().withUpperCase().formatHex(bytes.array());
  }

  /** Base64 of the binary that belongs to the UID. */
  public static String toBase64(String uid) {
    return Base64.getEncoder().encodeToString(binary(uid));
  }

  /** Base64 of the binary of one occurrence: its date stands in bytes 16 to 19. */
  public static String toBase64(String uid, LocalDate date) {
    byte[] bytes = binary(uid);
    ByteBuffer.wrap(bytes)
        .putShort(16, (short) date.getYear())
        .put(18, (byte) date.getMonthValue())
        .put(19, (byte) date.getDayOfMonth());
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * The UID of a binary; an exception's date in it is cleared, as in the clean form.
   *
   * @throws IllegalArgumentException when the text is no Base64
   */
  public static String toUid(String base64) {
    byte[] bytes = Base64.getDecoder().decode(base64);
    int foreign = HEAD + 4 + FOREIGN.length;
    boolean wrapped =
        bytes.length > foreign
            && Arrays.equals(Arrays.copyOfRange(bytes, HEAD + 4, foreign), FOREIGN);
    if (wrapped) {
      int end = bytes[bytes.length - 1] == 0 ? bytes.length - 1 : bytes.length;
      return new String(bytes, foreign, end - foreign, StandardCharsets.UTF_8);
    }
    if (bytes.length >= 20) {
      Arrays.fill(bytes, 16, 20, (byte) 0);
    }
    return HexFormat.of().withUpperCase().formatHex(bytes);
  }

  private static byte[] binary(String uid) {
    String prefix = HexFormat.of().formatHex(PREFIX);
    if (uid.length() % 2 == 0 && uid.regionMatches(true, 0, prefix, 0, prefix.length())) {
      try {
        return HexFormat.of().parseHex(uid);
      } catch (IllegalArgumentException e) {
        // It only begins like one of Exchange's: wrapped below like any foreign UID.
      }
    }
    byte[] text = uid.getBytes(StandardCharsets.UTF_8);
    int size = FOREIGN.length + text.length + 1;
    ByteBuffer bytes = ByteBuffer.allocate(HEAD + 4 + size).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(PREFIX).position(HEAD);
    return bytes.putInt(size).put(FOREIGN).put(text).array();
  }
}
