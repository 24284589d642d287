package io.exchangesync.demo.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The demonstration's users of the admin API and of the console. Their passwords are published in
 * docs/demo.md; the server image itself has no user.
 */
public final class DemoUsers {
  /** A user of the admin API with the roles it has. */
  public record User(String name, String password, List<String> roles) {}

  public static final User ADMINISTRATOR =
      new User("admin", "admin-demo", List.of("administrator", "operator", "viewer"));
  public static final User OPERATOR =
      new User("operator", "operator-demo", List.of("operator", "viewer"));
  public static final User VIEWER = new User("viewer", "viewer-demo", List.of("viewer"));

  private static final List<User> ALL = List.of(ADMINISTRATOR, OPERATOR, VIEWER);

  private DemoUsers() {}

  /** Writes the users into the configuration folder of a server. */
  public static void writeTo(Path configuration) throws IOException {
    var users = new StringBuilder("#$REALM_NAME=ExchangeSync$\n");
    var roles = new StringBuilder();
    for (User user : ALL) {
      users.append(user.name()).append('=').append(digest(user, "ExchangeSync")).append('\n');
      roles.append(user.name()).append('=').append(String.join(",", user.roles())).append('\n');
    }
    Files.writeString(configuration.resolve("exchangesync-users.properties"), users);
    Files.writeString(configuration.resolve("exchangesync-roles.properties"), roles);
    Files.writeString(
        configuration.resolve("mgmt-users.properties"),
        "#$REALM_NAME=ManagementRealm$\n"
            + ADMINISTRATOR.name()
            + "="
            + digest(ADMINISTRATOR, "ManagementRealm")
            + "\n");
  }

  /** The form WildFly's properties realm stores: HEX(MD5(name:realm:password)). */
  private static String digest(User user, String realm) {
    String text = user.name() + ":" + realm + ":" + user.password();
    try {
      byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
