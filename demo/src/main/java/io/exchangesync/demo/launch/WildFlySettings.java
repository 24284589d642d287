package io.exchangesync.demo.launch;

import java.nio.file.Path;
import java.util.Map;

/**
 * How one server instance runs.
 *
 * @param home the provisioned server; only read
 * @param base folder of the instance: configuration, deployments, data and logs
 * @param jdbcUrl database of SuperOffice, the sync tables and the job repository
 * @param heap the Java heap limit, as in -Xmx
 * @param environment further environment variables (EXSYNC_…)
 */
public record WildFlySettings(
    Path home,
    Path base,
    ServerPorts ports,
    String jdbcUrl,
    String dbUser,
    String dbPassword,
    String heap,
    Map<String, String> environment) {

  public WildFlySettings {
    environment = Map.copyOf(environment);
  }
}
