package io.exchangesync.ejb.crm.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A user group (table UserGroup); read only. */
@Entity(name = "UserGroupEntity")
@Table(name = "UserGroup")
public class UserGroupEntity {
  @Id
  @Column(name = "UserGroup_id")
  private int id;

  @Column(name = "name")
  private String name;

  protected UserGroupEntity() {}

  public int id() {
    return id;
  }

  public String name() {
    return name == null ? "" : name;
  }
}
