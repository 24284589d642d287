package io.exchangesync.core.simulation;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmBooking;
import io.exchangesync.core.model.CrmSeries;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.series.CanonicalPattern;
import io.exchangesync.core.series.Expansion;
import io.exchangesync.core.series.RuleColumns;
import io.exchangesync.core.simulation.Thing.Shape;
import io.exchangesync.core.simulation.Thing.Side;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What organizers do with series of meetings; guests reply to them as to single ones. */
final class MeetingSeriesActs {
  private MeetingSeriesActs() {}

  static Map<String, Act> all() {
    return Map.of(
        "series of meetings is called in Outlook", MeetingSeriesActs::invites,
        "series of meetings is booked in SuperOffice", MeetingSeriesActs::books,
        "organizer edits a date", MeetingSeriesActs::editsDate,
        "organizer deletes a date", MeetingSeriesActs::deletesDate,
        "organizer renames the series", MeetingSeriesActs::renames);
  }

  private static int who(Dice dice) {
    return dice.any(Cast.ANNA, Cast.BERIT);
  }

  private static List<Integer> guests(Dice dice, int organizer) {
    return dice.some(
        Stream.of(Cast.ANNA, Cast.BERIT, Cast.CARL, Cast.ROOM)
            .filter(each -> each != organizer)
            .toList());
  }

  private static Recurrence pattern(SimulatedWorld world, Dice dice) {
    return Patterns.weekly(world.today().plusDays(2 + dice.below(14)), 4 + dice.below(3));
  }

  private static void entered(
      SimulatedWorld world, Dice dice, int who, Side side, List<Integer> guests) {
    Thing thing = SingleActs.entered(world, dice, who, side, Shape.SERIES);
    thing.meeting();
    guests.forEach(thing::invites);
  }

  private static void invites(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    List<Integer> guests = guests(dice, who);
    if (guests.isEmpty() || !world.ledger.meetingsAreSafe()) {
      return;
    }
    world.tell(who + " invites " + guests + " to the series n" + dice.number());
    world
        .post()
        .invite(
            Cast.address(who),
            SeriesActs.master(dice, pattern(world, dice)),
            guests.stream().map(Cast::address).toList());
    entered(world, dice, who, Side.MAILBOX, guests);
  }

  private static void books(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    List<Integer> guests = guests(dice, who);
    if (guests.isEmpty() || !world.ledger.meetingsAreSafe()) {
      return;
    }
    Recurrence pattern =
        CanonicalPattern.until(pattern(world, dice), world.today().plusDays(100)).orElseThrow();
    LocalDateTime start = pattern.first().atTime(8 + dice.below(8), dice.number() % 60);
    CrmSeries.Rule rule =
        RuleColumns.write(
                0, pattern, start, CanonicalPattern.last(pattern).atTime(start.toLocalTime()))
            .orElseThrow();
    world.tell(who + " books the series n" + dice.number() + " with " + guests + " " + pattern);
    CrmAppointment row =
        Blanks.row(who, start, world.clock.instant())
            .with()
            .title("n" + dice.number() + " " + dice.token('t'))
            .location(dice.token('p'))
            .agenda("<p>" + dice.token('b') + "</p>")
            .booking(
                Optional.of(new CrmBooking(guests.stream().map(Cast::participant).toList(), "")))
            .build();
    world.crm.userCreatesSeries(
        row,
        rule,
        Expansion.dates(pattern, Expansion.LAST_DAY, 999).stream()
            .map(day -> day.atTime(start.toLocalTime()))
            .toList());
    entered(world, dice, who, Side.CRM, guests);
  }

  private static Optional<MailboxAppointment> own(SimulatedWorld world, Dice dice, int who) {
    return MeetingActs.any(
        world, dice, who, item -> MeetingActs.organizes(item) && item.series().isPresent());
  }

  private static Optional<LocalDate> date(Dice dice, MailboxAppointment master) {
    return dice.one(
        Expansion.dates(master.series().orElseThrow().recurrence(), Expansion.LAST_DAY, 10).stream()
            .filter(day -> !master.series().orElseThrow().deleted().contains(day))
            .toList(),
        LocalDate::toString);
  }

  private static void editsDate(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    own(world, dice, who)
        .ifPresent(
            master ->
                date(dice, master)
                    .ifPresent(
                        day -> {
                          world.tell(who + " moves " + day + " of " + master.subject());
                          LocalDateTime to = day.atTime(18, dice.number() % 60);
                          Outlook.editDate(
                              world.calendar(who),
                              master.version().id(),
                              day,
                              edit -> edit.when(Blanks.timed(to, Duration.ofHours(1))));
                          sends(world, master, who);
                        }));
  }

  private static void sends(SimulatedWorld world, MailboxAppointment master, int who) {
    world.post().update(Cast.address(who), master.version(), same -> same);
    world
        .ledger
        .of(master.subject())
        .orElseThrow()
        .edited(world.ledger.edit(Side.MAILBOX, who, 'd', ""));
  }

  private static void deletesDate(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    own(world, dice, who)
        .filter(master -> Outlook.datesLeft(master, world.today().plusDays(100)) > 2)
        .ifPresent(
            master ->
                date(dice, master)
                    .ifPresent(
                        day -> {
                          world.tell(who + " calls off " + day + " of " + master.subject());
                          Outlook.deleteDate(world.calendar(who), master.version().id(), day);
                          sends(world, master, who);
                        }));
  }

  private static void renames(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    own(world, dice, who)
        .ifPresent(
            master -> {
              Thing thing = world.ledger.of(master.subject()).orElseThrow();
              world.tell(who + " renames the series " + master.subject());
              world
                  .post()
                  .update(
                      Cast.address(who),
                      master.version(),
                      edit -> edit.subject(thing.name() + " " + dice.token('t')));
              thing.edited(world.ledger.edit(Side.MAILBOX, who, 't', dice.token('t')));
              thing.reshape();
            });
  }
}
