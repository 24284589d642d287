package io.exchangesync.ejb.store;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Secrets in exsync_secret, sealed; the database alone never gives one away. */
@Stateless
public class JpaSecretStore implements SecretStore, SecretReader {
  private final Clock clock;

  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  @Inject private KeySupplier keys;

  /** For the container. */
  public JpaSecretStore() {
    clock = Clock.systemUTC();
  }

  public JpaSecretStore(EntityManager em, KeySupplier keys, Clock clock) {
    this.em = em;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public void write(String name, String secret) {
    Seal.Sealed sealed = Seal.seal(keys.key(), name, secret);
    SecretRow row = em.find(SecretRow.class, name);
    boolean fresh = row == null;
    if (fresh) {
      row = new SecretRow();
      row.name = name;
    }
    row.nonce = sealed.nonce();
    row.sealed = sealed.bytes();
    row.writtenAt = clock.instant();
    if (fresh) {
      em.persist(row);
    }
    em.flush();
    em.detach(row);
  }

  @Override
  public void remove(String name) {
    em.createQuery("delete from SecretRow s where s.name = :name")
        .setParameter("name", name)
        .executeUpdate();
  }

  @Override
  public Optional<Instant> writtenAt(String name) {
    return row(name).map(row -> row.writtenAt);
  }

  @Override
  public Optional<String> reveal(String name) {
    return row(name)
        .map(row -> Seal.open(keys.key(), row.name, new Seal.Sealed(row.nonce, row.sealed)));
  }

  private Optional<SecretRow> row(String name) {
    Optional<SecretRow> row = Optional.ofNullable(em.find(SecretRow.class, name));
    row.ifPresent(em::detach);
    return row;
  }
}
