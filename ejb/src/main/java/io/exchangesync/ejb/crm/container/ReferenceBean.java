package io.exchangesync.ejb.crm.container;

import io.exchangesync.ejb.crm.CrmSettings;
import io.exchangesync.ejb.crm.ReferenceLoader;
import io.exchangesync.ejb.crm.ReferenceSnapshot;
import io.exchangesync.ejb.crm.sql.DatabaseTrouble;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Reads lists and people beside the caller's transaction, so that its entities stay untouched. */
@ApplicationScoped
public class ReferenceBean {
  @PersistenceContext(unitName = "exsync")
  private EntityManager entities;

  /** What the database says now. */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public ReferenceSnapshot load(CrmSettings settings, Clock clock) {
    try {
      return new ReferenceLoader(entities, settings, clock).get();
    } catch (PersistenceException e) {
      throw DatabaseTrouble.translate(e);
    }
  }
}
