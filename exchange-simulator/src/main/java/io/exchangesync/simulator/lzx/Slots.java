package io.exchangesync.simulator.lzx;

/** Position slots: which one a distance falls into, and how many bits tell the rest. */
final class Slots {
  private static final int[] COUNTS = {34, 36, 38, 42, 50, 66, 98, 162, 290};

  private Slots() {}

  /** Bits of the smallest window that holds so many bytes. */
  static int windowBits(int bytes) {
    int bits = 17;
    while (bits < 25 && 1 << bits < bytes) {
      bits++;
    }
    return bits;
  }

  static int count(int windowBits) {
    return COUNTS[windowBits - 17];
  }

  static int extraBits(int slot) {
    return slot < 4 ? 0 : slot < 36 ? slot / 2 - 1 : 17;
  }

  /** The first value of a slot; a distance is told as the value 2 above it. */
  static int base(int slot) {
    if (slot < 4) {
      return slot;
    }
    return slot < 36 ? 2 + slot % 2 << slot / 2 - 1 : slot - 34 << 17;
  }

  /**
   * @param value a distance and 2
   */
  static int of(int value) {
    if (value < 4) {
      return value;
    }
    int bits = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(value);
    return bits < 18 ? 2 * bits + (value >>> bits - 1 & 1) : (value >>> 17) + 34;
  }
}
