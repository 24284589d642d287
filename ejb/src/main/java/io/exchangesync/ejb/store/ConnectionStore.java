package io.exchangesync.ejb.store;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How Exchange is reached, as texts by name; secrets are never here but in {@link SecretStore}. */
@Stateless
public class ConnectionStore {
  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  /** For the container. */
  public ConnectionStore() {}

  public ConnectionStore(EntityManager em) {
    this.em = em;
  }

  /** The connection's settings by name; none = not set up yet. */
  public Map<String, String> read() {
    List<ConnectionRow> rows =
        em.createQuery("select c from ConnectionRow c", ConnectionRow.class).getResultList();
    Map<String, String> settings = new TreeMap<>();
    for (ConnectionRow row : rows) {
      em.detach(row);
      settings.put(row.key, row.value);
    }
    return settings;
  }

  /** Puts these settings in place of all that were there. */
  public void replace(Map<String, String> settings) {
    em.createQuery("delete from ConnectionRow c").executeUpdate();
    settings.forEach(
        (key, value) -> {
          ConnectionRow row = new ConnectionRow();
          row.key = key;
          row.value = value;
          em.persist(row);
        });
    em.flush();
  }
}
