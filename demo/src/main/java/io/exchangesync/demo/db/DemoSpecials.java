package io.exchangesync.demo.db;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** The follow-ups that are no plain appointment: bookings, a series, to-dos, documents, notes. */
final class DemoSpecials {
  private static final int SERIES_DATES = 8;

  private final DemoContext demo;
  private final DemoLists lists;
  private final DemoStaff staff;
  private final DemoDiary diary;
  private final FollowUpRows rows;
  private final List<DemoRegister.Customer> customers;

  DemoSpecials(
      DemoContext demo,
      DemoLists lists,
      DemoStaff staff,
      DemoDiary diary,
      FollowUpRows rows,
      List<DemoRegister.Customer> customers) {
    this.demo = demo;
    this.lists = lists;
    this.staff = staff;
    this.diary = diary;
    this.rows = rows;
    this.customers = customers;
  }

  /** Two bookings, one series, and one follow-up of each status a synchronizer must tell apart. */
  void inWindow(Colleague owner) {
    booking(owner);
    booking(owner);
    series(owner);
    withStatus(owner, 4);
    withStatus(owner, 9);
    FollowUp assigned = diary.timed(owner, lists.meeting, 1, 60);
    assigned.status = 11;
    assigned.assignedBy = other(owner, 1).associate();
    rows.add(assigned);
  }

  /** One follow-up of a kind that never stands in a calendar, or an old or far appointment. */
  void outsideDiary(Colleague owner) {
    switch (demo.between(0, 9)) {
      case 0, 1 -> rows.add(todo(owner));
      case 2, 3 -> rows.add(document(owner));
      case 4, 5 -> rows.add(completedCall(owner));
      case 6 -> rows.add(note(owner));
      case 7 -> diary.plain(owner, 1, 125, 400);
      default -> diary.plain(owner, 1, -1000, -45);
    }
  }

  private void booking(Colleague owner) {
    FollowUp meeting = diary.timed(owner, lists.meeting, 1, 90);
    Row master = rows.add(meeting);
    master.set("mother_id", master.id()).set("mother_associate_id", owner.associate());
    colleague(master, meeting, other(owner, 1), 6, 5);
    if (demo.chance(60)) {
      colleague(master, meeting, other(owner, 4), 1, 1);
    }
    if (demo.chance(40)) {
      colleague(master, meeting, other(owner, 6), 6, 9).set("rejectReason", "Opptatt");
      master.set("rejectCounter", 1);
    }
    rows.child(master, meeting, staff.room(), staff.roomGroup(), 1, 1);
    DemoRegister.Customer guest = demo.pick(customers);
    rows.child(master, meeting, 0, 0, 1, 1)
        .set("invitedPersonId", guest.person())
        .set("emailId", guest.email());
  }

  private Row colleague(Row master, FollowUp meeting, Colleague invited, int type, int status) {
    return rows.child(master, meeting, invited.associate(), invited.group(), type, status)
        .set("invitedPersonId", invited.person());
  }

  private void series(Colleague owner) {
    LocalDate monday =
        demo.plan().today().with(TemporalAdjusters.previous(DayOfWeek.MONDAY)).minusWeeks(1);
    LocalTime at = LocalTime.of(7, owner.associate() % 4 * 15);
    FollowUp first = occurrence(owner, monday.atTime(at), 0);
    FollowUp last = occurrence(owner, monday.plusWeeks(SERIES_DATES - 1L).atTime(at), 0);
    int rule =
        demo.rows()
            .add("RecurrenceRule")
            .set("pattern", 2)
            .set("weekdays", 1)
            .set("cyclicWeek", 1)
            .set("startDate", first.start)
            .set("endDate", last.end)
            .registered(demo.now().minusDays(20), owner.associate())
            .id();
    for (int week = 0; week < SERIES_DATES; week++) {
      rows.add(occurrence(owner, monday.plusWeeks(week).atTime(at), rule));
    }
  }

  private FollowUp occurrence(Colleague owner, LocalDateTime start, int rule) {
    FollowUp each =
        new FollowUp(owner, lists.internal, "Mandagsmøte").between(start, start.plusMinutes(30));
    each.rule = rule;
    each.registered = demo.now().minusDays(20);
    return each;
  }

  private void withStatus(Colleague owner, int status) {
    FollowUp each = diary.timed(owner, lists.visit, 1, 90);
    each.status = status;
    rows.add(each);
  }

  private FollowUp todo(Colleague owner) {
    FollowUp each = new FollowUp(owner, lists.todo, diary.text(owner, ".todos"));
    LocalDate due = demo.plan().today().plusDays(demo.between(-60, 60));
    each.type = 2;
    each.between(due.atTime(owner.allDayStart()), due.atTime(owner.allDayStart()));
    each.status = demo.chance(50) ? 3 : 1;
    each.priority = demo.pick(lists.priorities);
    each.registered = demo.before(demo.now(), 90);
    return each;
  }

  private FollowUp document(Colleague owner) {
    FollowUp each = diary.timed(owner, lists.letter, -900, -1);
    each.type = 4;
    each.document = true;
    return each;
  }

  private FollowUp completedCall(Colleague owner) {
    FollowUp each = diary.timed(owner, lists.call, -900, -45);
    each.status = 3;
    return each;
  }

  private FollowUp note(Colleague owner) {
    FollowUp each = diary.timed(owner, lists.todo, -60, 30);
    each.type = 3;
    each.status = 0;
    return each;
  }

  private Colleague other(Colleague owner, int offset) {
    List<Colleague> all = staff.colleagues();
    return all.get((all.indexOf(owner) + offset) % all.size());
  }
}
