package io.exchangesync.exchange.oab.lzx;

/** Position slots: how far back a match may lie, and how many bits tell it. */
final class LzxSlots {
  private static final int SMALLEST_WINDOW = 17;
  private static final int LARGEST_WINDOW = 25;
  private static final int[] COUNTS = {34, 36, 38, 42, 50, 66, 98, 162, 290};
  private static final int[] EXTRA_BITS = new int[290];
  private static final int[] OFFSETS = new int[290];

  static {
    int base = 0;
    for (int slot = 0; slot < EXTRA_BITS.length; slot++) {
      EXTRA_BITS[slot] = slot < 4 ? 0 : slot < 36 ? slot / 2 - 1 : 17;
      OFFSETS[slot] = base - 2;
      base += 1 << EXTRA_BITS[slot];
    }
  }

  private LzxSlots() {}

  /** Slots of the smallest window that holds so many bytes. */
  static int count(int bytes) {
    int window = SMALLEST_WINDOW;
    while (window < LARGEST_WINDOW && 1 << window < bytes) {
      window++;
    }
    return COUNTS[window - SMALLEST_WINDOW];
  }

  static int extraBits(int slot) {
    return EXTRA_BITS[slot];
  }

  /** The nearest distance of a slot above 2. */
  static int nearest(int slot) {
    return OFFSETS[slot];
  }
}
