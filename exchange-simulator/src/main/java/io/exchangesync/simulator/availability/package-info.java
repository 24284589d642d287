/** Who is busy when, as GetUserAvailability tells it. */
package io.exchangesync.simulator.availability;
