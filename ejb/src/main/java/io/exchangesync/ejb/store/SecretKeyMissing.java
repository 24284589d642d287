package io.exchangesync.ejb.store;

import jakarta.ejb.ApplicationException;

/** The installation has no usable key for secrets; the message says what to do. */
@ApplicationException(rollback = true)
public class SecretKeyMissing extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SecretKeyMissing(String message) {
    super(message);
  }
}
