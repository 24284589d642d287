package io.exchangesync.exchange.oab.lzx;

/** Turns the absolute targets of x86 calls back into relative ones, in chunks of 32 KiB. */
final class E8Translation {
  private static final int CHUNK = 32768;
  private static final int CHUNKS = 32768;
  private static final int LEFT_ALONE = 10;
  private static final byte CALL = (byte) 0xE8;

  private E8Translation() {}

  /**
   * @param from where the stream begins in the data
   * @param to where it ends
   * @param size the size that the stream tells, not 0
   */
  static void undo(byte[] data, int from, int to, int size) {
    for (int chunk = 0; chunk < CHUNKS && from + (long) chunk * CHUNK < to; chunk++) {
      int start = from + chunk * CHUNK;
      int last = Math.min(start + CHUNK, to) - LEFT_ALONE;
      int at = start;
      while (at < last) {
        if (data[at] == CALL) {
          translate(data, at + 1, at - from, size);
          at += 5;
        } else {
          at++;
        }
      }
    }
  }

  private static void translate(byte[] data, int at, int position, int size) {
    int absolute =
        (data[at] & 0xFF)
            | (data[at + 1] & 0xFF) << 8
            | (data[at + 2] & 0xFF) << 16
            | (data[at + 3] & 0xFF) << 24;
    if (absolute >= -position && absolute < size) {
      int relative = absolute >= 0 ? absolute - position : absolute + size;
      for (int i = 0; i < Integer.BYTES; i++) {
        data[at + i] = (byte) (relative >>> (Byte.SIZE * i));
      }
    }
  }
}
