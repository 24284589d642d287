package io.exchangesync.demo.launch;

import java.nio.file.Path;
import java.util.Map;

/**
 * How one server instance runs.
 *
 * @param home the provisioned server; only read
 * @param base folder of the instance: configuration, deployments, data and logs
 * @param portOffset added to 8080 (API) and 9990 (management)
 * @param jdbcUrl database of SuperOffice, the sync tables and the job repository
 * @param heap the Java heap limit, as in -Xmx
 * @param environment further environment variables (EXSYNC_…)
 */
public record WildFlySettings(
    Path home,
    Path base,
    int portOffset,
    String jdbcUrl,
    String dbUser,
    String dbPassword,
    String heap,
    Map<String, String> environment) {

  public WildFlySettings {
    environment = Map.copyOf(environment);
  }

  int httpPort() {
    return 8080 + portOffset;
  }

  int managementPort() {
    return 9990 + portOffset;
  }
}
