package io.exchangesync.core.mapping;

import io.exchangesync.core.mapping.Guests.Guest;
import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.Meeting;
import io.exchangesync.core.model.Meeting.Address;
import io.exchangesync.core.model.Meeting.Attendee;
import io.exchangesync.core.model.Meeting.Response;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who the attendees of an item are.
 *
 * <p>Invariant: an attendee stays who he was when both sides agreed, also when his address has
 * changed hands in SuperOffice since; of several who share an address he is the one on the booking.
 */
final class Invited {
  private final People people;
  private final Map<String, String> agreed;
  private final Set<String> booked = new LinkedHashSet<>();

  /**
   * @param base the last agreed readings
   */
  Invited(People people, Optional<Base> base) {
    this.people = people;
    this.agreed = Guests.byAddress(text(base.map(Base::mailbox).flatMap(Invited::participants)));
    Guests.parse(text(base.map(Base::crm).flatMap(Invited::participants))).keySet().stream()
        .filter(Who::known)
        .forEach(booked::add);
  }

  private static Optional<String> participants(io.exchangesync.core.model.FieldValues values) {
    return values.get(Field.PARTICIPANTS);
  }

  private static String text(Optional<String> reading) {
    return reading.orElse("");
  }

  String who(Address address) {
    String written = address.smtp().isEmpty() ? address.exchange() : address.smtp();
    Optional<String> was = Optional.ofNullable(agreed.get(Who.word(written)));
    if (was.filter(booked::contains).isPresent()) {
      return was.get();
    }
    return booked.stream()
        .filter(one -> people.addresses(one).contains(address.smtp()))
        .findFirst()
        .or(() -> was)
        .orElseGet(() -> Who.of(address, people));
  }

  /** The attendees by identity; nobody on the organizer's own copy has replied "organizer". */
  Map<String, Guest> guests(Meeting meeting) {
    Map<String, Guest> guests = new TreeMap<>();
    for (Attendee one : meeting.attendees()) {
      String who = who(one.address());
      Response reply = one.response() == Response.ORGANIZER ? Response.NONE : one.response();
      String address = Who.known(who) ? Who.word(written(one.address())) : "";
      guests.putIfAbsent(who, new Guest(address, reply));
    }
    return guests;
  }

  private static String written(Address address) {
    return address.smtp().isEmpty() ? address.exchange() : address.smtp();
  }
}
