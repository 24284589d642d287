/**
 * The values both sides speak of: diary rows, calendar items, links, bases, stamps.
 *
 * <p>The two sides are called <em>CRM side</em> (SuperOffice) and <em>mailbox side</em> (Exchange).
 * Everything here is immutable and free of I/O.
 */
package io.exchangesync.core.model;
