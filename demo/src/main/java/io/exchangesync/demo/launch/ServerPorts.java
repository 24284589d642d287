package io.exchangesync.demo.launch;

/**
 * The server's ports; the offset moves these two and every other port of the server.
 *
 * @param http admin API
 * @param management console, health and metrics
 */
public record ServerPorts(int http, int management, int offset) {
  /** WildFly's usual ports, moved by the offset. */
  public static ServerPorts movedBy(int offset) {
    return new ServerPorts(8080, 9990, offset);
  }

  int httpInUse() {
    return http + offset;
  }

  int managementInUse() {
    return management + offset;
  }
}
