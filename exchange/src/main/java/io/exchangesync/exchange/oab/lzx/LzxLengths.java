package io.exchangesync.exchange.oab.lzx;

import io.exchangesync.exchange.oab.lzx.LzxException.Problem;

/** Reads the code lengths of a tree, which are told as differences to those before. */
final class LzxLengths {
  private static final int SYMBOLS = 20;
  private static final int MODULUS = 17;
  private static final int FEW_ZEROS = 17;
  private static final int MANY_ZEROS = 18;
  private static final int REPEAT = 19;

  private LzxLengths() {}

  /**
   * Changes the lengths of some symbols.
   *
   * @param from the first symbol
   * @param to behind the last symbol
   */
  static void read(LzxBits bits, byte[] lengths, int from, int to) throws LzxException {
    byte[] preLengths = new byte[SYMBOLS];
    for (int i = 0; i < SYMBOLS; i++) {
      preLengths[i] = (byte) bits.read(4);
    }
    LzxTree tree = new LzxTree(preLengths, bits);
    int at = from;
    while (at < to) {
      int symbol = tree.read(bits);
      int run = 1;
      int value = 0;
      if (symbol == FEW_ZEROS) {
        run = 4 + bits.read(4);
      } else if (symbol == MANY_ZEROS) {
        run = 20 + bits.read(5);
      } else if (symbol == REPEAT) {
        run = 4 + bits.read(1);
        value = changed(lengths[at], tree.read(bits), bits);
      } else {
        value = changed(lengths[at], symbol, bits);
      }
      if (run > to - at) {
        throw new LzxException(Problem.DAMAGED, "more code lengths than symbols", bits.position());
      }
      for (int end = at + run; at < end; at++) {
        lengths[at] = (byte) value;
      }
    }
  }

  private static int changed(int before, int difference, LzxBits bits) throws LzxException {
    if (difference >= MODULUS) {
      throw new LzxException(Problem.DAMAGED, "a code length is wrong", bits.position());
    }
    return (before - difference + MODULUS) % MODULUS;
  }
}
