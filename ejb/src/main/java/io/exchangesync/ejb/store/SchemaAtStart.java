package io.exchangesync.ejb.store;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Brings the sync tables up to date before anything else begins; beans that use them at start
 * depend on this one.
 */
@Startup
@Singleton(name = "SchemaAtStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaAtStart {
  @Resource(lookup = "java:jboss/datasources/ExSyncDS")
  private DataSource dataSource;

  /** A migration that fails keeps the application from starting. */
  @PostConstruct
  void migrate() {
    String schema = Optional.ofNullable(System.getenv("EXSYNC_DB_SCHEMA")).orElse("crm7");
    new SchemaMigration(dataSource, schema).migrate();
  }
}
