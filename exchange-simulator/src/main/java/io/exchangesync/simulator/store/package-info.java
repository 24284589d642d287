/** Mailboxes with folders, items, change history and their journal; knows nothing of SOAP. */
package io.exchangesync.simulator.store;
