package io.exchangesync.it;

import java.nio.file.Path;

/** What the build tells the tests: where the built things are and which ports are theirs. */
final class TestSettings {
  static final Path SERVER_HOME = path("exsync.server.home");
  static final Path EAR = path("exsync.server.ear");
  static final Path SIMULATOR = path("exsync.simulator.jar");
  static final Path DATA = path("exsync.it.data");
  static final PortBlock PORTS = PortBlock.take();

  private TestSettings() {}

  private static Path path(String property) {
    return Path.of(System.getProperty(property)).toAbsolutePath().normalize();
  }
}
