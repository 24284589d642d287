package io.exchangesync.demo.launch;

import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalInt;

/**
 * An appointment as its owner would enter it in Outlook.
 *
 * @param start wall clock of Western Europe; midnight for an all-day item
 * @param end likewise; exclusive midnight for an all-day item
 * @param sensitivity an EWS SensitivityChoices value
 * @param freeBusy an EWS LegacyFreeBusyType value
 * @param reminderMinutes before the start; empty for no reminder
 */
public record SeedItem(
    String subject,
    LocalDateTime start,
    LocalDateTime end,
    boolean allDay,
    String htmlBody,
    String location,
    List<String> categories,
    String sensitivity,
    String freeBusy,
    OptionalInt reminderMinutes) {

  public SeedItem {
    categories = List.copyOf(categories);
  }
}
