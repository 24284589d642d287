/** What a server makes of calendar items on saving. */
package io.exchangesync.simulator.calendar;
