package io.exchangesync.ejb.crm.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** From when which zone is the base zone (table BaseTZLocation); read only. */
@Entity(name = "BaseTzLocationEntity")
@Table(name = "BaseTZLocation")
public class BaseTzLocationEntity {
  @Id
  @Column(name = "BaseTZLocation_id")
  private int id;

  @Column(name = "TZLocation_id")
  private Integer tzLocationId;

  @Column(name = "validFrom")
  private LocalDateTime validFrom;

  @Column(name = "databaseId")
  private Integer databaseId;

  protected BaseTzLocationEntity() {}

  public int id() {
    return id;
  }

  public int tzLocationId() {
    return tzLocationId == null ? 0 : tzLocationId;
  }

  public LocalDateTime validFrom() {
    return validFrom;
  }

  public int databaseId() {
    return databaseId == null ? 0 : databaseId;
  }
}
