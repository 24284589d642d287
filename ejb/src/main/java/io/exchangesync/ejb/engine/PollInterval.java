package io.exchangesync.ejb.engine;

import io.exchangesync.ejb.store.SettingStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** After what time a mailbox is asked again whether something changed. */
@ApplicationScoped
public class PollInterval {
  /** System setting, whole seconds. */
  public static final String KEY = "poll.interval";

  private static final String DEFAULT = "30";

  @Inject private SettingStore settings;

  public Duration current() {
    String seconds = settings.on(SettingStore.SYSTEM).getOrDefault(KEY, DEFAULT);
    return Duration.ofSeconds(Math.max(1, Long.parseLong(seconds)));
  }
}
