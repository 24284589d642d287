package io.exchangesync.simulator.lzx;

import java.util.Arrays;
import java.util.List;

/** The codes of one block's tokens. */
final class Codes {
  private static final int LENGTHS = 249;

  final HuffmanCode main;
  final HuffmanCode lengths;
  final HuffmanCode aligned;
  private final List<Token> tokens;

  Codes(List<Token> tokens, int mainSymbols) {
    this.tokens = tokens;
    int[] mainCounts = new int[mainSymbols];
    int[] lengthCounts = new int[LENGTHS];
    int[] alignedCounts = new int[8];
    for (Token token : tokens) {
      mainCounts[token.symbol()]++;
      if (token.lengthSymbol() >= 0) {
        lengthCounts[token.lengthSymbol()]++;
      }
      if (Slots.extraBits(token.slot()) >= 3) {
        alignedCounts[token.extra() & 7]++;
      }
    }
    main = HuffmanCode.of(mainCounts, 16);
    lengths = HuffmanCode.of(lengthCounts, 16);
    if (Arrays.stream(alignedCounts).sum() == 0) {
      alignedCounts[0] = 1;
    }
    aligned = HuffmanCode.of(alignedCounts, 7);
  }

  /** Bytes that a token makes. */
  static int bytes(Token token) {
    if (token.symbol() < 256) {
      return 1;
    }
    int header = token.symbol() - 256 & 7;
    int told = header < 7 ? header + 2 : token.lengthSymbol() + 9;
    return told + Math.max(0, token.extension());
  }

  /** Bits of all tokens, without the trees. */
  long bits(boolean withAligned) {
    long bits = 0;
    for (Token token : tokens) {
      bits += main.length(token.symbol());
      bits += token.lengthSymbol() >= 0 ? lengths.length(token.lengthSymbol()) : 0;
      int extra = Slots.extraBits(token.slot());
      bits += withAligned && extra >= 3 ? extra - 3 + aligned.length(token.extra() & 7) : extra;
    }
    return bits;
  }

  void write(LzxBitWriter out, Token token, boolean withAligned) {
    main.write(out, token.symbol());
    if (token.lengthSymbol() >= 0) {
      lengths.write(out, token.lengthSymbol());
    }
    int extra = Slots.extraBits(token.slot());
    if (withAligned && extra >= 3) {
      out.write(token.extra() >>> 3, extra - 3);
      aligned.write(out, token.extra() & 7);
    } else {
      out.write(token.extra(), extra);
    }
    if (token.extension() >= 0) {
      extension(out, token.extension());
    }
  }

  private static void extension(LzxBitWriter out, int longer) {
    if (longer < 0x100) {
      out.write(longer, 9);
    } else if (longer < 0x500) {
      out.write(0b10, 2);
      out.write(longer - 0x100, 10);
    } else if (longer < 0x1500) {
      out.write(0b110, 3);
      out.write(longer - 0x500, 12);
    } else {
      out.write(0b111, 3);
      out.write(longer, 15);
    }
  }
}
