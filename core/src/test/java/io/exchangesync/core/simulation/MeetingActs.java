package io.exchangesync.core.simulation;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.core.model.CrmBooking.Participant;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.Meeting;
import io.exchangesync.core.model.Meeting.Response;
import io.exchangesync.core.simulation.Thing.Shape;
import io.exchangesync.core.simulation.Thing.Side;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What organizers and guests do with single meetings. */
final class MeetingActs {
  private MeetingActs() {}

  static Map<String, Act> all() {
    return Map.of(
        "meeting is called in Outlook", MeetingActs::invites,
        "meeting is booked in SuperOffice", MeetingActs::books,
        "outsider invites", MeetingActs::outsiderInvites,
        "organizer edits in Outlook", MeetingActs::organizerEdits,
        "organizer edits in SuperOffice", MeetingActs::masterIsEdited,
        "guest replies in Outlook", MeetingActs::replies,
        "guest replies in SuperOffice", MeetingActs::repliesInCrm,
        "guest edits in Outlook", MeetingActs::guestEdits,
        "guest deletes in Outlook", MeetingActs::guestDeletes,
        "meeting is cancelled", MeetingActs::cancels);
  }

  private static int who(Dice dice) {
    return dice.any(Cast.ANNA, Cast.BERIT, Cast.CARL);
  }

  private static List<Integer> guests(Dice dice, int organizer) {
    return dice.some(
        Stream.of(Cast.ANNA, Cast.BERIT, Cast.CARL, Cast.DORA, Cast.ROOM)
            .filter(each -> each != organizer)
            .toList());
  }

  static Thing entered(
      SimulatedWorld world, Dice dice, int organizer, Side side, List<Integer> guests) {
    Thing thing = SingleActs.entered(world, dice, organizer, side, Shape.SINGLE);
    thing.meeting();
    guests.forEach(thing::invites);
    return thing;
  }

  private static void invites(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    List<Integer> guests = guests(dice, who);
    List<String> addresses = new ArrayList<>(guests.stream().map(Cast::address).toList());
    if (dice.oneIn(3)) {
      addresses.add(Cast.OLGA);
      addresses.add(Cast.STRANGER);
    }
    if (addresses.isEmpty() || !world.ledger.meetingsAreSafe()) {
      return;
    }
    world.tell(who + " invites " + addresses + " to n" + dice.number());
    LocalDateTime start = SingleActs.start(world, dice);
    world.post().invite(Cast.address(who), SingleActs.item(dice, start).build(), addresses);
    entered(world, dice, who, Side.MAILBOX, guests);
  }

  /** Nobody of whom a mailbox is linked: each linked guest gets a row of his own. */
  private static void outsiderInvites(SimulatedWorld world, Dice dice) {
    String organizer = dice.any(Cast.OLGA, Cast.address(Cast.DORA));
    List<Integer> guests = dice.some(List.of(Cast.ANNA, Cast.BERIT, Cast.CARL));
    if (guests.isEmpty() || !world.ledger.meetingsAreSafe()) {
      return;
    }
    world.tell(organizer + " invites " + guests + " to n" + dice.number());
    LocalDateTime start = SingleActs.start(world, dice);
    world
        .post()
        .invite(
            organizer,
            SingleActs.item(dice, start).build(),
            guests.stream().map(Cast::address).toList());
    Thing thing = world.ledger.made("n" + dice.number(), Shape.SINGLE, 0);
    thing.meeting();
    guests.forEach(thing::invites);
  }

  private static void books(SimulatedWorld world, Dice dice) {
    int who = dice.any(Cast.ANNA, Cast.BERIT, Cast.CARL, Cast.DORA);
    List<Integer> guests = guests(dice, who);
    List<Participant> participants =
        new ArrayList<>(guests.stream().map(Cast::participant).toList());
    if (dice.oneIn(3)) {
      participants.add(new Participant(0, 0, 501, 1, 1, Cast.OLGA, "Olga", false));
    }
    if (participants.isEmpty() || !world.ledger.meetingsAreSafe()) {
      return;
    }
    world.tell(who + " books n" + dice.number() + " with " + guests);
    LocalDateTime start = SingleActs.start(world, dice);
    world.crm.userCreates(
        Blanks.row(who, start, world.clock.instant())
            .with()
            .title("n" + dice.number() + " " + dice.token('t'))
            .location(dice.token('p'))
            .agenda("<p>" + dice.token('b') + "</p>")
            .booking(Optional.of(new CrmBooking(participants, "")))
            .build());
    entered(world, dice, who, Side.CRM, guests);
  }

  static Optional<MailboxAppointment> any(
      SimulatedWorld world, Dice dice, int who, Predicate<MailboxAppointment> wanted) {
    return dice.one(
        world.calendar(who).items().stream()
            .filter(item -> item.meeting().filter(Meeting::cancelled).isEmpty())
            .filter(item -> world.ledger.of(item.subject()).filter(Thing::isMeeting).isPresent())
            .filter(wanted)
            .toList(),
        MailboxAppointment::subject);
  }

  static boolean organizes(MailboxAppointment item) {
    return item.meetingRole() == MeetingRole.ORGANIZER;
  }

  static boolean attends(MailboxAppointment item) {
    return item.meetingRole() == MeetingRole.ATTENDEE;
  }

  private static void organizerEdits(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    any(world, dice, who, item -> organizes(item) && item.series().isEmpty())
        .ifPresent(
            item -> {
              Thing thing = world.ledger.of(item.subject()).orElseThrow();
              char field = dice.any('t', 'p', 'b', 'w');
              LocalDateTime start = SingleActs.start(world, dice);
              world.tell(who + " changes " + field + " of his meeting " + item.subject());
              world
                  .post()
                  .update(
                      Cast.address(who),
                      item.version(),
                      edit -> SingleActs.edited(dice, thing, field, start, item, edit));
              SingleActs.note(world, dice, thing, who, Side.MAILBOX, field, start);
            });
  }

  private static List<CrmAppointment> rows(
      SimulatedWorld world, int who, Predicate<CrmAppointment> wanted) {
    return world.rows(who).stream()
        .filter(row -> !Views.left(row) && row.ties().recurrenceRuleId() == 0)
        .filter(wanted)
        .toList();
  }

  private static void masterIsEdited(SimulatedWorld world, Dice dice) {
    int who = dice.any(Cast.ANNA, Cast.BERIT, Cast.CARL, Cast.DORA);
    dice.one(rows(world, who, CrmAppointment::bookingMaster), CrmAppointment::title)
        .ifPresent(
            row -> {
              Thing thing = world.ledger.of(row.title()).orElseThrow();
              char field = dice.any('t', 'p', 'b', 'w');
              LocalDateTime start = SingleActs.start(world, dice);
              world.tell(who + " edits " + field + " of his booking " + row.title());
              world.crm.userEdits(
                  row.recordId(),
                  edit ->
                      switch (field) {
                        case 't' -> edit.title(thing.name() + " " + dice.token('t'));
                        case 'p' -> edit.location(dice.token('p'));
                        case 'b' -> edit.agenda("<p>" + dice.token('b') + "</p>");
                        default ->
                            edit.doBy(start).activeDate(start).endDate(start.plusMinutes(30));
                      });
              SingleActs.note(world, dice, thing, who, Side.CRM, field, start);
            });
  }

  private static void replies(SimulatedWorld world, Dice dice) {
    int who = dice.any(Cast.ANNA, Cast.BERIT, Cast.CARL, Cast.DORA);
    any(world, dice, who, MeetingActs::attends)
        .ifPresent(
            item -> {
              Response reply = dice.any(Response.ACCEPTED, Response.TENTATIVE, Response.DECLINED);
              world.tell(who + " replies " + reply + " to " + item.subject());
              if (reply == Response.DECLINED) {
                gone(world, item.subject(), who);
              }
              world.post().reply(Cast.address(who), item.uid(), reply);
            });
  }

  private static void gone(SimulatedWorld world, String title, int who) {
    world.ledger.of(title).orElseThrow().left(who, world.ledger.epoch());
  }

  private static void repliesInCrm(SimulatedWorld world, Dice dice) {
    int who = dice.any(Cast.ANNA, Cast.BERIT, Cast.CARL, Cast.DORA);
    dice.one(rows(world, who, CrmAppointment::bookingChild), CrmAppointment::title)
        .ifPresent(
            row -> {
              boolean accepts = dice.oneIn(2);
              world.tell(
                  who + (accepts ? " accepts " : " declines ") + row.title() + " in SuperOffice");
              if (!accepts) {
                gone(world, row.title(), who);
              }
              world.crm.userEdits(
                  row.recordId(), edit -> accepts ? edit.type(1).status(1) : edit.status(9));
            });
  }

  private static void guestEdits(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    any(world, dice, who, item -> attends(item) && item.series().isEmpty())
        .ifPresent(
            item -> {
              Thing thing = world.ledger.of(item.subject()).orElseThrow();
              char field = dice.any('t', 'p', 'w');
              LocalDateTime start = SingleActs.start(world, dice);
              world.tell(who + " edits " + field + " of another's " + item.subject());
              world
                  .calendar(who)
                  .change(
                      item.version().id(),
                      edit ->
                          switch (field) {
                            case 't' -> edit.subject(thing.name() + " " + dice.token('t'));
                            case 'p' -> edit.location(dice.token('p'));
                            default -> edit.when(Blanks.timed(start, Duration.ofMinutes(20)));
                          });
              String value = field == 'w' ? Views.moment(start) : dice.token(field);
              thing.editedByAnother(world.ledger.edit(Side.MAILBOX, who, field, value));
            });
  }

  private static void guestDeletes(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    any(world, dice, who, item -> !organizes(item))
        .filter(item -> world.ledger.of(item.subject()).orElseThrow().home() != who)
        .ifPresent(
            item -> {
              world.tell(who + " deletes another's " + item.subject());
              gone(world, item.subject(), who);
              if (item.stamp().isEmpty()) {
                world.ledger.of(item.subject()).orElseThrow().unseen(who);
              }
              world.calendar(who).delete(item.version().id());
            });
  }

  private static void cancels(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    boolean inOutlook = dice.oneIn(2);
    if (inOutlook) {
      any(world, dice, who, MeetingActs::organizes)
          .ifPresent(
              item -> {
                world.tell(who + " cancels " + item.subject());
                world.ledger.of(item.subject()).orElseThrow().removed(world.ledger.epoch());
                world.post().cancel(Cast.address(who), item.version());
              });
      return;
    }
    dice.one(rows(world, who, CrmAppointment::bookingMaster), CrmAppointment::title)
        .ifPresent(
            row -> {
              world.tell(who + " deletes the booking " + row.title());
              Thing thing = world.ledger.of(row.title()).orElseThrow();
              thing.removed(world.ledger.epoch());
              staleCopies(world, thing);
              world.crm.userDeletes(row.recordId());
            });
  }

  /** What Exchange delivered and the engine never saw stays: nobody sends a cancellation. */
  private static void staleCopies(SimulatedWorld world, Thing thing) {
    for (int guest : Cast.LINKED) {
      boolean unseen =
          world.calendar(guest).items().stream()
              .filter(item -> attends(item) && item.stamp().isEmpty())
              .anyMatch(item -> Ledger.nameIn(item.subject()).equals(thing.name()));
      if (unseen) {
        thing.unseen(guest);
      }
    }
  }
}
