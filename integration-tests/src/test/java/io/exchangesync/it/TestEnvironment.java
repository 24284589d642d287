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
 * ports, a SuperOffice database as a process and an empty base folder with the demonstration's
 * users.
 *
 * <p>arquillian.xml takes ports and database from the system properties that are set here.
 */
public final class TestEnvironment implements LauncherSessionListener {
  static final String OFFSET = "exsync.it.port.offset";

  private static final int MANAGEMENT = 9990;

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
    int offset = TestSettings.PORTS.offset(0);
    database =
        new DatabaseProcess(
            folder,
            PortBlock.database(offset),
            TestSettings.DATA.resolve("logs/arquillian-db.log"));
    System.setProperty(OFFSET, Integer.toString(offset));
    System.setProperty("exsync.it.management.port", Integer.toString(MANAGEMENT + offset));
    System.setProperty("exsync.it.db.url", database.applicationUrl());
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
