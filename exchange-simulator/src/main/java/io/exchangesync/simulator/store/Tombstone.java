package io.exchangesync.simulator.store;

/**
 * What is left of an item that went from a folder, so that sync states can tell it.
 *
 * @param created counter value when the item had come into the folder
 * @param deleted counter value when it went
 */
public record Tombstone(long number, long folder, long created, long deleted) {}
