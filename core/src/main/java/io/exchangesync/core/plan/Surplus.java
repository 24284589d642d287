package io.exchangesync.core.plan;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmReferences;
import io.exchangesync.core.model.CrmSeries;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells whether a user gave a plain row of a meeting something that his row of the organizer's
 * booking lacks: such a row is never deleted for the other one.
 */
public final class Surplus {
  private Surplus() {}

  /** Whether the plain row or series says more than the booking's. */
  public static boolean of(CrmAppointment plain, CrmAppointment booked) {
    boolean marked =
        rows(plain)
            .anyMatch(
                row ->
                    row.completed()
                        || row.ties().milestone()
                        || row.ties().activeLinks() != 0
                        || row.ties().documentId() != 0);
    return marked
        || refersTo(plain, booked, CrmReferences::contactId)
        || refersTo(plain, booked, CrmReferences::personId)
        || refersTo(plain, booked, CrmReferences::projectId)
        || refersTo(plain, booked, CrmReferences::saleId);
  }

  private static boolean refersTo(
      CrmAppointment plain, CrmAppointment booked, ToIntFunction<CrmReferences> key) {
    Set<Integer> there =
        rows(booked).map(row -> key.applyAsInt(row.references())).collect(Collectors.toSet());
    return rows(plain)
        .mapToInt(row -> key.applyAsInt(row.references()))
        .anyMatch(found -> found != 0 && !there.contains(found));
  }

  private static Stream<CrmAppointment> rows(CrmAppointment row) {
    return row.series()
        .map(dates -> dates.occurrences().stream().map(CrmSeries.Occurrence::row))
        .orElseGet(() -> Stream.of(row));
  }
}
