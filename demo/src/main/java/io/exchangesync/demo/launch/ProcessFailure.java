package io.exchangesync.demo.launch;

/** A process of the demonstration did not come up or ended too early; the message shows its log. */
public class ProcessFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ProcessFailure(String message) {
    super(message);
  }
}
