package io.exchangesync.ejb.store;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Hands out keys from exsync_key, in a transaction of its own; a key is never handed out twice. */
@Stateless
public class KeyBlocks implements Keys {
  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  /** For the container. */
  public KeyBlocks() {}

  public KeyBlocks(EntityManager em) {
    this.em = em;
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int reserve(String table, int count) {
    int found =
        em.createNativeQuery(
                "update {h-schema}exsync_key set next_key = next_key + ?1 where table_name = ?2")
            .setParameter(1, count)
            .setParameter(2, table)
            .executeUpdate();
    if (found != 1) {
      throw new IllegalStateException("exsync_key has no row for " + table);
    }
    Number next =
        (Number)
            em.createNativeQuery("select next_key from {h-schema}exsync_key where table_name = ?1")
                .setParameter(1, table)
                .getSingleResult();
    return next.intValue() - count;
  }
}
