package io.exchangesync.demo.db;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** What one follow-up says, before {@link FollowUpRows} turns it into rows. */
final class FollowUp {
  /** Who may see a follow-up; the ordinal is the value of column {@code private}. */
  enum Visibility {
    ALL,
    OWNER,
    GROUP
  }

  final Colleague owner;
  final DemoLists.TaskType task;
  final String title;
  int type = 1;
  int status = 1;
  LocalDateTime start = TableColumns.NEVER;
  LocalDateTime end = TableColumns.NEVER;
  boolean allDay;
  boolean free;
  int alarmMinutes;
  Visibility visibility = Visibility.ALL;
  List<String> agenda = new ArrayList<>();
  String location = "";
  int contact;
  int person;
  int priority;
  int rule;
  int assignedBy;
  boolean document;
  LocalDateTime registered = TableColumns.NEVER;

  FollowUp(Colleague owner, DemoLists.TaskType task, String title) {
    this.owner = owner;
    this.task = task;
    this.title = title;
  }

  /** Start and end as wall times of the owner's zone. */
  FollowUp between(LocalDateTime from, LocalDateTime to) {
    start = DemoContext.inBaseZone(from, owner.zone());
    end = DemoContext.inBaseZone(to, owner.zone());
    return this;
  }

  boolean completed() {
    return status == 3;
  }
}
