/**
 * Offline address books of the simulator's directory, version 4 full details, as [MS-OXOAB] and
 * [MS-OXWOAB] describe them.
 */
package io.exchangesync.simulator.oab;
