package io.exchangesync.simulator.oab;

import io.exchangesync.simulator.lzx.LzxEncoder;
import io.exchangesync.simulator.lzx.LzxEncoder.Blocks;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Packs a full download: a header and blocks, each compressed by itself, or stored if that is
 * smaller.
 */
public final class OabFile {
  /** As large as Exchange makes them. */
  public static final int BLOCK = 1 << 18;

  private static final int LZX_BLOCK = 1 << 16;

  private OabFile() {}

  /** Packs as Exchange does. */
  public static byte[] pack(byte[] content) {
    return pack(content, BLOCK, Blocks.SMALLEST, LZX_BLOCK);
  }

  /**
   * Packs in a particular way.
   *
   * @param block bytes of content in one block of the file
   * @param lzxBlock bytes of content in one block of the compressed stream
   */
  public static byte[] pack(byte[] content, int block, Blocks blocks, int lzxBlock) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RecordWriter.u32(out, 3);
    RecordWriter.u32(out, 1);
    RecordWriter.u32(out, block);
    RecordWriter.u32(out, content.length);
    for (int at = 0; at < content.length; at += block) {
      byte[] part = Arrays.copyOfRange(content, at, Math.min(content.length, at + block));
      byte[] packed = LzxEncoder.encode(part, part.length, blocks, lzxBlock);
      boolean smaller = packed.length < part.length || blocks != Blocks.SMALLEST;
      byte[] body = smaller ? packed : part;
      RecordWriter.u32(out, smaller ? 1 : 0);
      RecordWriter.u32(out, body.length);
      RecordWriter.u32(out, part.length);
      RecordWriter.u32(out, checksum(part));
      out.writeBytes(body);
    }
    return out.toByteArray();
  }

  /** CRC-32 without its final inversion. */
  static int checksum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return ~(int) crc.getValue();
  }
}
