package io.exchangesync.ejb.crm.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An e-mail address of a person (table Email); the lowest rank is the primary one; read only. */
@Entity(name = "EmailEntity")
@Table(name = "Email")
public class EmailEntity {
  @Id
  @Column(name = "email_id")
  private int id;

  @Column(name = "person_id")
  private Integer personId;

  @Column(name = "type")
  private Short type;

  @Column(name = "rank")
  private Short rank;

  @Column(name = "email_address")
  private String address;

  protected EmailEntity() {}

  public int id() {
    return id;
  }

  public int personId() {
    return personId == null ? 0 : personId;
  }

  public int type() {
    return type == null ? 0 : type;
  }

  public int rank() {
    return rank == null ? 0 : rank;
  }

  public String address() {
    return address == null ? "" : address;
  }
}
