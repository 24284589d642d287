package io.exchangesync.ejb.crm;

import io.exchangesync.demo.db.DemoCompany;
import io.exchangesync.demo.db.DemoPlan;
import io.exchangesync.demo.db.H2Server;
import io.exchangesync.demo.db.SuperOfficeSchema;
import io.exchangesync.ejb.crm.entity.AssociateEntity;
import io.exchangesync.ejb.crm.entity.BaseTzLocationEntity;
import io.exchangesync.ejb.crm.entity.ContactEntity;
import io.exchangesync.ejb.crm.entity.EmailEntity;
import io.exchangesync.ejb.crm.entity.PersonEntity;
import io.exchangesync.ejb.crm.entity.PriorityEntity;
import io.exchangesync.ejb.crm.entity.TaskEntity;
import io.exchangesync.ejb.crm.entity.TravelCurrentEntity;
import io.exchangesync.ejb.crm.entity.TzDstRuleEntity;
import io.exchangesync.ejb.crm.entity.TzLocationEntity;
import io.exchangesync.ejb.crm.entity.TzStdRuleEntity;
import io.exchangesync.ejb.crm.entity.UserGroupEntity;
import io.exchangesync.ejb.crm.entity.UserPreferenceEntity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.hibernate.cfg.Configuration;

/** A SuperOffice database of one level with the demonstration company, made once per test run. */
final class CrmTestDatabase {
  static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
  private static final Map<String, CrmTestDatabase> MADE = new HashMap<>();

  private final DataSource dataSource;
  private final String schema;
  private final EntityManagerFactory entities;

  private CrmTestDatabase(DataSource dataSource, String schema, String level) {
    this.dataSource = dataSource;
    this.schema = schema;
    try (Connection connection = dataSource.getConnection()) {
      drop(connection);
      SuperOfficeSchema.create(connection, schema, level);
      DemoPlan plan = new DemoPlan(TODAY, 11L, 25, 12, 600);
      DemoCompany.fill(connection, schema, plan);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    Configuration hibernate = new Configuration();
    List.of(
            AssociateEntity.class,
            BaseTzLocationEntity.class,
            ContactEntity.class,
            EmailEntity.class,
            PersonEntity.class,
            PriorityEntity.class,
            TaskEntity.class,
            TravelCurrentEntity.class,
            TzDstRuleEntity.class,
            TzLocationEntity.class,
            TzStdRuleEntity.class,
            UserGroupEntity.class,
            UserPreferenceEntity.class)
        .forEach(hibernate::addAnnotatedClass);
    hibernate.getProperties().put("hibernate.connection.datasource", dataSource);
    hibernate.setProperty("hibernate.default_schema", schema);
    hibernate.setProperty("hibernate.jdbc.time_zone", "UTC");
    this.entities = hibernate.buildSessionFactory();
  }

  /** H2 in memory, one per level and schema name. */
  static synchronized CrmTestDatabase h2(String level, String schema) {
    return MADE.computeIfAbsent(
        "h2-" + level + schema,
        name ->
            new CrmTestDatabase(
                JdbcConnectionPool.create(
                    "jdbc:h2:mem:crm-" + name + H2Server.OPTIONS, H2Server.USER, H2Server.PASSWORD),
                schema,
                level));
  }

  /**
   * The database of EXSYNC_TEST_DB_URL, _USER and _PASSWORD; schema exsync_crm_test is made anew.
   */
  static synchronized CrmTestDatabase external(String level) {
    return MADE.computeIfAbsent(
        "external-" + level,
        name ->
            new CrmTestDatabase(
                new UrlDataSource(
                    System.getenv("EXSYNC_TEST_DB_URL"),
                    Optional.ofNullable(System.getenv("EXSYNC_TEST_DB_USER")).orElse(""),
                    Optional.ofNullable(System.getenv("EXSYNC_TEST_DB_PASSWORD")).orElse("")),
                "exsync_crm_test",
                level));
  }

  DataSource dataSource() {
    return dataSource;
  }

  String schema() {
    return schema;
  }

  EntityManager entities() {
    return entities.createEntityManager();
  }

  /** Runs SQL in autocommit; {@code #} stands for the schema. */
  void execute(String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql.replace("#", "[" + schema + "]"));
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Rows by lower-case column name; {@code #} stands for the schema. */
  List<Map<String, Object>> query(String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql.replace("#", "[" + schema + "]"))) {
      List<Map<String, Object>> found = new ArrayList<>();
      while (rows.next()) {
        Map<String, Object> row = new HashMap<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          String name = rows.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT);
          row.put(name, value(rows, i));
        }
        found.add(row);
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  int number(String sql) {
    return (Integer) query(sql).get(0).values().iterator().next();
  }

  /** The rows of a table for which a condition holds. */
  List<Map<String, Object>> rows(String table, String where) {
    return query("SELECT * FROM #.[" + table + "] WHERE " + where);
  }

  /** The newest row of the change log. */
  int lastLog() {
    return number("SELECT MAX(traveltransactionlog_id) FROM #.[traveltransactionlog]");
  }

  /** What was logged behind a row of the change log, each as table number and type. */
  List<String> logged(int after) {
    return rows("traveltransactionlog", "traveltransactionlog_id > " + after).stream()
        .map(row -> row.get("tablenumber") + ":" + row.get("type"))
        .toList();
  }

  private static Object value(ResultSet rows, int index) throws SQLException {
    Object value = rows.getObject(index);
    if (value instanceof java.sql.Timestamp) {
      return rows.getObject(index, java.time.LocalDateTime.class);
    }
    if (value instanceof Number number) {
      return number.intValue();
    }
    return value instanceof byte[] || value == null ? value : rows.getString(index);
  }

  private void drop(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows = connection.getMetaData().getTables(null, schema, "%", null)) {
      while (rows.next()) {
        tables.add(rows.getString("TABLE_NAME"));
      }
    }
    try (Statement statement = connection.createStatement()) {
      for (String table : tables) {
        statement.execute("DROP TABLE [" + schema + "].[" + table + "]");
      }
    }
  }
}
