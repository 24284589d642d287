package io.exchangesync.demo.launch;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the build left the server and the simulator.
 *
 * @param project the project's root folder
 * @param serverHome the provisioned server
 * @param simulator the simulator's runnable jar
 */
public record BuiltFiles(Path project, Path serverHome, Path simulator) {
  /**
   * Finds them from the place of this class in the build; system properties exsync.server.home and
   * exsync.simulator.jar override it.
   *
   * @throws ProcessFailure if something is missing, with what to do
   */
  public static BuiltFiles find() {
    Path project = projectOf(codeSource());
    var found =
        new BuiltFiles(
            project,
            property("exsync.server.home").orElse(project.resolve("wildfly-config/target/server")),
            property("exsync.simulator.jar")
                .orElse(project.resolve("exchange-simulator/target/exchange-simulator.jar")));
    found.require(found.serverHome());
    found.require(found.simulator());
    return found;
  }

  private void require(Path built) {
    if (!Files.exists(built)) {
      throw new ProcessFailure(built + " is missing; build the project with: mvn package");
    }
  }

  private static Optional<Path> property(String name) {
    return Optional.ofNullable(System.getProperty(name)).map(Path::of).map(Path::toAbsolutePath);
  }

  /** The first folder above that holds module wildfly-config. */
  private static Path projectOf(Path place) {
    Path folder = place;
    while (folder != null && !Files.isDirectory(folder.resolve("wildfly-config"))) {
      folder = folder.getParent();
    }
    return Optional.ofNullable(folder).orElse(Path.of("").toAbsolutePath());
  }

  private static Path codeSource() {
    try {
      return Path.of(BuiltFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
