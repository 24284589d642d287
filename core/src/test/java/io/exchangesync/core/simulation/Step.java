package io.exchangesync.core.simulation;

/**
 * One step of a history: what somebody does, with a seed of its own, so that it does the same when
 * other steps are left out.
 *
 * @param number gives the names and values it brings into the world
 */
record Step(int number, String act, long seed) {
  @Override
  public String toString() {
    return "new Step(%d, \"%s\", %dL)".formatted(number, act, seed);
  }
}
