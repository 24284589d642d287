/** Calendar items as iCalendar (RFC 5545), the way Exchange gives and takes their MIME content. */
package io.exchangesync.simulator.ical;
