package io.exchangesync.exchange.oab;

import io.exchangesync.exchange.oab.lzx.LzxDecoder;

/**
 * What an address book may be at most; checked before memory is taken.
 *
 * @param content bytes after decompression
 * @param block bytes of one compressed block after decompression
 * @param record bytes of one entry
 * @param properties columns of a property table
 */
public record OabLimits(long content, int block, int record, int properties) {
  /** Enough for a million entries with pictures. */
  public static final OabLimits USUAL = new OabLimits(4L << 30, LzxDecoder.LARGEST, 16 << 20, 4096);

  public OabLimits {
    if (content < 1 || block < 1 || block > LzxDecoder.LARGEST || record < 1 || properties < 1) {
      throw new IllegalArgumentException("the limits of an address book are positive");
    }
  }
}
