package io.exchangesync.simulator.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Item ids, folder ids and change keys as Exchange shapes them: opaque, case-sensitive Base64 with
 * the mailbox inside, so that any id leads back to its mailbox and number.
 */
public final class Ids {
  private static final int ITEM_ENTRY = 70;
  private static final int FOLDER_ENTRY = 46;
  private static final int KEY_LENGTH = 30;

  private Ids() {}

  /** What an id or a change key says. */
  public record Id(String mailbox, long number, Kind kind) {}

  /** What an id stands for. */
  public enum Kind {
    ITEM,
    FOLDER
  }

  public static String item(String mailbox, long number) {
    return encode(mailbox, number, ITEM_ENTRY);
  }

  public static String folder(String mailbox, long number) {
    return encode(mailbox, number, FOLDER_ENTRY);
  }

  /** What is in the id, or nothing when it is malformed. */
  public static Optional<Id> decode(String id) {
    Optional<byte[]> decoded = base64(id);
    if (decoded.isEmpty() || decoded.get().length < 46) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(decoded.get());
    if (bytes.getInt() != 0x00032400) {
      return Optional.empty();
    }
    byte[] guid = new byte[36];
    bytes.get(guid);
    bytes.get();
    int entry = bytes.get();
    if (entry != ITEM_ENTRY && entry != FOLDER_ENTRY || bytes.remaining() != entry + 5) {
      return Optional.empty();
    }
    long number = bytes.getLong(bytes.limit() - 12);
    return Optional.of(
        new Id(
            new String(guid, StandardCharsets.US_ASCII),
            number,
            entry == ITEM_ENTRY ? Kind.ITEM : Kind.FOLDER));
  }

  public static String changeKey(long version) {
    ByteBuffer bytes = ByteBuffer.allocate(KEY_LENGTH);
    bytes.putInt(0x0F000000).putInt(0x16000000).position(KEY_LENGTH - 8);
    bytes.putLong(version);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /** The version in a change key, or nothing when it is malformed. */
  public static Optional<Long> version(String changeKey) {
    return base64(changeKey)
        .filter(raw -> raw.length == KEY_LENGTH && raw[0] == 0x0F)
        .map(raw -> ByteBuffer.wrap(raw).getLong(KEY_LENGTH - 8));
  }

  private static String encode(String mailbox, long number, int entryLength) {
    ByteBuffer bytes = ByteBuffer.allocate(4 + 36 + 2 + 5 + entryLength);
    bytes.putInt(0x00032400).put(mailbox.getBytes(StandardCharsets.US_ASCII));
    bytes.put((byte) 0).put((byte) entryLength).put((byte) 0);
    bytes.put((byte) 0).put((byte) 0).put((byte) 0).put((byte) 0);
    byte[] store = mailbox.replace("-", "").substring(0, 16).getBytes(StandardCharsets.US_ASCII);
    bytes.put(store);
    bytes.putLong(bytes.limit() - 12, number);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  private static Optional<byte[]> base64(String text) {
    try {
      return Optional.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
