package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.MailboxSeries;
import io.exchangesync.core.port.Answer;
import io.exchangesync.core.port.ItemProblem;
import io.exchangesync.core.port.MailboxWrite;
import io.exchangesync.core.port.MailboxWrite.Mails;
import io.exchangesync.exchange.ews.EwsOperations.TaskOccurrences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The second half of writing a series: once the master is written, its single dates are brought to
 * what is wanted, from what the server made of them by then.
 *
 * <p>The answer of a series is one: the change key of the master after the last of its writes, or
 * the first problem. A series whose dates can't be written is not left behind as a new one.
 */
final class SeriesWriter {
  private final EwsService service;
  private final EwsOperations operations;
  private final EwsReader reader;
  private final ItemCodec codec;

  SeriesWriter(EwsService service, EwsOperations operations, EwsReader reader, ItemCodec codec) {
    this.service = service;
    this.operations = operations;
    this.reader = reader;
    this.codec = codec;
  }

  /** Why a write can't be put into words of Exchange; such a write is not sent. */
  static Optional<ItemProblem> refusal(MailboxWrite write) {
    if (write instanceof MailboxWrite.Create create) {
      return series(create.value()).flatMap(SeriesRules::refusal);
    }
    if (write instanceof MailboxWrite.Update update) {
      return series(update.after()).flatMap(SeriesRules::refusal);
    }
    return Optional.empty();
  }

  /** Writes the exceptions of new series. */
  List<Answer<ItemVersion>> afterCreates(
      List<MailboxWrite.Create> creates, List<Answer<ItemVersion>> masters) {
    List<Answer<ItemVersion>> answers = new ArrayList<>(masters);
    for (int i = 0; i < creates.size(); i++) {
      Optional<ItemVersion> master = masters.get(i).result();
      Optional<MailboxAppointment> wanted = series(creates.get(i).value());
      if (master.isPresent() && wanted.filter(SeriesWriter::hasExceptions).isPresent()) {
        Mails mails = creates.get(i).mails();
        answers.set(
            i,
            created(
                master.get(),
                bring(master.get().id(), Optional.empty(), wanted.get(), mails),
                mails));
      }
    }
    return answers;
  }

  /** Writes what differs in the exceptions of changed series. */
  List<Answer<ItemVersion>> afterUpdates(
      List<MailboxWrite.Update> updates, List<Answer<ItemVersion>> masters) {
    List<Answer<ItemVersion>> answers = new ArrayList<>(masters);
    for (int i = 0; i < updates.size(); i++) {
      MailboxWrite.Update update = updates.get(i);
      Optional<ItemVersion> master = masters.get(i).result();
      Optional<MailboxAppointment> wanted = series(update.after());
      if (master.isPresent()
          && wanted.isPresent()
          && concernsExceptions(update, master.get(), wanted.get())) {
        Optional<ItemVersion> unwritten = master.filter(update.before().version()::equals);
        answers.set(i, bring(master.get().id(), unwritten, wanted.get(), update.mails()));
      }
    }
    return answers;
  }

  private boolean concernsExceptions(
      MailboxWrite.Update update, ItemVersion master, MailboxAppointment wanted) {
    Optional<MailboxAppointment> before = series(update.before());
    if (before.isEmpty() || !master.equals(update.before().version())) {
      return hasExceptions(wanted) || before.filter(SeriesWriter::hasExceptions).isPresent();
    }
    return !SeriesDifference.of(codec, before.get(), wanted).isEmpty();
  }

  /**
   * A lost connection is met by once more at once where the master is written already: what the
   * server dropped with the old pattern must not look like the owner's own doing. All writes of
   * dates start from what is stored, so repeating them is safe.
   */
  private Answer<ItemVersion> bring(
      ItemId master, Optional<ItemVersion> unwritten, MailboxAppointment wanted, Mails mails) {
    SeriesChange change = new SeriesChange(service, operations, reader, codec, mails);
    try {
      return change.bring(master, unwritten, wanted);
    } catch (EwsFailure e) {
      boolean lost =
          e.stage() == EwsFailure.Stage.TRANSPORT || e.stage() == EwsFailure.Stage.UNREADABLE;
      return lost && unwritten.isEmpty() ? again(change, master, wanted) : inPart(e);
    }
  }

  private static Answer<ItemVersion> again(
      SeriesChange change, ItemId master, MailboxAppointment wanted) {
    try {
      return change.bring(master, Optional.empty(), wanted);
    } catch (EwsFailure e) {
      return inPart(e);
    }
  }

  private static Answer<ItemVersion> inPart(EwsFailure e) {
    return new Answer.Failed<>(
        new ItemProblem(
            ItemProblem.Type.RETRIABLE,
            e.code(),
            "The series is written in part: " + e.getMessage(),
            e.backOff()));
  }

  /** A new series is either whole or, if it never will be, taken away again. */
  private Answer<ItemVersion> created(ItemVersion master, Answer<ItemVersion> answer, Mails mails) {
    if (answer.failure().isEmpty()) {
      return answer;
    }
    ItemProblem problem = answer.failure().get();
    if (problem.type() != ItemProblem.Type.FATAL) {
      return new Answer.Failed<>(
          new ItemProblem(
              ItemProblem.Type.RETRIABLE, problem.code(), problem.message(), problem.backOff()));
    }
    try {
      EwsCall.send(service, operations.delete(List.of(master), TaskOccurrences.ALL, mails));
    } catch (EwsFailure stays) {
      // its stamp tells the next run whose it is
      return answer;
    }
    return answer;
  }

  private static boolean hasExceptions(MailboxAppointment master) {
    MailboxSeries series = master.series().orElseThrow();
    return !series.exceptions().isEmpty() || !series.deleted().isEmpty();
  }

  private static Optional<MailboxAppointment> series(MailboxItem item) {
    return item instanceof MailboxAppointment appointment && appointment.series().isPresent()
        ? Optional.of(appointment)
        : Optional.empty();
  }
}
