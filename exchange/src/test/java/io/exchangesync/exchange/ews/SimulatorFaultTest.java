package io.exchangesync.exchange.ews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.Stamp;
import io.exchangesync.core.model.When;
import io.exchangesync.core.port.Answer;
import io.exchangesync.core.port.ItemHead;
import io.exchangesync.core.port.ItemProblem;
import io.exchangesync.core.port.MailboxSession;
import io.exchangesync.core.port.MailboxWrite;
import io.exchangesync.core.port.SyncException;
import io.exchangesync.simulator.faults.Effect;
import io.exchangesync.simulator.faults.Rule;
import io.exchangesync.simulator.fields.Oddities;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work goes on after each fault of a server that otherwise behaves. */
class SimulatorFaultTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 12);
  private static final Stamp STAMP = new Stamp("inst", Kind.APPOINTMENT, 1, 2, "link");
  private static final MailboxAppointment VALUE =
      MailboxAppointment.blank(new When.AllDay(DAY, DAY))
          .with()
          .subject("a")
          .stamp(Optional.of(STAMP))
          .build();
  private static final MailboxWrite CREATE = new MailboxWrite.Create(VALUE);

  private final SimulatorFixture fixture = SimulatorFixture.basic(Access.IMPERSONATION);
  private final Mailbox mailbox = fixture.newMailbox();
  private MailboxSession session;

  @BeforeEach
  void open() {
    session = fixture.gateway().open(mailbox);
  }

  @AfterEach
  void close() {
    session.close();
    fixture.close();
  }

  @Test
  void throttlingIsObeyedByTheCallerAndPasses() {
    fixture.simulator().faults().add(Rule.next(1, new Effect.ServerBusy(90_000)));
    SyncException.Retriable busy =
        catchThrowableOfType(
            SyncException.Retriable.class, () -> session.changes(Optional.empty()));
    assertThat(busy.backOff()).contains(Duration.ofSeconds(90));
    assertThat(session.changes(Optional.empty()).complete()).isTrue();
  }

  @Test
  void aLostReplyLeavesAStampedItemThatIsFoundAgain() {
    fixture.simulator().faults().add(Rule.next(1, new Effect.LostReply()));
    assertThatThrownBy(() -> session.apply(List.of(CREATE)))
        .isInstanceOf(SyncException.Retriable.class);
    assertThat(session.changes(Optional.empty()).present())
        .extracting(ItemHead::stamp)
        .containsExactly(Optional.of(STAMP));
  }

  @Test
  void aConnectionCutBeforeLeavesNothing() {
    fixture.simulator().faults().add(Rule.next(1, new Effect.CutBefore()));
    assertThatThrownBy(() -> session.apply(List.of(CREATE)))
        .isInstanceOf(SyncException.Retriable.class);
    assertThat(session.changes(Optional.empty()).present()).isEmpty();
  }

  @Test
  void anAnswerCutMidwayIsRetriable() {
    session.apply(List.of(CREATE));
    fixture.simulator().faults().add(Rule.next(1, new Effect.CutMidway()));
    assertThatThrownBy(() -> session.changes(Optional.empty()))
        .isInstanceOf(SyncException.Retriable.class);
    assertThat(session.changes(Optional.empty()).present()).hasSize(1);
  }

  @Test
  void errorsOfSingleItemsLeaveTheirNeighboursAlone() {
    fixture
        .simulator()
        .faults()
        .add(
            Rule.next(2, new Effect.ItemError("ErrorServerBusy", OptionalInt.of(1500)))
                .onOperation("CreateItem"));
    List<Answer<ItemVersion>> answers = session.apply(Collections.nCopies(10, CREATE));
    assertThat(answers).filteredOn(a -> a.result().isPresent()).hasSize(8);
    assertThat(answers)
        .filteredOn(a -> a.failure().isPresent())
        .extracting(a -> a.failure().orElseThrow())
        .allSatisfy(
            problem -> {
              assertThat(problem.type()).isEqualTo(ItemProblem.Type.RETRIABLE);
              assertThat(problem.backOff()).contains(Duration.ofMillis(1500));
            });
  }

  @Test
  void oddAnswersReadLikeTidyOnes() {
    ItemVersion created = session.apply(List.of(CREATE)).get(0).result().orElseThrow();
    MailboxAppointment tidy =
        (MailboxAppointment) session.read(List.of(created.id())).get(0).result().orElseThrow();
    fixture
        .simulator()
        .answerWith(
            new Oddities(
                Oddities.Fractions.SEVEN_DIGITS,
                Oddities.Extras.UNKNOWN_ELEMENTS,
                Set.of("item:Importance", "calendar:Location", "item:LastModifiedTime")));
    MailboxAppointment odd =
        (MailboxAppointment) session.read(List.of(created.id())).get(0).result().orElseThrow();
    assertThat(odd.with().lastModified(tidy.lastModified()).build()).isEqualTo(tidy);
    assertThat(session.changes(Optional.empty()).present()).hasSize(1);
  }

  @Test
  void aSubjectWithControlCharactersIsReadWithoutThem() {
    ItemVersion created = session.apply(List.of(CREATE)).get(0).result().orElseThrow();
    fixture
        .simulator()
        .tamper(mailbox.address(), created.id().value(), "item:Subject", "a\u0001b\u001Ac");
    assertThat(session.read(List.of(created.id())).get(0).result().orElseThrow().subject())
        .isEqualTo("abc");
  }

  @Test
  void aTokenWithTheRightToImpersonateWorksLikeAPassword() {
    fixture.simulator().acceptToken("token-1", "exchangesync");
    try (EwsMailboxGateway gateway =
            fixture.gateway(new SignIn.Bearer(() -> "token-1"), Access.IMPERSONATION);
        MailboxSession byToken = gateway.open(mailbox)) {
      ItemVersion created = byToken.apply(List.of(CREATE)).get(0).result().orElseThrow();
      assertThat(session.changes(Optional.empty()).present())
          .extracting(ItemHead::version)
          .containsExactly(created);
    }
    try (EwsMailboxGateway gateway =
            fixture.gateway(new SignIn.Bearer(() -> "token-2"), Access.IMPERSONATION);
        MailboxSession refused = gateway.open(mailbox)) {
      assertThatThrownBy(refused::probe).isInstanceOf(SyncException.NeedsConsent.class);
    }
  }
}
