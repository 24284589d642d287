package io.exchangesync.exchange.oab;

import io.exchangesync.exchange.oab.OabException.Place;
import io.exchangesync.exchange.oab.OabException.Problem;
import java.io.IOException;
import java.io.InputStream;

/** Little-endian numbers and counted bytes of a stream, with the place of whatever is wrong. */
final class OabInput {
  private final InputStream in;
  private final Place place;
  private long offset;

  OabInput(InputStream in, Place place) {
    this(in, place, 0);
  }

  private OabInput(InputStream in, Place place, long offset) {
    this.in = in;
    this.place = place;
    this.offset = offset;
  }

  /** The same input, from here on told as another place. */
  OabInput as(Place other) {
    return new OabInput(in, other, offset);
  }

  /** Bytes read so far. */
  long offset() {
    return offset;
  }

  /** An unsigned number of 32 bits. */
  long u32() throws IOException {
    byte[] bytes = bytes(Integer.BYTES);
    return (bytes[0] & 0xFFL)
        | (bytes[1] & 0xFFL) << 8
        | (bytes[2] & 0xFFL) << 16
        | (bytes[3] & 0xFFL) << 24;
  }

  /**
   * So many bytes; memory is taken as they come, not as they are told.
   *
   * @throws OabException if there are fewer
   */
  byte[] bytes(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    offset += bytes.length;
    if (bytes.length < count) {
      throw problem(Problem.TRUNCATED, "the data ends too early");
    }
    return bytes;
  }

  /** How many bytes are left, at most so many. */
  long rest(long most) throws IOException {
    byte[] buffer = new byte[8192];
    long rest = 0;
    int got = in.read(buffer);
    while (got >= 0 && rest < most) {
      rest += got;
      got = in.read(buffer);
    }
    return Math.min(rest, most);
  }

  OabException problem(Problem problem, String text) {
    return new OabException(problem, text, place, offset);
  }

  OabException problem(Problem problem, String text, long at) {
    return new OabException(problem, text, place, at);
  }
}
