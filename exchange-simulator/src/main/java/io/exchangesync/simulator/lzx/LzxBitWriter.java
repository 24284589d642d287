package io.exchangesync.simulator.lzx;

import java.io.ByteArrayOutputStream;

/** Bits of one chunk: 16-bit little-endian words, filled from their most significant bit. */
final class LzxBitWriter {
  private static final int WORD = 16;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private long buffer;
  private int pending;

  /**
   * @param count 0 to 32
   */
  void write(long value, int count) {
    buffer = buffer << count | value & (1L << count) - 1;
    pending += count;
    while (pending >= WORD) {
      pending -= WORD;
      word((int) (buffer >>> pending));
    }
  }

  /** Fills the word up with zeros. */
  void align() {
    if (pending > 0) {
      write(0, WORD - pending);
    }
  }

  /** Goes to where raw bytes begin: behind 1 to 16 zeros. */
  void beginRaw() {
    write(0, WORD - pending);
  }

  /** Writes raw bytes; only where a word begins. */
  void raw(byte[] bytes, int offset, int length) {
    out.write(bytes, offset, length);
  }

  /** A raw little-endian number; only where a word begins. */
  void rawInt(int value) {
    word(value & 0xFFFF);
    word(value >>> WORD);
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  private void word(int word) {
    out.write(word & 0xFF);
    out.write(word >>> 8 & 0xFF);
  }
}
