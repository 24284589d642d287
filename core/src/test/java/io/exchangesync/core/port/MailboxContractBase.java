package io.exchangesync.core.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Fixture, mailbox and session of one contract test, with the few moves that all tests share. */
abstract class MailboxContractBase {
  MailboxFixture fixture;
  Mailbox mailbox;
  MailboxSession session;

  /** The adapter under test. */
  protected abstract MailboxFixture fixture();

  /** The kind whose folder is opened. */
  Kind kind() {
    return Kind.APPOINTMENT;
  }

  @BeforeEach
  void openSession() {
    fixture = fixture();
    mailbox = fixture.newMailbox();
    session = fixture.gateway().open(mailbox, kind());
  }

  @AfterEach
  void closeSessionAndProveThatNoMailLeft() {
    try {
      assertThat(fixture.mailsSent()).isEmpty();
    } finally {
      session.close();
      fixture.close();
    }
  }

  ItemVersion create(MailboxItem value) {
    return ok(applyOne(new MailboxWrite.Create(value)));
  }

  Answer<ItemVersion> applyOne(MailboxWrite write) {
    List<Answer<ItemVersion>> answers = session.apply(List.of(write));
    assertThat(answers).hasSize(1);
    return answers.get(0);
  }

  MailboxAppointment read(ItemId id) {
    return (MailboxAppointment) ok(readOne(id));
  }

  Answer<MailboxItem> readOne(ItemId id) {
    List<Answer<MailboxItem>> answers = session.read(List.of(id));
    assertThat(answers).hasSize(1);
    return answers.get(0);
  }

  static String subject(Answer<MailboxItem> answer) {
    return ok(answer).subject();
  }

  /** What is left to list from a position, all pages together. */
  MailboxChanges allChanges(Optional<String> since) {
    List<ItemHead> present = new ArrayList<>();
    List<ItemId> deleted = new ArrayList<>();
    MailboxChanges page = session.changes(since);
    while (true) {
      present.addAll(page.present());
      deleted.addAll(page.deleted());
      if (page.complete()) {
        return new MailboxChanges(present, deleted, page.next(), true);
      }
      page = session.changes(Optional.of(page.next()));
    }
  }

  String positionNow() {
    return allChanges(Optional.empty()).next();
  }

  static <T> T ok(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Ok.class);
    return answer.result().orElseThrow();
  }

  static void assertProblem(Answer<?> answer, ItemProblem.Type type) {
    assertThat(answer.failure()).map(ItemProblem::type).contains(type);
  }
}
