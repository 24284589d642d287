package io.exchangesync.ejb.admin;

import io.exchangesync.core.engine.Ports;
import io.exchangesync.core.port.CrmCapabilities;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** What is installed. */
@Stateless
public class AboutService {
  @Inject Ports ports;

  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  @Resource(lookup = "java:jboss/datasources/ExSyncDS")
  private DataSource dataSource;

  /**
   * Identity and levels.
   *
   * @param database product and version
   * @param syncTables version of the sync tables
   */
  public record About(
      String installationId, String database, String syncTables, CrmCapabilities crm) {}

  public About get() {
    return new About(ports.installationId(), database(), syncTables(), ports.crm().capabilities());
  }

  private String database() {
    try (Connection connection = dataSource.getConnection()) {
      var meta = connection.getMetaData();
      return meta.getDatabaseProductName() + " " + meta.getDatabaseProductVersion();
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not say which product it is", e);
    }
  }

  private String syncTables() {
    List<?> versions =
        em.createNativeQuery(
                "select \"version\" from {h-schema}exsync_schema_history"
                    + " where \"version\" is not null order by \"installed_rank\" desc")
            .getResultList();
    return versions.isEmpty() ? "" : (String) versions.get(0);
  }
}
