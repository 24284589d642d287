package io.exchangesync.core.model;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The participants of a booking master (schema 4.8), as its child rows say.
 *
 * @param eventUid invitation.event_uid of the master; "" if there is none
 */
public record CrmBooking(List<Participant> participants, String eventUid) {
  public CrmBooking {
    participants = List.copyOf(participants);
    Objects.requireNonNull(eventUid);
  }

  /** The same with each participant changed. */
  public CrmBooking withEach(UnaryOperator<Participant> change) {
    return new CrmBooking(participants.stream().map(change).toList(), eventUid);
  }

  /**
   * One child row.
   *
   * @param rowId appointment_id of the child; 0 if it is still to be made
   * @param associateId owner of the diary it stands in; 0 = outside person
   * @param personId invitedPersonId; 0 for resources and unknown addresses
   * @param type 6 while unanswered, 1 afterwards
   * @param status 5, 7, 9, 10, 1
   * @param email address of the person, associate or emailId; lower case, "" if unknown
   * @param resource associate type 1
   * @param addresses every address of the person or associate, lower case; {@code email} is one of
   *     them
   */
  public record Participant(
      int rowId,
      int associateId,
      int personId,
      int type,
      int status,
      String email,
      String name,
      boolean resource,
      Set<String> addresses) {
    public Participant {
      Objects.requireNonNull(email);
      Objects.requireNonNull(name);
      addresses = Set.copyOf(addresses);
    }

    /** One with no other address. */
    public Participant(
        int rowId,
        int associateId,
        int personId,
        int type,
        int status,
        String email,
        String name,
        boolean resource) {
      this(
          rowId,
          associateId,
          personId,
          type,
          status,
          email,
          name,
          resource,
          email.isEmpty() ? Set.of() : Set.of(email));
    }

    /** The same without a row. */
    public Participant unwritten() {
      return new Participant(
          0, associateId, personId, type, status, email, name, resource, addresses);
    }

    /** The same with another reply. */
    public Participant with(int newType, int newStatus) {
      return new Participant(
          rowId, associateId, personId, newType, newStatus, email, name, resource, addresses);
    }

    /** The same written to with another address. */
    public Participant with(String address) {
      return new Participant(
          rowId, associateId, personId, type, status, address, name, resource, addresses);
    }
  }
}
