package io.exchangesync.exchange.oab.lzx;

import io.exchangesync.exchange.oab.lzx.LzxException.Problem;

/**
 * Decompresses one LZX DELTA stream into memory.
 *
 * <p>Whatever the stream says, exactly the wanted bytes are written, nothing is allocated beyond
 * the trees, and every turn of a loop takes bits or makes bytes.
 */
public final class LzxDecoder {
  /** The most bytes one stream can make. */
  public static final int LARGEST = 1 << 25;

  private static final int CHUNK = 32768;
  private static final int LITERALS = 256;
  private static final int LENGTHS = 249;
  private static final int LONGEST_SHORT_MATCH = 257;
  private static final int VERBATIM = 1;
  private static final int ALIGNED = 2;
  private static final int RAW = 3;

  private final LzxBits bits;
  private final byte[] window;
  private final byte[] mainLengths;
  private final byte[] lengthLengths = new byte[LENGTHS];
  private LzxTree main;
  private LzxTree lengths;
  private LzxTree aligned;
  private int r0 = 1;
  private int r1 = 1;
  private int r2 = 1;
  private int position;
  private int blockType;
  private int blockStart;
  private int blockEnd;

  private LzxDecoder(byte[] stream, int length, byte[] window, int start, int slots) {
    this.bits = new LzxBits(stream, length);
    this.window = window;
    this.position = start;
    this.blockStart = start;
    this.blockEnd = start;
    this.mainLengths = new byte[LITERALS + 8 * slots];
  }

  /**
   * Decompresses a stream.
   *
   * @param stream begins at index 0
   * @param length bytes of the stream
   * @param target gets the bytes, from index 0
   * @param wanted how many bytes the stream makes, at most {@link #LARGEST}
   * @throws LzxException if it does not make so many
   */
  public static void decode(byte[] stream, int length, byte[] target, int wanted)
      throws LzxException {
    new LzxDecoder(stream, length, target, 0, LzxSlots.count(wanted)).run(wanted);
  }

  private void run(int end) throws LzxException {
    int start = position;
    int translation = 0;
    while (position < end) {
      int chunkEnd = Math.min(position + CHUNK, end);
      bits.read(16);
      if (position == start && bits.read(1) == 1) {
        translation = bits.read(16) << 16 | bits.read(16);
      }
      while (position < chunkEnd) {
        if (position == blockEnd) {
          beginBlock();
        }
        int stop = Math.min(blockEnd, chunkEnd);
        if (blockType == RAW) {
          copyRaw(stop);
        } else {
          readSymbols(stop);
        }
      }
      bits.align();
    }
    if (translation != 0) {
      E8Translation.undo(window, start, end, translation);
    }
  }

  private void beginBlock() throws LzxException {
    blockType = bits.read(3);
    blockStart = position;
    blockEnd = position + (bits.read(16) << 8 | bits.read(8));
    switch (blockType) {
      case VERBATIM -> readTrees();
      case ALIGNED -> {
        byte[] alignedLengths = new byte[8];
        for (int i = 0; i < alignedLengths.length; i++) {
          alignedLengths[i] = (byte) bits.read(3);
        }
        aligned = new LzxTree(alignedLengths, bits);
        readTrees();
      }
      case RAW -> {
        bits.beginRaw();
        r0 = bits.rawInt();
        r1 = bits.rawInt();
        r2 = bits.rawInt();
      }
      default -> throw damaged("block type " + blockType + " is unknown");
    }
  }

  private void readTrees() throws LzxException {
    LzxLengths.read(bits, mainLengths, 0, LITERALS);
    LzxLengths.read(bits, mainLengths, LITERALS, mainLengths.length);
    main = new LzxTree(mainLengths, bits);
    LzxLengths.read(bits, lengthLengths, 0, LENGTHS);
    lengths = new LzxTree(lengthLengths, bits);
  }

  private void copyRaw(int stop) throws LzxException {
    bits.raw(window, position, stop - position);
    position = stop;
    if (position == blockEnd && (blockEnd - blockStart) % 2 != 0) {
      bits.rawPadding();
    }
  }

  private void readSymbols(int stop) throws LzxException {
    while (position < stop) {
      int symbol = main.read(bits);
      if (symbol < LITERALS) {
        window[position++] = (byte) symbol;
      } else {
        copyMatch(symbol - LITERALS, stop);
      }
    }
  }

  private void copyMatch(int symbol, int stop) throws LzxException {
    int length = (symbol & 7) + 2;
    if ((symbol & 7) == 7) {
      length += lengths.read(bits);
    }
    int distance = distance(symbol >>> 3);
    if (length == LONGEST_SHORT_MATCH) {
      length += extension();
    }
    if (distance <= 0 || distance > position) {
      throw damaged("a match reaches back before the beginning");
    }
    if (length > stop - position) {
      throw damaged("a match reaches over the end of its block or chunk");
    }
    int from = position - distance;
    if (distance >= length) {
      System.arraycopy(window, from, window, position, length);
      position += length;
    } else {
      for (int end = position + length; position < end; position++, from++) {
        window[position] = window[from];
      }
    }
  }

  private int distance(int slot) throws LzxException {
    int distance;
    switch (slot) {
      case 0 -> {
        return r0;
      }
      case 1 -> distance = r1;
      case 2 -> {
        distance = r2;
        r2 = r0;
        r0 = distance;
        return distance;
      }
      default -> {
        distance = LzxSlots.nearest(slot) + extra(LzxSlots.extraBits(slot));
        r2 = r1;
      }
    }
    r1 = r0;
    r0 = distance;
    return distance;
  }

  private int extra(int count) throws LzxException {
    if (blockType == ALIGNED && count >= 3) {
      int high = count > 3 ? bits.read(count - 3) << 3 : 0;
      return high + aligned.read(bits);
    }
    return count == 0 ? 0 : bits.read(count);
  }

  /** What a match is longer than 257. */
  private int extension() throws LzxException {
    if (bits.read(1) == 0) {
      return bits.read(8);
    }
    if (bits.read(1) == 0) {
      return 0x100 + bits.read(10);
    }
    return bits.read(1) == 0 ? 0x500 + bits.read(12) : bits.read(15);
  }

  private LzxException damaged(String text) {
    return new LzxException(Problem.DAMAGED, text, bits.position());
  }
}
