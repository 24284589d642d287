package io.exchangesync.simulator.store;

/**
 * What is left of a folder that was deleted, so that sync states can tell it.
 *
 * @param created counter value when it was made
 * @param deleted counter value when it went
 */
public record FolderTombstone(long number, long created, long deleted) {}
