package io.exchangesync.core.simulation;

/** What must hold of contacts and selections at rest. */
final class People {
  private final SimulatedWorld world;

  People(SimulatedWorld world) {
    this.world = world;
  }

  void check() {
    world.tell("");
  }
}
