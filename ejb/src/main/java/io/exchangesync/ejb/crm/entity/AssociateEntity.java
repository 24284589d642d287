package io.exchangesync.ejb.crm.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A user or resource (table associate); read only, its rows are hash-protected. */
@Entity(name = "AssociateEntity")
@Table(name = "associate")
public class AssociateEntity {
  @Id
  @Column(name = "associate_id")
  private int id;

  @Column(name = "name")
  private String name;

  @Column(name = "tooltip")
  private String tooltip;

  @Column(name = "deleted")
  private Short deleted;

  @Column(name = "group_idx")
  private Integer groupId;

  @Column(name = "person_id")
  private Integer personId;

  @Column(name = "type")
  private Short type;

  @Column(name = "tzLocationId")
  private Integer tzLocationId;

  protected AssociateEntity() {}

  public int id() {
    return id;
  }

  public String name() {
    return name == null ? "" : name;
  }

  public String tooltip() {
    return tooltip == null ? "" : tooltip;
  }

  public int deleted() {
    return deleted == null ? 0 : deleted;
  }

  public int groupId() {
    return groupId == null ? 0 : groupId;
  }

  public int personId() {
    return personId == null ? 0 : personId;
  }

  public int type() {
    return type == null ? 0 : type;
  }

  public int tzLocationId() {
    return tzLocationId == null ? 0 : tzLocationId;
  }
}
