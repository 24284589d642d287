package io.exchangesync.ejb.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One row of exsync_secret. */
@Entity
@Table(name = "exsync_secret")
class SecretRow {
  @Id
  @Column(name = "secret_name")
  String name;

  @Column(name = "nonce")
  byte[] nonce;

  @Column(name = "sealed")
  byte[] sealed;

  @Column(name = "written_at")
  Instant writtenAt;
}
