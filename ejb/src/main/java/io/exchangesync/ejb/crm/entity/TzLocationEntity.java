package io.exchangesync.ejb.crm.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A time zone under SuperOffice's own code (table TZLocation); read only. */
@Entity(name = "TzLocationEntity")
@Table(name = "TZLocation")
public class TzLocationEntity {
  @Id
  @Column(name = "TZLocation_id")
  private int id;

  @Column(name = "locationCode")
  private String code;

  protected TzLocationEntity() {}

  public int id() {
    return id;
  }

  public String code() {
    return code == null ? "" : code;
  }
}
