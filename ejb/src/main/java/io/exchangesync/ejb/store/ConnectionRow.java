package io.exchangesync.ejb.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One row of exsync_connection. */
@Entity
@Table(name = "exsync_connection")
class ConnectionRow {
  @Id
  @Column(name = "setting_key")
  String key;

  @Column(name = "setting_value")
  String value;
}
