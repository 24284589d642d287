package io.exchangesync.ejb.engine;

import io.exchangesync.core.port.SettingsSource;
import io.exchangesync.core.port.SyncException;
import io.exchangesync.core.settings.InvalidSettingsException;
import io.exchangesync.core.settings.SettingKey;
import io.exchangesync.core.settings.SettingsParser;
import io.exchangesync.core.settings.SyncSettings;
import io.exchangesync.ejb.store.SettingStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Settings from the sync tables, remembered for some seconds. */
@ApplicationScoped
public class StoredSettings implements SettingsSource {
  private static final long REMEMBERED = Duration.ofSeconds(5).toNanos();

  @Inject private SettingStore store;
  private final Map<Integer, Known> remembered = new ConcurrentHashMap<>();

  private record Known(SyncSettings settings, long readAt) {
    boolean fresh() {
      return System.nanoTime() - readAt < REMEMBERED;
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws SyncException.MailboxFatal if a stored value is not allowed
   */
  @Override
  public SyncSettings forAssociate(int associateId) {
    return remembered
        .compute(associateId, (id, last) -> last != null && last.fresh() ? last : read(id))
        .settings();
  }

  /** The table also holds what is no setting of a mailbox. */
  private Map<String, String> known(int level) {
    Map<String, String> settings = new HashMap<>(store.on(level));
    settings.keySet().removeIf(key -> SettingKey.find(key).isEmpty());
    return settings;
  }

  private Known read(int associateId) {
    try {
      SyncSettings settings = SettingsParser.parse(known(SettingStore.SYSTEM), known(associateId));
      return new Known(settings, System.nanoTime());
    } catch (InvalidSettingsException e) {
      throw new SyncException.MailboxFatal(e.getMessage(), e);
    }
  }
}
