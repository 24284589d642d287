package io.exchangesync.ejb.crm.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A priority (table Priority); read only. */
@Entity(name = "PriorityEntity")
@Table(name = "Priority")
public class PriorityEntity {
  @Id
  @Column(name = "Priority_id")
  private int id;

  @Column(name = "rank")
  private Short rank;

  @Column(name = "deleted")
  private Short deleted;

  protected PriorityEntity() {}

  public int id() {
    return id;
  }

  public int rank() {
    return rank == null ? 0 : rank;
  }

  public int deleted() {
    return deleted == null ? 0 : deleted;
  }
}
