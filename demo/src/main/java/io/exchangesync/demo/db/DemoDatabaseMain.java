package io.exchangesync.demo.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Creates the demonstration database at a JDBC URL if it is absent.
 *
 * <p>Arguments: URL, then optionally user, password, level (8.5 to 12.2) and the day the diaries
 * lie around (ISO date, today by default).
 */
public final class DemoDatabaseMain {
  private DemoDatabaseMain() {}

  public static void main(String[] args) throws SQLException {
    if (args.length == 0) {
      System.err.println("usage: DemoDatabaseMain URL [user] [password] [level] [today]");
      System.exit(2);
    }
    String user = argument(args, 1).orElse(H2Server.USER);
    String password = argument(args, 2).orElse(H2Server.PASSWORD);
    String level = argument(args, 3).orElse(SuperOfficeSchema.LEVEL_12_2);
    LocalDate today = argument(args, 4).map(LocalDate::parse).orElse(LocalDate.now(ZoneOffset.UTC));
    try (Connection connection = DriverManager.getConnection(args[0], user, password)) {
      var outcome = DemoDatabase.createIfAbsent(connection, level, DemoPlan.around(today));
      System.out.println("demonstration database " + outcome.name().toLowerCase());
    }
  }

  private static Optional<String> argument(String[] args, int index) {
    return args.length > index ? Optional.of(args[index]) : Optional.empty();
  }
}
