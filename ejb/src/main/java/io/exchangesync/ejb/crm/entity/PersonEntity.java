package io.exchangesync.ejb.crm.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A person (table person), here those behind users; read only. */
@Entity(name = "PersonEntity")
@Table(name = "person")
public class PersonEntity {
  @Id
  @Column(name = "person_id")
  private int id;

  @Column(name = "contact_id")
  private Integer contactId;

  @Column(name = "firstname")
  private String firstName;

  @Column(name = "middleName")
  private String middleName;

  @Column(name = "lastname")
  private String lastName;

  protected PersonEntity() {}

  public int id() {
    return id;
  }

  public int contactId() {
    return contactId == null ? 0 : contactId;
  }

  public String firstName() {
    return firstName == null ? "" : firstName;
  }

  public String middleName() {
    return middleName == null ? "" : middleName;
  }

  public String lastName() {
    return lastName == null ? "" : lastName;
  }
}
