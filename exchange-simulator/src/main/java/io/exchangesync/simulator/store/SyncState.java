package io.exchangesync.simulator.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * How far a client has read a folder. A round lists what changed after {@code base} and up to
 * {@code top}, in the order of creation; {@code cursor} is the last one listed. So each item stands
 * in one page of a round exactly once, whatever happens to it between the pages.
 *
 * @param folder number of the folder; 0 for the folder hierarchy
 */
public record SyncState(UUID mailbox, long folder, long base, long top, long cursor) {
  private static final int MAGIC = 0x45585331;
  private static final int LENGTH = 4 + 16 + 4 * 8 + 4;

  /** The state before the first call. */
  static SyncState initial(UUID mailbox, long folder) {
    return new SyncState(mailbox, folder, 0, 0, 0);
  }

  boolean betweenRounds() {
    return cursor == 0;
  }

  /** The text a client keeps and never looks into. */
  public String encode() {
    ByteBuffer bytes = ByteBuffer.allocate(LENGTH);
    bytes.putInt(MAGIC);
    bytes.putLong(mailbox.getMostSignificantBits()).putLong(mailbox.getLeastSignificantBits());
    bytes.putLong(folder).putLong(base).putLong(top).putLong(cursor);
    bytes.putInt(crc(bytes));
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /** The state in the text, or nothing when this server never wrote it. */
  public static Optional<SyncState> decode(String text) {
    byte[] raw;
    try {
      raw = Base64.getDecoder().decode(text.strip().getBytes(StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (raw.length != LENGTH) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(raw);
    if (bytes.getInt() != MAGIC) {
      return Optional.empty();
    }
    UUID mailbox = new UUID(bytes.getLong(), bytes.getLong());
    SyncState state =
        new SyncState(mailbox, bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    return crc(bytes) == bytes.getInt() ? Optional.of(state) : Optional.empty();
  }

  private static int crc(ByteBuffer bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes.array(), 0, LENGTH - 4);
    return (int) crc.getValue();
  }
}
