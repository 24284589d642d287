package io.exchangesync.ejb.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Brings the sync tables to the version this product needs; SuperOffice's own tables are never
 * touched.
 */
public final class SchemaMigration {
  private static final String HISTORY = "exsync_schema_history";

  private final DataSource dataSource;
  private final String schema;

  /**
   * @param schema where the sync tables live; it must exist
   */
  public SchemaMigration(DataSource dataSource, String schema) {
    if (!schema.matches("\\w+")) {
      throw new IllegalArgumentException("not a schema name: " + schema);
    }
    this.dataSource = dataSource;
    this.schema = schema;
  }

  /**
   * Runs the migrations that are missing, outside any transaction of the caller.
   *
   * @return how many were run
   * @throws org.flywaydb.core.api.FlywayException if one fails, or if one that was run has changed
   *     since
   */
  public int migrate() {
    MigrateResult result = flyway().migrate();
    return result.migrationsExecuted;
  }

  /** Version of the tables that are there; "" if there are none. */
  public String version() {
    var current = flyway().info().current();
    return current == null || current.getVersion() == null ? "" : current.getVersion().toString();
  }

  private Flyway flyway() {
    return Flyway.configure(SchemaMigration.class.getClassLoader())
        .dataSource(dataSource)
        .defaultSchema(schema)
        .createSchemas(false)
        .table(HISTORY)
        .resourceProvider(new PackagedMigrations())
        .javaMigrations(new UidHashMigration(schema))
        .placeholders(java.util.Map.of("schema", schema))
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .cleanDisabled(true)
        .outOfOrder(true)
        .load();
  }
}
