package io.exchangesync.it;

import io.exchangesync.demo.db.DemoDatabase;
import io.exchangesync.demo.db.H2Server;
import io.exchangesync.demo.db.SuperOfficeSchema;
import io.exchangesync.demo.launch.DatabaseProcess;
import io.exchangesync.demo.launch.Folders;
import io.exchangesync.demo.launch.ServerBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * What the container of the Arquillian tests needs before it starts and keeps until the last test:
 * a SuperOffice database as a process and an empty base folder with the demonstration's users.
 */
public final class TestEnvironment implements LauncherSessionListener {
  private DatabaseProcess database;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    var folder = TestSettings.DATA.resolve("arquillian-db");
    try {
      Folders.delete(folder);
      new ServerBase(TestSettings.SERVER_HOME, TestSettings.DATA.resolve("arquillian"))
          .prepareWithoutApplication();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    database =
        new DatabaseProcess(
            folder, TestSettings.DB_PORT, TestSettings.DATA.resolve("logs/arquillian-db.log"));
    database.start();
    createTables();
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    database.close();
  }

  private void createTables() {
    try (var connection =
        DriverManager.getConnection(database.jdbcUrl(), H2Server.USER, H2Server.PASSWORD)) {
      DemoDatabase.createIfAbsent(
          connection, SuperOfficeSchema.LEVEL_12_2, ServerUnderTest.smallCompany());
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create the test database", e);
    }
  }
}
