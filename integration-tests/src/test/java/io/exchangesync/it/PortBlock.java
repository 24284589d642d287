package io.exchangesync.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Ports for one run of these tests that no other run on this machine has: one is kept open as the
 * sign that the block is taken.
 *
 * <p>All ports are the usual ones moved by an offset. The blocks are so far apart that the server's
 * management port never meets another's port for HTTP; further down, the last digit tells servers,
 * databases (2), simulators (5) and the sign (1) apart.
 */
final class PortBlock {
  private static final int SIGN = 8001;
  private static final int DATABASE = 9092;
  private static final int FIRST = 200;
  private static final int SIZE = 3000;
  private static final int BLOCKS = 8;

  private final int offset;
  private final ServerSocket sign;

  private PortBlock(int offset, ServerSocket sign) {
    this.offset = offset;
    this.sign = sign;
  }

  /**
   * Takes the first block that is free, until this process ends.
   *
   * @throws IllegalStateException if every block is taken
   */
  static PortBlock take() {
    for (int offset = FIRST; offset < FIRST + BLOCKS * SIZE; offset += SIZE) {
      try {
        return new PortBlock(
            offset, new ServerSocket(SIGN + offset, 1, InetAddress.getLoopbackAddress()));
      } catch (IOException taken) {
        continue;
      }
    }
    throw new IllegalStateException("all blocks of ports are taken by other runs of these tests");
  }

  /**
   * Moves every port of a server.
   *
   * @param within of this block: a multiple of ten below 550
   */
  int offset(int within) {
    if (sign.isClosed()) {
      throw new IllegalStateException("the block was given back");
    }
    return offset + within;
  }

  /** The port of the database beside a server. */
  static int database(int offset) {
    return DATABASE + offset;
  }
}
