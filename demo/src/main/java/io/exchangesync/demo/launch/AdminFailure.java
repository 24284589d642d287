package io.exchangesync.demo.launch;

/** The admin API refused a request; the message holds its problem document. */
public class AdminFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  public AdminFailure(String message, int status) {
    super(message);
    this.status = status;
  }

  /** The HTTP status of the refusal. */
  public int status() {
    return status;
  }
}
