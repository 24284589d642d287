package io.exchangesync.ejb.store;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.port.CursorStore;
import io.exchangesync.core.port.LogPosition;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Optional;

/** Positions in exsync_cursor. */
@Stateless
public class JpaCursorStore implements CursorStore {
  private static final int INSTALLATION = 0;
  private static final String CHANGE_LOG = "";
  private static final String HERE = " where c.mailboxId = :mailbox and c.kind = :kind";

  @PersistenceContext(unitName = "exsync")
  private EntityManager em;

  /** For the container. */
  public JpaCursorStore() {}

  public JpaCursorStore(EntityManager em) {
    this.em = em;
  }

  @Override
  public Optional<String> mailboxPosition(int mailboxId, Kind kind) {
    return read(mailboxId, kind.name());
  }

  @Override
  public void moveMailbox(int mailboxId, Kind kind, String position) {
    move(mailboxId, kind.name(), position);
  }

  @Override
  public void resetMailbox(int mailboxId, Kind kind) {
    at(em.createQuery("delete from CursorRow c" + HERE), mailboxId, kind.name()).executeUpdate();
  }

  @Override
  public Optional<LogPosition> logPosition() {
    return read(INSTALLATION, CHANGE_LOG)
        .filter(position -> !position.isEmpty())
        .map(Integer::valueOf)
        .map(LogPosition::new);
  }

  @Override
  public void moveLog(LogPosition position) {
    move(INSTALLATION, CHANGE_LOG, Integer.toString(position.logId()));
  }

  private Optional<String> read(int mailboxId, String kind) {
    return em.createQuery("select c.position from CursorRow c" + HERE, String.class)
        .setParameter("mailbox", mailboxId)
        .setParameter("kind", kind)
        .getResultStream()
        .findFirst();
  }

  private void move(int mailboxId, String kind, String position) {
    Query update = em.createQuery("update CursorRow c set c.position = :position" + HERE);
    if (at(update, mailboxId, kind).setParameter("position", position).executeUpdate() == 0) {
      CursorRow row = new CursorRow();
      row.mailboxId = mailboxId;
      row.kind = kind;
      row.position = position;
      em.persist(row);
      em.flush();
      em.detach(row);
    }
  }

  private static Query at(Query query, int mailboxId, String kind) {
    return query.setParameter("mailbox", mailboxId).setParameter("kind", kind);
  }
}
