package io.exchangesync.ejb.store;

import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.MailboxStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;

/** Mailboxes in exsync_mailbox; a unique index refuses a second linked one of an associate. */
@Stateless
public class JpaMailboxStore implements MailboxStore {
  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  @Inject private Keys keys;

  /** For the container. */
  public JpaMailboxStore() {}

  public JpaMailboxStore(EntityManager em, Keys keys) {
    this.em = em;
    this.keys = keys;
  }

  @Override
  public Optional<Mailbox> byId(int id) {
    return mailboxes(query("where m.id = :id").setParameter("id", id)).stream().findFirst();
  }

  @Override
  public Optional<Mailbox> byAssociate(int associateId) {
    return mailboxes(
            query("where m.associateId = :associate and m.linkedNo = 0")
                .setParameter("associate", associateId))
        .stream()
        .findFirst();
  }

  @Override
  public List<Mailbox> page(int after, int limit) {
    return mailboxes(
        query("where m.id > :after order by m.id")
            .setParameter("after", after)
            .setMaxResults(limit));
  }

  @Override
  public Mailbox save(Mailbox mailbox) {
    MailboxRow row;
    if (mailbox.id() == 0) {
      row = new MailboxRow();
      row.id = keys.reserve("exsync_mailbox", 1);
      row.take(mailbox);
      em.persist(row);
    } else {
      row = em.find(MailboxRow.class, mailbox.id());
      if (row == null) {
        throw new IllegalStateException("there is no mailbox " + mailbox.id());
      }
      row.take(mailbox);
    }
    em.flush();
    em.detach(row);
    return row.toMailbox();
  }

  private TypedQuery<MailboxRow> query(String rest) {
    return em.createQuery("select m from MailboxRow m " + rest, MailboxRow.class);
  }

  private List<Mailbox> mailboxes(TypedQuery<MailboxRow> query) {
    List<MailboxRow> rows = query.getResultList();
    rows.forEach(em::detach);
    return rows.stream().map(MailboxRow::toMailbox).toList();
  }
}
