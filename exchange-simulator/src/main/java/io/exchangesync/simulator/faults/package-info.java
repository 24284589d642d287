/** Faults on demand: rules and what they do. */
package io.exchangesync.simulator.faults;
