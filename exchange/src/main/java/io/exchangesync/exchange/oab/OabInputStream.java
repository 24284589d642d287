package io.exchangesync.exchange.oab;

import io.exchangesync.exchange.oab.OabException.Place;
import io.exchangesync.exchange.oab.OabException.Problem;
import io.exchangesync.exchange.oab.lzx.LzxDecoder;
import io.exchangesync.exchange.oab.lzx.LzxException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.CRC32;

/**
 * The decompressed bytes of a full download, block by block; each block's checksum is checked
 * before its first byte is given away, and only one block is in memory.
 */
final class OabInputStream extends InputStream {
  static final int FULL = 1;
  static final int DIFFERENTIAL = 2;

  private static final int STORED = 0;
  private static final int COMPRESSED = 1;
  private static final int OVERHEAD = 65536;

  private final OabInput in;
  private final InputStream file;
  private final long blockMost;
  private long remaining;
  private byte[] block = new byte[0];
  private int blockLength;
  private int next;

  /**
   * @param file of which the first four bytes, the version's high half, have been read
   */
  OabInputStream(InputStream file, OabInput in, OabLimits limits) throws IOException {
    this.file = file;
    this.in = in;
    long low = in.u32();
    if (low == DIFFERENTIAL) {
      throw in.problem(Problem.UNSUPPORTED, "this is a differential file, a full one is needed", 4);
    }
    if (low != FULL) {
      throw in.problem(Problem.NOT_AN_ADDRESS_BOOK, "this is no file of an address book", 4);
    }
    this.blockMost = in.u32();
    this.remaining = in.u32();
    if (blockMost > limits.block()) {
      throw in.problem(Problem.TOO_LARGE, "blocks of " + blockMost + " bytes are too large", 8);
    }
    if (remaining > limits.content()) {
      throw in.problem(Problem.TOO_LARGE, remaining + " bytes are too large an address book", 12);
    }
  }

  @Override
  public int read() throws IOException {
    return atEnd() ? -1 : block[next++] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (atEnd()) {
      return -1;
    }
    int count = Math.min(length, blockLength - next);
    System.arraycopy(block, next, target, offset, count);
    next += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private boolean atEnd() throws IOException {
    if (next == blockLength && remaining > 0) {
      readBlock();
    }
    return next == blockLength;
  }

  private void readBlock() throws IOException {
    long start = in.offset();
    long flags = in.u32();
    long packed = in.u32();
    long length = in.u32();
    int crc = (int) in.u32();
    if (flags != STORED && flags != COMPRESSED) {
      throw in.problem(Problem.DAMAGED, "a block is neither stored nor compressed", start);
    }
    if (length == 0 || length > blockMost || length > remaining) {
      throw in.problem(Problem.DAMAGED, "a block has a wrong size", start + 8);
    }
    if (flags == STORED ? packed != length : packed > length + OVERHEAD) {
      throw in.problem(Problem.DAMAGED, "a block has a wrong compressed size", start + 4);
    }
    byte[] bytes = in.bytes((int) packed);
    unpack(bytes, (int) length, flags, start + 16);
    if (unfinishedCrc(block, (int) length) != crc) {
      throw in.problem(Problem.CHECKSUM, "the checksum of a block does not fit", start + 12);
    }
    blockLength = (int) length;
    next = 0;
    remaining -= length;
  }

  private void unpack(byte[] bytes, int length, long flags, long at) throws OabException {
    if (flags == STORED) {
      block = bytes;
      return;
    }
    if (block.length < length) {
      block = new byte[length];
    }
    try {
      LzxDecoder.decode(bytes, bytes.length, block, length);
    } catch (LzxException e) {
      Problem problem =
          e.problem() == LzxException.Problem.TRUNCATED ? Problem.TRUNCATED : Problem.DAMAGED;
      throw new OabException(
          problem,
          "a block can't be decompressed: " + e.getMessage(),
          Place.FILE,
          at + e.position(),
          e);
    }
  }

  /** CRC-32 without its last step, the inversion. */
  static int unfinishedCrc(byte[] bytes, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    return ~(int) crc.getValue();
  }
}
