/** Recurrence patterns, the dates they mean, and the occurrences of a stored master. */
package io.exchangesync.simulator.series;
