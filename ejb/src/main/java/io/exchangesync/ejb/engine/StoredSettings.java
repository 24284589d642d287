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
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Settings from the sync tables, remembered for some seconds.
 *
 * <p>All levels are read at once, so that a cycle over many mailboxes costs one statement in a few
 * seconds and not two for each of them.
 */
@ApplicationScoped
public class StoredSettings implements SettingsSource {
  private static final long REMEMBERED = Duration.ofSeconds(5).toNanos();

  @Inject private SettingStore store;
  private Optional<Snapshot> remembered = Optional.empty();

  /** Everything that was set at one moment, and what it means for associates asked for since. */
  private record Snapshot(
      Map<Integer, Map<String, String>> levels, Map<Integer, SyncSettings> parsed, long readAt) {
    boolean fresh() {
      return System.nanoTime() - readAt < REMEMBERED;
    }

    SyncSettings of(int associateId) {
      return parsed.computeIfAbsent(
          associateId, id -> SettingsParser.parse(known(SettingStore.SYSTEM), known(id)));
    }

    /** The table also holds what is no setting of a mailbox. */
    private Map<String, String> known(int level) {
      Map<String, String> settings = new HashMap<>(levels.getOrDefault(level, Map.of()));
      settings.keySet().removeIf(key -> SettingKey.find(key).isEmpty());
      return settings;
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws SyncException.MailboxFatal if a stored value is not allowed
   */
  @Override
  public SyncSettings forAssociate(int associateId) {
    try {
      return snapshot().of(associateId);
    } catch (InvalidSettingsException e) {
      throw new SyncException.MailboxFatal(e.getMessage(), e);
    }
  }

  private synchronized Snapshot snapshot() {
    Snapshot snapshot =
        remembered
            .filter(Snapshot::fresh)
            .orElseGet(
                () -> new Snapshot(store.all(), new ConcurrentHashMap<>(), System.nanoTime()));
    remembered = Optional.of(snapshot);
    return snapshot;
  }
}
