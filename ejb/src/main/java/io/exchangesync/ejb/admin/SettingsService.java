package io.exchangesync.ejb.admin;

import io.exchangesync.core.port.CrmDirectory;
import io.exchangesync.core.settings.SettingKey;
import io.exchangesync.core.settings.SettingProblem;
import io.exchangesync.core.settings.SettingsParser;
import io.exchangesync.ejb.store.SettingStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What administrators decide, on two levels; an invalid value is never stored. */
@Stateless
public class SettingsService {
  /** In the place of an associate's id: the whole installation. */
  public static final int SYSTEM = SettingStore.SYSTEM;

  @Inject SettingStore store;
  @Inject CrmDirectory directory;

  /** Where an effective value comes from. */
  public enum Origin {
    DEFAULT,
    SYSTEM,
    ASSOCIATE
  }

  /** A setting with the value that applies. */
  public record Effective(String key, String value, Origin origin, String text, String allowed) {}

  /**
   * Every setting with the value that applies to an associate.
   *
   * @param associateId or {@link #SYSTEM}
   * @throws AdminException.NotFound if there is no such associate
   */
  public List<Effective> effective(int associateId) {
    known(associateId);
    Map<String, String> system = store.on(SYSTEM);
    Map<String, String> associate = associateId == SYSTEM ? Map.of() : store.on(associateId);
    return Arrays.stream(SettingKey.values())
        .map(key -> effective(key, system, associate))
        .toList();
  }

  /**
   * Changes settings.
   *
   * @param values by key; null puts a setting back to what it inherits
   * @throws AdminException.Rejected if a key is unknown or a value not allowed
   */
  public void change(int associateId, Map<String, String> values) {
    known(associateId);
    Map<String, String> wanted = new HashMap<>(store.on(associateId));
    values.forEach(
        (key, value) -> {
          if (SettingKey.find(key).isEmpty()) {
            throw new AdminException.Rejected(key, "no such setting");
          }
          if (value == null) {
            wanted.remove(key);
          } else {
            wanted.put(key, value);
          }
        });
    List<SettingProblem> problems =
        associateId == SYSTEM
            ? SettingsParser.problems(wanted, Map.of())
            : SettingsParser.problems(store.on(SYSTEM), wanted);
    if (!problems.isEmpty()) {
      throw new AdminException.Rejected(problems.get(0).key(), problems.get(0).text());
    }
    List<String> back = new ArrayList<>();
    values.forEach(
        (key, value) -> {
          if (value == null) {
            back.add(key);
          } else {
            store.put(associateId, key, value);
          }
        });
    back.forEach(key -> store.remove(associateId, key));
  }

  private void known(int associateId) {
    if (associateId != SYSTEM && directory.associate(associateId).isEmpty()) {
      throw new AdminException.NotFound("SuperOffice has no associate " + associateId + ".");
    }
  }

  private static Effective effective(
      SettingKey key, Map<String, String> system, Map<String, String> associate) {
    Optional<String> own = Optional.ofNullable(associate.get(key.key()));
    Optional<String> shared = Optional.ofNullable(system.get(key.key()));
    Origin origin =
        own.isPresent() ? Origin.ASSOCIATE : shared.isPresent() ? Origin.SYSTEM : Origin.DEFAULT;
    return new Effective(
        key.key(),
        own.or(() -> shared).orElse(key.defaultValue()),
        origin,
        key.description(),
        key.allowed());
  }
}
