/** Meetings between mailboxes: requests, updates, cancellations and replies, and who gets them. */
package io.exchangesync.simulator.meetings;
