package io.exchangesync.simulator.ops;

/** Sees every request and the answer it got; for tests that check both. */
public interface Tap {
  /** Sees nothing. */
  Tap NONE = (request, answer) -> {};

  /**
   * @param request the SOAP envelope as it came
   * @param answer the SOAP envelope as it goes
   */
  void seen(byte[] request, byte[] answer);
}
