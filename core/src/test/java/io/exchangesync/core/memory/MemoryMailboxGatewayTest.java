package io.exchangesync.core.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.core.memory.MemoryMailboxGateway.Fault;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.When;
import io.exchangesync.core.port.MailboxFixture;
import io.exchangesync.core.port.MailboxGatewayContract;
import io.exchangesync.core.port.MailboxSession;
import io.exchangesync.core.port.MailboxWrite;
import io.exchangesync.core.port.SyncException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The mailboxes in memory keep the contract, and fail exactly as told. */
class MemoryMailboxGatewayTest extends MailboxGatewayContract {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 12);
  private static final List<MailboxWrite> ONE_CREATE =
      List.of(new MailboxWrite.Create(MailboxAppointment.blank(new When.AllDay(DAY, DAY))));

  @Override
  protected MailboxFixture fixture() {
    return new MemoryMailboxFixture();
  }

  @Test
  void aFaultBeforeTheEffectLeavesNothingAndALostReplyLeavesTheItem() {
    MemoryMailboxFixture memory = new MemoryMailboxFixture();
    MemoryMailboxGateway gateway = (MemoryMailboxGateway) memory.gateway();
    Mailbox mailbox = memory.newMailbox();
    try (MailboxSession session = gateway.open(mailbox)) {
      gateway.failNext(Fault.BEFORE_EFFECT);
      gateway.failNext(Fault.AFTER_EFFECT);
      assertThatThrownBy(() -> session.apply(ONE_CREATE))
          .isInstanceOf(SyncException.Retriable.class);
      assertThat(gateway.mailbox(mailbox.address()).items()).isEmpty();
      assertThatThrownBy(() -> session.apply(ONE_CREATE))
          .isInstanceOf(SyncException.Retriable.class);
      assertThat(gateway.mailbox(mailbox.address()).items()).hasSize(1);
      assertThat(session.apply(ONE_CREATE)).hasSize(1);
    }
  }

  @Test
  void positionsCanBeMadeInvalid() {
    MemoryMailboxFixture memory = new MemoryMailboxFixture();
    MemoryMailboxGateway gateway = (MemoryMailboxGateway) memory.gateway();
    Mailbox mailbox = memory.newMailbox();
    try (MailboxSession session = gateway.open(mailbox)) {
      String position = session.changes(Optional.empty()).next();
      gateway.mailbox(mailbox.address()).invalidatePositions();
      assertThatThrownBy(() -> session.changes(Optional.of(position)))
          .isInstanceOf(SyncException.SyncStateInvalid.class);
    }
  }
}
