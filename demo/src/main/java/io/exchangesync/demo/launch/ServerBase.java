package io.exchangesync.demo.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The base folder of one server instance. Configuration and deployments are copied from the
 * provisioned server, which is only read; the instance's data and logs stay.
 */
public record ServerBase(Path home, Path folder) {
  /** File name of the application in the deployments folder. */
  static final String EAR = "exchangesync.ear";

  /** How far the server has come with the application. */
  enum Deployment {
    PENDING,
    DONE,
    FAILED
  }

  /** Renews configuration and application, with the demonstration's users. */
  public void prepare() throws IOException {
    prepareConfiguration();
    Folders.replace(standalone().resolve("deployments"), deployments());
  }

  /** As {@link #prepare()} for a server whose application somebody else deploys. */
  public void prepareWithoutApplication() throws IOException {
    prepareConfiguration();
    Folders.delete(deployments());
    Files.createDirectories(deployments());
  }

  /** Whether the server has finished deploying the application, as its marker file says. */
  Deployment deployment() {
    if (Files.exists(deployments().resolve(EAR + ".failed"))) {
      return Deployment.FAILED;
    }
    return Files.exists(deployments().resolve(EAR + ".deployed"))
        ? Deployment.DONE
        : Deployment.PENDING;
  }

  private void prepareConfiguration() throws IOException {
    if (!Files.isDirectory(standalone())) {
      throw new ProcessFailure("no server in " + home + "; build wildfly-config first");
    }
    Path configuration = folder.resolve("configuration");
    Folders.replace(standalone().resolve("configuration"), configuration);
    DemoUsers.writeTo(configuration);
  }

  private Path standalone() {
    return home.resolve("standalone");
  }

  private Path deployments() {
    return folder.resolve("deployments");
  }
}
