package io.exchangesync.simulator.lzx;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Compresses bytes into one LZX DELTA stream, with real matches and Huffman codes. */
public final class LzxEncoder {
  /** Which blocks a stream is made of. */
  public enum Blocks {
    /** Whatever is smallest for each block. */
    SMALLEST,
    VERBATIM,
    ALIGNED,
    RAW
  }

  private static final int CHUNK = 32768;
  private static final int LITERALS = 256;
  private static final int LENGTHS = 249;
  private static final int VERBATIM = 1;
  private static final int ALIGNED = 2;
  private static final int RAW = 3;

  private final byte[] data;
  private final int length;
  private final Blocks blocks;
  private final int blockBytes;
  private final Tokenizer tokenizer;
  private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
  private LzxBitWriter chunk = new LzxBitWriter();
  private byte[] mainLengths;
  private byte[] lengthLengths = new byte[LENGTHS];
  private int position;

  private LzxEncoder(byte[] data, int length, Blocks blocks, int blockBytes) {
    this.data = data;
    this.length = length;
    this.blocks = blocks;
    this.blockBytes = blockBytes;
    int windowBits = Slots.windowBits(length);
    this.tokenizer = new Tokenizer(data, length, windowBits, CHUNK);
    this.mainLengths = new byte[LITERALS + 8 * Slots.count(windowBits)];
  }

  /**
   * Compresses the first bytes of an array.
   *
   * @param blockBytes how many bytes one block makes, an even number
   */
  public static byte[] encode(byte[] data, int length, Blocks blocks, int blockBytes) {
    if (blockBytes < 2 || blockBytes % 2 != 0 || blockBytes >= 1 << 24) {
      throw new IllegalArgumentException("a block has an even number of bytes, not " + blockBytes);
    }
    return new LzxEncoder(data, length, blocks, blockBytes).run();
  }

  private byte[] run() {
    chunk.write(0, 1);
    while (position < length) {
      block(Math.min(position + blockBytes, length));
    }
    return stream.toByteArray();
  }

  private void block(int end) {
    int[] recent = tokenizer.recent();
    List<Token> tokens = blocks == Blocks.RAW ? List.of() : tokenizer.tokens(position, end);
    Codes codes = new Codes(tokens, mainLengths.length);
    int type = type(codes, end - position);
    chunk.write(type, 3);
    chunk.write(end - position, 24);
    if (type == RAW) {
      tokenizer.setRecent(recent);
      raw(recent, end);
      return;
    }
    if (type == ALIGNED) {
      for (byte bits : codes.aligned.lengths()) {
        chunk.write(bits, 3);
      }
    }
    byte[] main = codes.main.lengths();
    LengthWriter.write(chunk, mainLengths, main, 0, LITERALS);
    LengthWriter.write(chunk, mainLengths, main, LITERALS, main.length);
    LengthWriter.write(chunk, lengthLengths, codes.lengths.lengths(), 0, LENGTHS);
    mainLengths = main;
    lengthLengths = codes.lengths.lengths();
    for (Token token : tokens) {
      codes.write(chunk, token, type == ALIGNED);
      advance(Codes.bytes(token));
    }
  }

  private int type(Codes codes, int bytes) {
    return switch (blocks) {
      case VERBATIM -> VERBATIM;
      case ALIGNED -> ALIGNED;
      case RAW -> RAW;
      case SMALLEST -> {
        long verbatim = codes.bits(false);
        long aligned = codes.bits(true);
        if (8L * bytes < Math.min(verbatim, aligned)) {
          yield RAW;
        }
        yield aligned < verbatim ? ALIGNED : VERBATIM;
      }
    };
  }

  private void raw(int[] recent, int end) {
    int start = position;
    chunk.beginRaw();
    for (int distance : recent) {
      chunk.rawInt(distance);
    }
    while (position < end) {
      int count = Math.min(end, (position / CHUNK + 1) * CHUNK) - position;
      chunk.raw(data, position, count);
      if (position + count == end && (end - start) % 2 != 0) {
        chunk.raw(new byte[1], 0, 1);
      }
      advance(count);
    }
  }

  /** Ends the chunk when it is full or the last. */
  private void advance(int bytes) {
    position += bytes;
    if (position % CHUNK == 0 || position == length) {
      chunk.align();
      byte[] packed = chunk.bytes();
      if (packed.length > 0xFFFF) {
        throw new IllegalStateException("a chunk does not fit into its size");
      }
      stream.write(packed.length & 0xFF);
      stream.write(packed.length >>> 8);
      stream.writeBytes(packed);
      chunk = new LzxBitWriter();
    }
  }
}
