package io.exchangesync.ejb.crm.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A follow-up type (table Task); read only. */
@Entity(name = "TaskEntity")
@Table(name = "Task")
public class TaskEntity {
  @Id
  @Column(name = "Task_id")
  private int id;

  @Column(name = "name")
  private String name;

  @Column(name = "rank")
  private Short rank;

  @Column(name = "record_type")
  private Short recordType;

  @Column(name = "deleted")
  private Short deleted;

  protected TaskEntity() {}

  public int id() {
    return id;
  }

  public String name() {
    return name == null ? "" : name;
  }

  public int rank() {
    return rank == null ? 0 : rank;
  }

  public int recordType() {
    return recordType == null ? 0 : recordType;
  }

  public int deleted() {
    return deleted == null ? 0 : deleted;
  }
}
