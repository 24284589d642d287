package io.exchangesync.ejb.crm.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A company (table contact), here the own ones; read only. */
@Entity(name = "ContactEntity")
@Table(name = "contact")
public class ContactEntity {
  @Id
  @Column(name = "contact_id")
  private int id;

  @Column(name = "name")
  private String name;

  protected ContactEntity() {}

  public int id() {
    return id;
  }

  public String name() {
    return name == null ? "" : name;
  }
}
