package io.exchangesync.exchange.oab.lzx;

import java.io.IOException;

/** A stream that is no LZX DELTA stream, or is cut short. */
public final class LzxException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Problem {
    /** The stream ends before all bytes are made. */
    TRUNCATED,
    /** No compressor writes this. */
    DAMAGED
  }

  private final Problem problem;
  private final int position;

  LzxException(Problem problem, String message, int position) {
    super(message);
    this.problem = problem;
    this.position = position;
  }

  public Problem problem() {
    return problem;
  }

  /** Bytes of the stream that were used up. */
  public int position() {
    return position;
  }
}
