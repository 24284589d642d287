package io.exchangesync.ejb.engine;

import io.exchangesync.core.settings.SettingKey;
import io.exchangesync.ejb.store.SettingStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** After what time a mailbox is asked again whether something changed (poll.interval). */
@ApplicationScoped
public class PollInterval {
  @Inject private SettingStore settings;

  public Duration current() {
    SettingKey key = SettingKey.POLL_INTERVAL;
    String seconds = settings.on(SettingStore.SYSTEM).getOrDefault(key.key(), key.defaultValue());
    return Duration.ofSeconds(Long.parseLong(seconds.trim()));
  }
}
