package io.exchangesync.exchange.ews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.When;
import io.exchangesync.core.port.MailboxSession;
import io.exchangesync.core.port.MailboxWrite;
import io.exchangesync.core.port.SyncException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One gateway serves many workers and mailboxes, and refuses mailboxes it can't reach. */
class EwsMailboxGatewayTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 12);

  @Test
  void sessionsOfManyWorkersDoNotDisturbEachOther()
      throws ExecutionException, InterruptedException {
    try (SimulatorFixture fixture = SimulatorFixture.basic(Access.IMPERSONATION)) {
      ExecutorService workers = Executors.newFixedThreadPool(8);
      List<Future<Integer>> results = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        Mailbox mailbox = fixture.newMailbox();
        results.add(workers.submit(() -> fillAndCount(fixture, mailbox)));
      }
      for (Future<Integer> result : results) {
        assertThat(result.get()).isEqualTo(30);
      }
      workers.shutdown();
    }
  }

  @Test
  void aMailboxWithoutConnectionIsFatal() {
    EwsConnections none =
        new EwsConnections() {
          @Override
          public Optional<EwsConnection> of(Mailbox mailbox) {
            return Optional.empty();
          }

          @Override
          public ZoneId zoneOf(Mailbox mailbox) {
            return StubServer.ZONE;
          }
        };
    try (EwsMailboxGateway gateway = new EwsMailboxGateway(none, () -> "inst-1")) {
      assertThatThrownBy(() -> gateway.open(StubServer.mailbox()))
          .isInstanceOf(SyncException.MailboxFatal.class);
    }
  }

  @Test
  void anAddressThatWouldEndAHeaderIsRefused() {
    Mailbox mailbox = StubServer.mailbox();
    Mailbox evil =
        new Mailbox(
            mailbox.id(),
            mailbox.associateId(),
            "anna@example.com\r\nX-Evil: 1",
            mailbox.backEnd(),
            mailbox.kinds(),
            mailbox.rank(),
            mailbox.state(),
            mailbox.lastProblem(),
            mailbox.linkedAt());
    try (StubServer server = new StubServer();
        EwsMailboxGateway gateway = server.gateway()) {
      assertThatThrownBy(() -> gateway.open(evil)).isInstanceOf(SyncException.MailboxFatal.class);
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void aSessionThatOutlivesTheGatewayMayTryAgain() {
    try (StubServer server = new StubServer()) {
      EwsMailboxGateway gateway = server.gateway();
      try (MailboxSession session = gateway.open(StubServer.mailbox())) {
        gateway.close();
        assertThatThrownBy(session::probe).isInstanceOf(SyncException.Retriable.class);
      }
    }
  }

  private static int fillAndCount(SimulatorFixture fixture, Mailbox mailbox) {
    MailboxWrite create =
        new MailboxWrite.Create(MailboxAppointment.blank(new When.AllDay(DAY, DAY)));
    try (MailboxSession session = fixture.gateway().open(mailbox)) {
      session.apply(Collections.nCopies(30, create));
      return session.changes(Optional.empty()).present().size();
    }
  }
}
