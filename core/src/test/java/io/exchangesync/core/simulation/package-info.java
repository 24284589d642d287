/**
 * The whole engine in a random world: associates, rooms and people outside act on both sides of
 * several linked mailboxes, and an oracle that knows only what they did checks what became of it.
 *
 * <p>Read {@link io.exchangesync.core.simulation.History} first; what users can do is in the
 * classes that end in {@code Acts}.
 */
package io.exchangesync.core.simulation;
