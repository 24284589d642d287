/** The frame of Exchange Web Services: requests taken apart, answers and faults written. */
package io.exchangesync.simulator.soap;
