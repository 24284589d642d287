package io.exchangesync.ejb.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.Associate;
import io.exchangesync.core.port.CrmDirectory;
import io.exchangesync.core.port.LeaseStore;
import io.exchangesync.core.port.MailboxStore;
import jakarta.ejb.EJBException;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
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

  @Test
  void aKindThatIsTickedAgainIsListedCompletelyBecauseWhatWaitedMayBeForgotten() {
    assertThat(asked(Set.of(Kind.APPOINTMENT), Set.of(Kind.APPOINTMENT, Kind.TASK)))
        .containsExactlyInAnyOrder("add 4 APPOINTMENT", "add 4 TASK", "askFullListing TASK [4]");
  }

  @Test
  void contactsAreListedAtOnceWhenSelectionsAreTickedOrNoMoreBecauseMembersShowElsewhere() {
    Set<Kind> without = Set.of(Kind.APPOINTMENT, Kind.CONTACT);
    Set<Kind> with = Set.of(Kind.APPOINTMENT, Kind.CONTACT, Kind.SELECTION);
    assertThat(asked(without, with))
        .contains(
            "askFullListing SELECTION [4]", "askFullListing CONTACT [4]", "markDue CONTACT [4]");
    assertThat(asked(with, without))
        .contains("askFullListing CONTACT [4]", "markDue CONTACT [4]")
        .doesNotContain("askFullListing SELECTION [4]");
    assertThat(asked(with, with)).allMatch(call -> call.startsWith("add"));
  }

  /** What is asked of the leases when the kinds of a mailbox change. */
  private static List<String> asked(Set<Kind> before, Set<Kind> after) {
    List<String> asked = new ArrayList<>();
    MailboxService service = new MailboxService();
    service.leases =
        (LeaseStore)
            Proxy.newProxyInstance(
                LeaseStore.class.getClassLoader(),
                new Class<?>[] {LeaseStore.class},
                (proxy, method, arguments) -> {
                  asked.add(method.getName() + " " + arguments[0] + " " + arguments[1]);
                  return null;
                });
    service.mailboxes = new OneMailbox(before);
    service.figures =
        new MailboxFigures() {
          @Override
          public MailboxView view(Mailbox mailbox) {
            return null;
          }
        };
    service.change(
        4,
        new MailboxService.Change(
            Optional.empty(), Optional.of(after), Optional.empty(), Optional.empty()));
    return asked;
  }

  /** These kinds of associate 7 are synchronized. */
  private record OneMailbox(Set<Kind> kinds) implements MailboxStore {
    @Override
    public Optional<Mailbox> byId(int id) {
      return Optional.of(
          new Mailbox(
              id,
              7,
              "kari@fjordline.example",
              Mailbox.BackEnd.EWS,
              kinds,
              1,
              Mailbox.State.ACTIVE,
              Optional.empty(),
              Instant.EPOCH));
    }

    @Override
    public Optional<Mailbox> byAssociate(int associateId) {
      return byId(4);
    }

    @Override
    public List<Mailbox> page(int after, int limit) {
      return List.of();
    }

    @Override
    public Mailbox save(Mailbox mailbox) {
      return mailbox;
    }
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
