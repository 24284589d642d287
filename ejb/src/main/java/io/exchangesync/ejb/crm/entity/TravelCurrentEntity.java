package io.exchangesync.ejb.crm.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What this database is: central, satellite or travel (table travelcurrent); read only. */
@Entity(name = "TravelCurrentEntity")
@Table(name = "travelcurrent")
public class TravelCurrentEntity {
  @Id
  @Column(name = "travelcurrent_id")
  private int id;

  @Column(name = "current_id")
  private Integer currentId;

  protected TravelCurrentEntity() {}

  public int id() {
    return id;
  }

  public int currentId() {
    return currentId == null ? 0 : currentId;
  }
}
