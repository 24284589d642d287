/**
 * Writes to SuperOffice, each obeying the rules for direct writers: keys, stamps, change log,
 * dates, strings, references, the rows an appointment needs.
 */
package io.exchangesync.ejb.crm.write;
