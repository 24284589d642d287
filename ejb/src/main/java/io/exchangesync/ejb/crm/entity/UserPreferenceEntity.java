package io.exchangesync.ejb.crm.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One value of a preference at one level (table UserPreference); read only. */
@Entity(name = "UserPreferenceEntity")
@Table(name = "UserPreference")
public class UserPreferenceEntity {
  @Id
  @Column(name = "userpreference_id")
  private int id;

  @Column(name = "deflevel")
  private Short level;

  @Column(name = "maxlevel")
  private Short maxLevel;

  @Column(name = "owner_id")
  private Integer ownerId;

  @Column(name = "prefsection")
  private String section;

  @Column(name = "prefkey")
  private String key;

  @Column(name = "prefvalue")
  private String value;

  protected UserPreferenceEntity() {}

  public int id() {
    return id;
  }

  public int level() {
    return level == null ? 0 : level;
  }

  public int maxLevel() {
    return maxLevel == null ? 0 : maxLevel;
  }

  public int ownerId() {
    return ownerId == null ? 0 : ownerId;
  }

  public String section() {
    return section == null ? "" : section;
  }

  public String key() {
    return key == null ? "" : key;
  }

  public String value() {
    return value == null ? "" : value;
  }
}
