package io.exchangesync.exchange.oab.lzx;

import io.exchangesync.exchange.oab.lzx.LzxException.Problem;

/** A canonical Huffman tree; complete, or empty and then of no use for decoding. */
final class LzxTree {
  private static final int LONGEST = 16;
  private static final int FAST = 11;

  private final char[] fast = new char[1 << FAST];
  private final int[] firstCode = new int[LONGEST + 1];
  private final int[] firstIndex = new int[LONGEST + 1];
  private final int[] counts = new int[LONGEST + 1];
  private final char[] symbols;

  /**
   * @param lengths bits of each symbol's code, 0 for one that does not occur
   * @throws LzxException if there are too many or too few codes
   */
  LzxTree(byte[] lengths, LzxBits bits) throws LzxException {
    for (byte length : lengths) {
      counts[length]++;
    }
    symbols = new char[lengths.length - counts[0]];
    counts[0] = 0;
    int code = 0;
    int index = 0;
    for (int length = 1; length <= LONGEST; length++) {
      firstCode[length] = code;
      firstIndex[length] = index;
      index += counts[length];
      code = (code + counts[length]) << 1;
    }
    if (code != 1 << (LONGEST + 1) && symbols.length > 0) {
      throw new LzxException(Problem.DAMAGED, "a code tree is not complete", bits.position());
    }
    int[] next = firstIndex.clone();
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      int length = lengths[symbol];
      if (length > 0) {
        int at = next[length]++;
        symbols[at] = (char) symbol;
        remember(symbol, length, firstCode[length] + at - firstIndex[length]);
      }
    }
  }

  /**
   * Takes one symbol.
   *
   * @throws LzxException if the tree is empty or the stream ends
   */
  int read(LzxBits bits) throws LzxException {
    int ahead = bits.peek(LONGEST);
    int known = fast[ahead >>> (LONGEST - FAST)];
    if (known != 0) {
      bits.skip(known & 0xF);
      return known >>> 4;
    }
    for (int length = FAST + 1; length <= LONGEST; length++) {
      int place = (ahead >>> (LONGEST - length)) - firstCode[length];
      if (place >= 0 && place < counts[length]) {
        bits.skip(length);
        return symbols[firstIndex[length] + place];
      }
    }
    throw new LzxException(Problem.DAMAGED, "an empty code tree is used", bits.position());
  }

  private void remember(int symbol, int length, int code) {
    if (length <= FAST) {
      int from = code << (FAST - length);
      int to = (code + 1) << (FAST - length);
      for (int i = from; i < to; i++) {
        fast[i] = (char) (symbol << 4 | length);
      }
    }
  }
}
