package io.exchangesync.core.port;

/**
 * What this SuperOffice database can hold, found from the columns that exist (a level is a set of
 * columns, not a version number).
 *
 * @param agenda agenda_text_id and html_text exist (10.2.6): title and body are separate, the body
 *     is HTML
 * @param textLength characters a text row takes: 2047 before 10.2.6, 4000 from then on
 * @param locationLength characters of appointment.location
 * @param ownedExternally appointment.owned_externally exists (10.5.4)
 */
public record CrmCapabilities(
    boolean agenda, int textLength, int locationLength, boolean ownedExternally) {}
