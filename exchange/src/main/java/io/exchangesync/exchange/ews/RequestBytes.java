package io.exchangesync.exchange.ews;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * The bytes of a request in memory. Java's XML writer gives them one by one, which costs a lock
 * each in a {@link java.io.ByteArrayOutputStream}. Not thread-safe.
 */
final class RequestBytes extends OutputStream {
  private byte[] bytes = new byte[16 * 1024];
  private int size;

  @Override
  public void write(int one) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = (byte) one;
  }

  @Override
  public void write(byte[] some, int offset, int length) {
    if (bytes.length - size < length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + length));
    }
    System.arraycopy(some, offset, bytes, size, length);
    size += length;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
  }
}
