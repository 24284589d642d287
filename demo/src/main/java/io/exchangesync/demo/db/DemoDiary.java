package io.exchangesync.demo.db;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The plain diary rows of one employee: timed and all-day, open and completed, public and private.
 *
 * <p>Invariant: no two of them start at the same moment, so that matching by start is never unsure.
 */
final class DemoDiary {
  static final int WINDOW_BACK = 29;
  static final int WINDOW_AHEAD = 118;
  private static final List<Integer> MINUTES = List.of(30, 45, 60, 60, 90, 120);
  private static final List<Integer> ALARMS = List.of(5, 15, 15, 30, 60);

  private final NamePool texts = new NamePool("texts.properties");
  private final DemoContext demo;
  private final DemoLists lists;
  private final FollowUpRows rows;
  private final List<DemoRegister.Customer> customers;
  private final Set<Object> taken = new HashSet<>();

  DemoDiary(
      DemoContext demo, DemoLists lists, FollowUpRows rows, List<DemoRegister.Customer> customers) {
    this.demo = demo;
    this.lists = lists;
    this.rows = rows;
    this.customers = customers;
  }

  /** Adds {@code count} plain appointments on working days between two days from today. */
  void plain(Colleague owner, int count, int fromDay, int toDay) {
    for (int i = 0; i < count; i++) {
      FollowUp each =
          i % 7 == 3 ? allDay(owner, fromDay, toDay) : timed(owner, lists.meeting, fromDay, toDay);
      rows.add(privacyAndCompletion(each));
    }
  }

  /** An open timed follow-up with title, customer and place, not yet turned into rows. */
  FollowUp timed(Colleague owner, DemoLists.TaskType task, int fromDay, int toDay) {
    LocalDateTime start = freeStart(owner, fromDay, toDay);
    String list = task.recordType() == 5 ? ".calls" : ".titles";
    FollowUp each =
        new FollowUp(owner, task, text(owner, list))
            .between(start, start.plusMinutes(demo.pick(MINUTES)));
    each.location = demo.chance(40) ? demo.pick(texts.list("places", "\\|")) : "";
    each.alarmMinutes = demo.chance(45) ? demo.pick(ALARMS) : 0;
    each.free = demo.chance(8);
    each.priority = demo.chance(30) ? demo.pick(lists.priorities) : 0;
    if (demo.chance(35)) {
      int lines = demo.between(1, 3);
      for (int i = 0; i < lines; i++) {
        each.agenda.add(text(owner, ".agenda"));
      }
    }
    if (!customers.isEmpty() && demo.chance(60)) {
      DemoRegister.Customer customer = demo.pick(customers);
      each.contact = customer.contact();
      each.person = demo.chance(70) ? customer.person() : 0;
    }
    each.registered = registeredBefore(start);
    return each;
  }

  String text(Colleague owner, String list) {
    return demo.pick(texts.list(owner.language() + list, "\\|"));
  }

  private FollowUp allDay(Colleague owner, int fromDay, int toDay) {
    LocalDate first = freeStart(owner, fromDay, toDay).toLocalDate();
    while (!taken.add(List.of(owner.associate(), first))) {
      first = freeStart(owner, fromDay, toDay).toLocalDate();
    }
    LocalDate last = demo.chance(50) ? first : first.plusDays(demo.between(1, 6));
    FollowUp each =
        new FollowUp(owner, lists.vacation, text(owner, ".allday"))
            .between(first.atTime(owner.allDayStart()), last.atTime(owner.allDayEnd()));
    each.allDay = true;
    each.free = demo.chance(40);
    each.registered = registeredBefore(first.atStartOfDay());
    return each;
  }

  private FollowUp privacyAndCompletion(FollowUp each) {
    if (demo.chance(9)) {
      each.visibility = FollowUp.Visibility.OWNER;
    } else if (demo.chance(5)) {
      each.visibility = FollowUp.Visibility.GROUP;
    }
    boolean past = each.end.isBefore(demo.plan().today().atStartOfDay());
    if (past && demo.chance(60)) {
      each.status = 3;
    }
    return each;
  }

  private LocalDateTime freeStart(Colleague owner, int fromDay, int toDay) {
    while (true) {
      LocalDate day = demo.plan().today().plusDays(demo.between(fromDay, toDay));
      boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
      LocalDateTime start = day.atTime(demo.between(8, 16), 15 * demo.between(0, 3));
      if (!weekend && taken.add(List.of(owner.associate(), start))) {
        return start;
      }
    }
  }

  private LocalDateTime registeredBefore(LocalDateTime start) {
    return demo.before(start.isBefore(demo.now()) ? start : demo.now(), 60);
  }
}
