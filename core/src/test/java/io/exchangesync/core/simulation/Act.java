package io.exchangesync.core.simulation;

/** Something that happens in the world; does nothing where it finds nothing to happen to. */
interface Act {
  void live(SimulatedWorld world, Dice dice);
}
