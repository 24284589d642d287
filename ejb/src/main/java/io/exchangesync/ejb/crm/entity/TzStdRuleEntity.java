package io.exchangesync.ejb.crm.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** A zone's distance to UTC in standard time (table TZStdRule); read only. */
@Entity(name = "TzStdRuleEntity")
@Table(name = "TZStdRule")
public class TzStdRuleEntity {
  @Id
  @Column(name = "TZStdRule_id")
  private int id;

  @Column(name = "TZLocationId")
  private Integer tzLocationId;

  @Column(name = "validFrom")
  private LocalDateTime validFrom;

  @Column(name = "bias")
  private Short biasMinutes;

  protected TzStdRuleEntity() {}

  public int id() {
    return id;
  }

  public int tzLocationId() {
    return tzLocationId == null ? 0 : tzLocationId;
  }

  public LocalDateTime validFrom() {
    return validFrom;
  }

  public int biasMinutes() {
    return biasMinutes == null ? 0 : biasMinutes;
  }
}
