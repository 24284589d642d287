package io.exchangesync.exchange.ews;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** An answer that may neither be longer nor take longer than allowed. */
final class BoundedStream extends FilterInputStream {
  /** The answer is longer than allowed. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;

    TooLong(long limit) {
      super("the answer is longer than " + limit / (1024 * 1024) + " MiB");
    }
  }

  private final long limit;
  private final long deadline;
  private long read;

  /**
   * @param limit bytes, after decompression
   */
  BoundedStream(InputStream in, long limit, Duration longest) {
    super(in);
    this.limit = limit;
    this.deadline = System.nanoTime() + longest.toNanos();
  }

  @Override
  public int read() throws IOException {
    return count(super.read(), 1);
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int got = super.read(target, offset, length);
    return count(got, got);
  }

  private int count(int result, int bytes) throws IOException {
    if (result >= 0) {
      read += bytes;
    }
    if (read > limit) {
      throw new TooLong(limit);
    }
    if (System.nanoTime() - deadline > 0) {
      throw new SocketTimeoutException("the answer took too long");
    }
    return result;
  }
}
