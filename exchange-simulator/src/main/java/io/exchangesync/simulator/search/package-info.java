/** Search expressions and sort orders of FindItem. */
package io.exchangesync.simulator.search;
