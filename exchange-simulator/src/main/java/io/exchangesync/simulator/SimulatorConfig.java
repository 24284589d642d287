package io.exchangesync.simulator;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How a simulator starts.
 *
 * @param host the address to listen on
 * @param port of HTTP; 0 takes a free one
 * @param httpsPort of HTTPS, if wanted; 0 takes a free one
 * @param keyStore PKCS12 file of HTTPS; without one it is made in the data folder
 * @param keyStorePassword of that file
 * @param data folder of the mailboxes; without one they end with the simulator
 * @param tokens accepted bearer tokens and the application each belongs to
 */
public record SimulatorConfig(
    String host,
    int port,
    Optional<Integer> httpsPort,
    Optional<Path> keyStore,
    String keyStorePassword,
    Optional<Path> data,
    Map<String, String> tokens) {

  public SimulatorConfig {
    tokens = Map.copyOf(tokens);
  }

  /** On a free port of this machine, forgetting everything at the end. */
  public static SimulatorConfig forTests() {
    return new SimulatorConfig(
        "127.0.0.1", 0, Optional.empty(), Optional.empty(), "changeit", Optional.empty(), Map.of());
  }

  public SimulatorConfig withPort(int newPort) {
    return new SimulatorConfig(host, newPort, httpsPort, keyStore, keyStorePassword, data, tokens);
  }

  public SimulatorConfig withData(Path folder) {
    return new SimulatorConfig(
        host, port, httpsPort, keyStore, keyStorePassword, Optional.of(folder), tokens);
  }

  public SimulatorConfig withHttps(int newPort) {
    return new SimulatorConfig(
        host, port, Optional.of(newPort), keyStore, keyStorePassword, data, tokens);
  }

  public SimulatorConfig withTokens(Map<String, String> accepted) {
    return new SimulatorConfig(host, port, httpsPort, keyStore, keyStorePassword, data, accepted);
  }
}
