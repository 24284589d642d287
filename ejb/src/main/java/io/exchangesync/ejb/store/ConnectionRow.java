package io.exchangesync.ejb.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** One row of exsync_connection: one setting of one connection. */
@Entity
@Table(name = "exsync_connection")
@IdClass(ConnectionRow.Key.class)
class ConnectionRow {
  @Id
  @Column(name = "connection_id")
  int connectionId;

  @Id
  @Column(name = "setting_key")
  String key;

  @Column(name = "setting_value")
  String value;

  /** What tells rows apart. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    int connectionId;
    String key;

    Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key that
          && connectionId == that.connectionId
          && Objects.equals(key, that.key);
    }

    @Override
    public int hashCode() {
      return Objects.hash(connectionId, key);
    }
  }
}
