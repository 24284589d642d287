package io.exchangesync.ejb.admin;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.Associate;
import io.exchangesync.core.port.CrmDirectory;
import io.exchangesync.core.port.MailboxStore;
import jakarta.ejb.EJBException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two administrators who link the same user at the same moment. */
class MailboxServiceTest {

  @Test
  void theSecondOfTwoWhoLinkTheSameUserIsToldOfTheConflict() {
    MailboxService service = refusing(new SQLException("duplicate key", "23505", 23505));
    assertThatThrownBy(() -> link(service))
        .isInstanceOf(AdminException.Conflict.class)
        .hasMessageContaining("Associate 7")
        .hasMessageContaining("/mailboxes");
  }

  @Test
  void anotherFailureStaysWhatItIs() {
    MailboxService service = refusing(new SQLException("gone", "08S01", 0));
    assertThatThrownBy(() -> link(service)).isInstanceOf(EJBException.class);
  }

  private static void link(MailboxService service) {
    service.link(7, "kari@fjordline.example", Set.of(Kind.APPOINTMENT), 1);
  }

  private static MailboxService refusing(SQLException refusal) {
    MailboxService service = new MailboxService();
    service.directory = new OneAssociate();
    service.mailboxes = new RefusingStore(refusal);
    service.figures =
        new MailboxFigures() {
          @Override
          public List<Integer> withAddress(String address) {
            return List.of();
          }
        };
    return service;
  }

  private static final class OneAssociate implements CrmDirectory {
    @Override
    public List<Associate> associates(
        String text, String group, String company, int after, int limit) {
      return List.of();
    }

    @Override
    public Optional<Associate> associate(int id) {
      return Optional.of(new Associate(id, "KH", "Kari", Associate.Type.EMPLOYEE, "", "", ""));
    }
  }

  /** Finds nobody linked and refuses to save, as when the other one was quicker in between. */
  private record RefusingStore(SQLException refusal) implements MailboxStore {
    @Override
    public Optional<Mailbox> byId(int id) {
      return Optional.empty();
    }

    @Override
    public Optional<Mailbox> byAssociate(int associateId) {
      return Optional.empty();
    }

    @Override
    public List<Mailbox> page(int after, int limit) {
      return List.of();
    }

    @Override
    public Mailbox save(Mailbox mailbox) {
      throw new EJBException(new PersistenceException(refusal));
    }
  }
}
