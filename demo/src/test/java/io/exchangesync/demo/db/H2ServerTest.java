package io.exchangesync.demo.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2ServerTest {
  @TempDir Path data;

  @Test
  void theDatabaseOutlivesItsServerAndKnowsTheJobTablesByUnqualifiedName() throws Exception {
    int port = freePort();
    try (H2Server server = H2Server.start(data, port);
        Connection db = connect(server.jdbcUrl())) {
      JobRepositorySchema.createIfAbsent(db);
      SuperOfficeSchema.create(db, "crm7", "12.2");
      try (var insert =
          db.prepareStatement("insert into crm7.foreignapp values (1, 'Ærlig', ?, 0, ?, 0, 0)")) {
        insert.setObject(1, LocalDateTime.of(1760, 1, 1, 0, 0));
        insert.setObject(2, LocalDateTime.of(2026, 3, 29, 2, 30));
        insert.execute();
      }
    }
    try (H2Server server = H2Server.start(data, port);
        Connection db = connect(H2Server.applicationUrl(server.port()));
        var statement = db.createStatement()) {
      try (var rows = statement.executeQuery("SELECT COUNT(*) FROM JOB_EXECUTION")) {
        assertThat(rows.next()).isTrue();
      }
      try (var rows =
          statement.executeQuery("select * from [crm7].[FOREIGNAPP] where name = 'ærlig'")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getObject("registered", LocalDateTime.class)).isEqualTo("1760-01-01T00:00");
        assertThat(rows.getObject("updated", LocalDateTime.class)).isEqualTo("2026-03-29T02:30");
      }
    }
  }

  private static Connection connect(String url) throws Exception {
    return DriverManager.getConnection(url, H2Server.USER, H2Server.PASSWORD);
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
