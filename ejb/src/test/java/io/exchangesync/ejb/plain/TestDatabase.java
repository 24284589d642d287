package io.exchangesync.ejb.plain;

import io.exchangesync.ejb.store.DatabaseTime;
import io.exchangesync.ejb.store.SchemaMigration;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;

/** A database with the sync tables, and persistence unit {@code exsync} upon it. */
public final class TestDatabase {
  /** Options of the demonstration's database. */
  public static final String H2_OPTIONS =
      ";MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
          + ";IGNORECASE=TRUE;DB_CLOSE_DELAY=-1;TIME ZONE=UTC;LOCK_TIMEOUT=20000";

  private static final String SCHEMA = "exsync_test";
  private static TestDatabase h2;
  private static TestDatabase sqlServer;

  private final DataSource dataSource;
  private final EntityManagerFactory factory;
  private final PlainContainer container;
  private final DatabaseTime time;

  private TestDatabase(DataSource dataSource) {
    this.dataSource = dataSource;
    new SchemaMigration(dataSource, ensured(SCHEMA)).migrate();
    time = DatabaseTime.of(dataSource);
    factory = factory(dataSource);
    container = new PlainContainer(factory);
  }

  /** H2 in memory, one for the whole test run. */
  public static synchronized TestDatabase h2() {
    if (h2 == null) {
      h2 = new TestDatabase(JdbcConnectionPool.create("jdbc:h2:mem:stores" + H2_OPTIONS, "sa", ""));
    }
    return h2.emptied();
  }

  /** The SQL Server of EXSYNC_TEST_DB_URL, _USER and _PASSWORD; its schema exsync_test is made. */
  public static synchronized TestDatabase sqlServer() {
    if (sqlServer == null) {
      var source = new com.microsoft.sqlserver.jdbc.SQLServerDataSource();
      source.setURL(System.getenv("EXSYNC_TEST_DB_URL"));
      source.setUser(System.getenv("EXSYNC_TEST_DB_USER"));
      source.setPassword(System.getenv("EXSYNC_TEST_DB_PASSWORD"));
      sqlServer = new TestDatabase(source);
    }
    return sqlServer.emptied();
  }

  public PlainContainer container() {
    return container;
  }

  public DatabaseTime time() {
    return time;
  }

  public DataSource dataSource() {
    return dataSource;
  }

  /** Runs a statement in autocommit; {@code {schema}} stands for the schema. */
  public void execute(String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql.replace("{schema}", SCHEMA));
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** First column of the first row of a query; {@code {schema}} stands for the schema. */
  public String text(String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql.replace("{schema}", SCHEMA))) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private TestDatabase emptied() {
    for (String table :
        List.of(
            "mailbox",
            "lease",
            "setting",
            "link",
            "change",
            "node",
            "journal",
            "hold",
            "run_count",
            "schedule",
            "connection",
            "secret")) {
      execute("delete from {schema}.exsync_" + table);
    }
    execute("delete from {schema}.exsync_cursor where mailbox_id <> 0");
    execute("update {schema}.exsync_cursor set sync_position = ''");
    return this;
  }

  /** Creates a schema unless it is there. */
  public String ensured(String schema) {
    try (Connection connection = dataSource.getConnection();
        ResultSet schemas = connection.getMetaData().getSchemas()) {
      while (schemas.next()) {
        if (schemas.getString("TABLE_SCHEM").equalsIgnoreCase(schema)) {
          return schema;
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    execute("create schema " + schema);
    return schema;
  }

  /** How many SQL statements were prepared since the last call. */
  public long statements() {
    Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
    long count = statistics.getPrepareStatementCount();
    statistics.clear();
    return count;
  }

  private static EntityManagerFactory factory(DataSource dataSource) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
    properties.put("jakarta.persistence.nonJtaDataSource", dataSource);
    properties.put("hibernate.default_schema", SCHEMA);
    properties.put("hibernate.generate_statistics", "true");
    return Persistence.createEntityManagerFactory("exsync", properties);
  }
}
