package io.exchangesync.ejb.store;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Settings as texts on two levels: the system's, and what an associate has otherwise. */
@Stateless
public class SettingStore {
  /** The level of the whole installation. */
  public static final int SYSTEM = 0;

  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  @Inject private Keys keys;

  /** For the container. */
  public SettingStore() {}

  public SettingStore(EntityManager em, Keys keys) {
    this.em = em;
    this.keys = keys;
  }

  /**
   * What was set on one level, by key.
   *
   * @param level associate id, or {@link #SYSTEM}
   */
  public Map<String, String> on(int level) {
    return byKey(
        em.createQuery("select s from SettingRow s where s.associateId = :level", SettingRow.class)
            .setParameter("level", level)
            .getResultList());
  }

  /** What was set on every level, by level and key; a level without a setting is absent. */
  public Map<Integer, Map<String, String>> all() {
    Map<Integer, Map<String, String>> levels = new TreeMap<>();
    for (SettingRow row :
        em.createQuery("select s from SettingRow s", SettingRow.class).getResultList()) {
      em.detach(row);
      levels.computeIfAbsent(row.associateId, none -> new TreeMap<>()).put(row.key, row.value);
    }
    return levels;
  }

  /** The system's settings, overridden by those of the associate; what nobody set is absent. */
  public Map<String, String> effective(int associateId) {
    Map<String, String> settings = new TreeMap<>(on(SYSTEM));
    settings.putAll(on(associateId));
    return settings;
  }

  /** Sets a value on a level, in place of an older one. */
  public void put(int level, String key, String value) {
    Query update =
        em.createQuery(
            "update SettingRow s set s.value = :value"
                + " where s.associateId = :level and s.key = :key");
    if (of(update, level, key).setParameter("value", value).executeUpdate() == 0) {
      SettingRow row = new SettingRow();
      row.id = keys.reserve("exsync_setting", 1);
      row.associateId = level;
      row.key = key;
      row.value = value;
      em.persist(row);
      em.flush();
      em.detach(row);
    }
  }

  /** Forgets a value, so that the level above counts again. */
  public void remove(int level, String key) {
    of(
            em.createQuery(
                "delete from SettingRow s where s.associateId = :level and s.key = :key"),
            level,
            key)
        .executeUpdate();
  }

  private Map<String, String> byKey(List<SettingRow> rows) {
    Map<String, String> settings = new TreeMap<>();
    for (SettingRow row : rows) {
      em.detach(row);
      settings.put(row.key, row.value);
    }
    return settings;
  }

  private static Query of(Query query, int level, String key) {
    return query.setParameter("level", level).setParameter("key", key);
  }
}
