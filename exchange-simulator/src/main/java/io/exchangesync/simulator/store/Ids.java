package io.exchangesync.simulator.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Item ids, folder ids and change keys as Exchange shapes them: opaque, case-sensitive Base64 with
 * the mailbox inside, so that any id leads back to its mailbox and number.
 */
public final class Ids {
  private static final int ITEM_ENTRY = 70;
  private static final int OCCURRENCE_ENTRY = 86;
  private static final int FOLDER_ENTRY = 46;
  private static final int KEY_LENGTH = 30;
  private static final int ATTACHMENT_TAIL = 11;

  private Ids() {}

  /**
   * What an id says.
   *
   * @param number of an occurrence: its master's
   * @param date of an occurrence in its series
   */
  public record Id(String mailbox, long number, Kind kind, Optional<LocalDate> date) {}

  /** What the id of an attachment says. */
  public record AttachmentId(Id item, long number) {}

  /** What an id stands for. */
  public enum Kind {
    ITEM,
    OCCURRENCE,
    FOLDER
  }

  public static String item(String mailbox, long number) {
    return encode(mailbox, number, 0, ITEM_ENTRY);
  }

  /**
   * @param master the number of the series' master
   * @param date the occurrence's date in the series, whatever became of its times
   */
  public static String occurrence(String mailbox, long master, LocalDate date) {
    return encode(mailbox, master, date.toEpochDay(), OCCURRENCE_ENTRY);
  }

  public static String folder(String mailbox, long number) {
    return encode(mailbox, number, 0, FOLDER_ENTRY);
  }

  public static String attachment(String mailbox, long item, long number) {
    byte[] root = Base64.getDecoder().decode(item(mailbox, item));
    ByteBuffer bytes = ByteBuffer.allocate(root.length + ATTACHMENT_TAIL);
    bytes.put(root).put((byte) 1).putShort((short) 18).putLong(number);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /** What is in an attachment's id, or nothing when it is malformed. */
  public static Optional<AttachmentId> decodeAttachment(String id) {
    Optional<byte[]> raw = base64(id).filter(bytes -> bytes.length > ATTACHMENT_TAIL);
    if (raw.isEmpty()) {
      return Optional.empty();
    }
    byte[] root = Arrays.copyOf(raw.get(), raw.get().length - ATTACHMENT_TAIL);
    long number = ByteBuffer.wrap(raw.get()).getLong(raw.get().length - 8);
    return decode(Base64.getEncoder().encodeToString(root))
        .filter(item -> item.kind() == Kind.ITEM)
        .map(item -> new AttachmentId(item, number));
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
    Optional<Kind> kind = kind(entry);
    if (kind.isEmpty() || bytes.remaining() != entry + 5) {
      return Optional.empty();
    }
    long number = bytes.getLong(bytes.limit() - 12);
    long day = bytes.getLong(bytes.limit() - 20);
    boolean dated = kind.get() == Kind.OCCURRENCE;
    return Optional.of(
        new Id(
            new String(guid, StandardCharsets.US_ASCII),
            number,
            kind.get(),
            dated ? Optional.of(LocalDate.ofEpochDay(day)) : Optional.empty()));
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

  private static Optional<Kind> kind(int entry) {
    return switch (entry) {
      case ITEM_ENTRY -> Optional.of(Kind.ITEM);
      case OCCURRENCE_ENTRY -> Optional.of(Kind.OCCURRENCE);
      case FOLDER_ENTRY -> Optional.of(Kind.FOLDER);
      default -> Optional.empty();
    };
  }

  private static String encode(String mailbox, long number, long day, int entryLength) {
    ByteBuffer bytes = ByteBuffer.allocate(4 + 36 + 2 + 5 + entryLength);
    bytes.putInt(0x00032400).put(mailbox.getBytes(StandardCharsets.US_ASCII));
    bytes.put((byte) 0).put((byte) entryLength).put((byte) 0);
    bytes.put((byte) 0).put((byte) 0).put((byte) 0).put((byte) 0);
    byte[] store = mailbox.replace("-", "").substring(0, 16).getBytes(StandardCharsets.US_ASCII);
    bytes.put(store);
    bytes.putLong(bytes.limit() - 12, number);
    if (entryLength == OCCURRENCE_ENTRY) {
      bytes.putLong(bytes.limit() - 20, day);
    }
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
