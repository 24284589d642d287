package io.exchangesync.core.port;

import static io.exchangesync.core.port.StoreFixtures.aMailbox;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.core.model.Mailbox;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link MailboxStore} promises. */
public abstract class MailboxStoreContract {

  protected abstract MailboxStore mailboxes();

  @Test
  void aSavedMailboxIsReadBackAsItWas() {
    Mailbox saved = mailboxes().save(aMailbox(5, 10));

    assertThat(saved.id()).isPositive();
    assertThat(mailboxes().byId(saved.id())).contains(saved);
    assertThat(mailboxes().byAssociate(5)).contains(saved);
    assertThat(mailboxes().byId(saved.id() + 1)).isEmpty();
    assertThat(mailboxes().byAssociate(6)).isEmpty();
  }

  @Test
  void anUpdateReplacesTheMailboxUnderItsId() {
    Mailbox saved = mailboxes().save(aMailbox(5, 10));

    Mailbox failed =
        mailboxes().save(saved.withState(Mailbox.State.FAILED, Optional.of("no such mailbox")));

    assertThat(mailboxes().byId(saved.id())).contains(failed);
  }

  @Test
  void anAssociateHasOneLinkedMailbox() {
    mailboxes().save(aMailbox(5, 10));

    assertThatThrownBy(() -> mailboxes().save(aMailbox(5, 10)))
        .isInstanceOf(RuntimeException.class);
    assertThat(mailboxes().page(0, 10)).hasSize(1);
  }

  @Test
  void anUnlinkedMailboxMakesRoomForANewOne() {
    Mailbox old = mailboxes().save(aMailbox(5, 10));
    old = mailboxes().save(old.withState(Mailbox.State.UNLINKED, Optional.empty()));
    assertThat(mailboxes().byAssociate(5)).isEmpty();

    Mailbox fresh = mailboxes().save(aMailbox(5, 10));

    assertThat(mailboxes().byAssociate(5)).contains(fresh);
    assertThat(mailboxes().page(0, 10)).containsExactly(old, fresh);
  }

  @Test
  void pagesCoverEveryMailboxOnce() {
    for (int associate = 1; associate <= 5; associate++) {
      mailboxes().save(aMailbox(associate, 10));
    }

    List<Mailbox> first = mailboxes().page(0, 3);
    List<Mailbox> second = mailboxes().page(first.get(2).id(), 3);

    assertThat(first).extracting(Mailbox::associateId).containsExactly(1, 2, 3);
    assertThat(second).extracting(Mailbox::associateId).containsExactly(4, 5);
  }
}
