package io.exchangesync.ejb.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One row of exsync_setting; associate 0 is the system. */
@Entity
@Table(name = "exsync_setting")
class SettingRow {
  @Id
  @Column(name = "exsync_setting_id")
  int id;

  @Column(name = "associate_id")
  int associateId;

  @Column(name = "setting_key")
  String key;

  @Column(name = "setting_value")
  String value;
}
