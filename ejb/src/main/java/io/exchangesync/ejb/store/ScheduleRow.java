package io.exchangesync.ejb.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One row of exsync_schedule; job {@code *} stands for all jobs. */
@Entity
@Table(name = "exsync_schedule")
class ScheduleRow {
  @Id
  @Column(name = "job")
  String job;

  @Column(name = "enabled")
  short enabled;

  @Column(name = "interval_seconds")
  int intervalSeconds;
}
