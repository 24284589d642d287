package io.exchangesync.exchange.oab.lzx;

import io.exchangesync.exchange.oab.lzx.LzxException.Problem;

/**
 * The bits of a stream: 16-bit little-endian words, each taken from its most significant bit.
 *
 * <p>Behind the end there are zeros to look at, but taking one of them is an error.
 */
final class LzxBits {
  private static final int WORD = 16;

  private final byte[] data;
  private final int end;
  private int next;
  private long buffer;
  private int available;
  private int padding;

  LzxBits(byte[] data, int length) {
    this.data = data;
    this.end = length;
  }

  /**
   * Looks at the next bits without taking them.
   *
   * @param count 1 to 17
   */
  int peek(int count) {
    if (available < count) {
      fill();
    }
    return (int) (buffer >>> (Long.SIZE - count));
  }

  /** Takes bits that were looked at. */
  void skip(int count) throws LzxException {
    buffer <<= count;
    available -= count;
    if (available < padding) {
      throw truncated();
    }
  }

  /**
   * Takes bits.
   *
   * @param count 1 to 17
   */
  int read(int count) throws LzxException {
    int value = peek(count);
    skip(count);
    return value;
  }

  /** Goes to the next word, unless a word begins here. */
  void align() throws LzxException {
    skip(available % WORD);
  }

  /** Goes to the byte where raw bytes begin: behind 1 to 16 bits. */
  void beginRaw() throws LzxException {
    peek(1);
    int rest = available % WORD;
    skip(rest == 0 ? WORD : rest);
    next -= (available - padding) / Byte.SIZE;
    buffer = 0;
    available = 0;
    padding = 0;
  }

  /** A raw little-endian number; only after {@link #beginRaw}. */
  int rawInt() throws LzxException {
    need(Integer.BYTES);
    int value =
        (data[next] & 0xFF)
            | (data[next + 1] & 0xFF) << 8
            | (data[next + 2] & 0xFF) << 16
            | (data[next + 3] & 0xFF) << 24;
    next += Integer.BYTES;
    return value;
  }

  /** Raw bytes; only where a word begins and no bit was looked at since. */
  void raw(byte[] target, int offset, int length) throws LzxException {
    next -= (available - padding) / Byte.SIZE;
    buffer = 0;
    available = 0;
    padding = 0;
    need(length);
    System.arraycopy(data, next, target, offset, length);
    next += length;
  }

  /** Leaves out the byte behind an odd number of raw ones; the last of a stream may lack it. */
  void rawPadding() {
    next = Math.min(next + 1, end);
  }

  /** Bytes used up so far. */
  int position() {
    return Math.min(end, next - (available - padding) / Byte.SIZE);
  }

  private void need(int bytes) throws LzxException {
    if (end - next < bytes) {
      throw truncated();
    }
  }

  private void fill() {
    while (available <= Long.SIZE - WORD) {
      if (end - next >= 2) {
        long word = (data[next] & 0xFF) | (data[next + 1] & 0xFF) << 8;
        buffer |= word << (Long.SIZE - WORD - available);
        next += 2;
      } else {
        padding += WORD;
      }
      available += WORD;
    }
  }

  private LzxException truncated() {
    return new LzxException(Problem.TRUNCATED, "the compressed data ends too early", end);
  }
}
