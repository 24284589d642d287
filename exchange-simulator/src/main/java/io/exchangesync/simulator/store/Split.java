package io.exchangesync.simulator.store;

import java.util.Map;
import java.util.Optional;

/**
 * What a change makes of an item.
 *
 * @param kept the properties of the item itself
 * @param beside the properties of an item that is made from it
 */
public record Split(Map<String, Value> kept, Optional<Map<String, Value>> beside) {}
