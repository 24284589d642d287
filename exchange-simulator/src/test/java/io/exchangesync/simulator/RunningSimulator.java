package io.exchangesync.simulator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A simulator per test with Anna, Bo and a service account that may impersonate. */
abstract class RunningSimulator {
  static final String NINE = "2026-03-10T09:00:00Z";
  static final String TEN = "2026-03-10T10:00:00Z";

  ExchangeSimulator simulator;
  EwsClient anna;
  EwsClient bo;
  EwsClient service;

  @BeforeEach
  void start() {
    simulator = ExchangeSimulator.start(SimulatorConfig.forTests());
    simulator.addMailbox("anna@example.com", "Anna Berg", "secret");
    simulator.addMailbox("bo@example.com", "Bo Dahl", "secret");
    simulator.addImpersonator("sync@example.com", "Sync User", "secret");
    anna = EwsClient.basic(simulator.url(), "anna@example.com", "secret");
    bo = EwsClient.basic(simulator.url(), "bo@example.com", "secret");
    service = EwsClient.basic(simulator.url(), "sync@example.com", "secret");
  }

  @AfterEach
  void stop() {
    simulator.close();
  }
}
