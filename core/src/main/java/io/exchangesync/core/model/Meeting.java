package io.exchangesync.core.model;

import java.util.List;
import java.util.Objects;

/**
 * What makes a calendar item a meeting.
 *
 * @param attendees everybody invited, rooms included, without the organizer
 * @param myResponse the mailbox owner's own reply; ORGANIZER on the organizer's copy
 * @param cancelled the organizer has called it off
 */
public record Meeting(
    Address organizer, List<Attendee> attendees, Response myResponse, boolean cancelled) {
  public Meeting {
    Objects.requireNonNull(organizer);
    attendees = List.copyOf(attendees);
    Objects.requireNonNull(myResponse);
  }

  /** The same with another reply of the mailbox's owner. */
  public Meeting withMyResponse(Response response) {
    return new Meeting(organizer, attendees, response, cancelled);
  }

  /** Whether an address is invited. */
  public boolean invites(String smtp) {
    return attendees.stream().anyMatch(one -> one.address().smtp().equalsIgnoreCase(smtp));
  }

  /**
   * @param smtp lower case; "" if unknown
   * @param name as shown
   * @param exchange address inside Exchange (RoutingType EX) where no SMTP address is known; else
   *     ""
   */
  public record Address(String smtp, String name, String exchange) {
    public Address {
      Objects.requireNonNull(smtp);
      Objects.requireNonNull(name);
      Objects.requireNonNull(exchange);
    }

    /** An SMTP address, or a name alone. */
    public Address(String smtp, String name) {
      this(smtp, name, "");
    }

    /** Whether mail can reach it. */
    public boolean reachable() {
      return !smtp.isEmpty() || !exchange.isEmpty();
    }
  }

  /** One invited address. */
  public record Attendee(Address address, Part part, Response response) {
    public Attendee {
      Objects.requireNonNull(address);
      Objects.requireNonNull(part);
      Objects.requireNonNull(response);
    }
  }

  /** How somebody is invited. */
  public enum Part {
    REQUIRED,
    OPTIONAL,
    RESOURCE
  }

  /** ResponseType of the EWS schema. */
  public enum Response {
    NONE,
    ORGANIZER,
    TENTATIVE,
    ACCEPTED,
    DECLINED
  }
}
