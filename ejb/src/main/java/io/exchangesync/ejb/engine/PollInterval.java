package io.exchangesync.ejb.engine;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** After what time a mailbox is asked again whether something changed. */
@ApplicationScoped
public class PollInterval {
  private static final Duration DEFAULT = Duration.ofSeconds(30);

  public Duration current() {
    return DEFAULT;
  }
}
