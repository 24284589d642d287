package io.exchangesync.simulator.lzx;

/**
 * A literal or a match as it is written.
 *
 * @param symbol of the main tree
 * @param lengthSymbol of the length tree, -1 for none
 * @param slot of a match that tells its distance, 0 otherwise
 * @param extra the rest of that distance
 * @param extension what a match is longer than 257, -1 if it is shorter than 257
 */
record Token(int symbol, int lengthSymbol, int slot, int extra, int extension) {
  static final int LONGEST_SHORT_MATCH = 257;
  private static final int LITERALS = 256;

  static Token literal(byte value) {
    return new Token(value & 0xFF, -1, 0, 0, -1);
  }

  /**
   * @param slot 0 to 2 for the distances used last
   */
  static Token match(int length, int slot, int extra) {
    int told = Math.min(length, LONGEST_SHORT_MATCH);
    int header = Math.min(told - 2, 7);
    return new Token(
        LITERALS + 8 * slot + header,
        header == 7 ? told - 9 : -1,
        slot > 2 ? slot : 0,
        extra,
        length >= LONGEST_SHORT_MATCH ? length - LONGEST_SHORT_MATCH : -1);
  }
}
