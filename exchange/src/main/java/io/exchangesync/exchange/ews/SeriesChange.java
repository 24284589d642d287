package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.MailboxSeries;
import io.exchangesync.core.model.Recurrence;
import io.exchangesync.core.port.Answer;
import io.exchangesync.core.port.ItemProblem;
import io.exchangesync.core.port.MailboxWrite.Mails;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings the single dates of one series to what is wanted: reads the master as the server has it,
 * deletes dates, writes exceptions, reads the change key that the master has then.
 *
 * <p>The dates' own ids come from the master or from a calendar view, so that nothing depends on
 * how the server counts dates.
 */
final class SeriesChange {
  private final EwsService service;
  private final EwsReader reader;
  private final ItemCodec codec;
  private final Mails mails;
  private final SeriesOperations requests;
  private final SeriesDates dates;

  SeriesChange(
      EwsService service,
      EwsOperations operations,
      EwsReader reader,
      ItemCodec codec,
      Mails mails) {
    this.service = service;
    this.reader = reader;
    this.codec = codec;
    this.mails = mails;
    this.requests = new SeriesOperations(operations);
    this.dates = new SeriesDates(service, requests, codec);
  }

  /** One date that is to be written. */
  private record Written(LocalDate date, SeriesOperations.Change change) {}

  /** A problem of one date becomes one of the series. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient ItemProblem problem;

    Refused(ItemProblem problem) {
      super(problem.message());
      this.problem = problem;
    }
  }

  /**
   * @param expected the version the master must still have; empty if this call has written it, so
   *     that an attendee's quick reply does no harm
   * @return the version it has after the last write
   * @throws EwsFailure if there is no answer to a request; some dates may have been written
   */
  Answer<ItemVersion> bring(
      ItemId master, Optional<ItemVersion> expected, MailboxAppointment wanted) {
    try {
      MailboxAppointment now = read(master);
      if (expected.isPresent() && !now.version().equals(expected.get())) {
        return EwsReader.changed();
      }
      SeriesDifference lacking = SeriesDifference.of(codec, now, wanted);
      if (!lacking.restored().isEmpty()) {
        now = renewed(now);
        lacking = SeriesDifference.of(codec, now, wanted);
        if (!lacking.restored().isEmpty()) {
          throw refused("Exchange does not bring back the deleted dates " + lacking.restored());
        }
      }
      delete(now, lacking);
      write(now, lacking);
      return new Answer.Ok<>(ok(reader.versions(List.of(master)).get(0)));
    } catch (Refused e) {
      return new Answer.Failed<>(e.problem);
    }
  }

  private MailboxAppointment read(ItemId master) {
    MailboxItem item = ok(reader.read(List.of(master)).get(0));
    if (item instanceof MailboxAppointment appointment && appointment.series().isPresent()) {
      return appointment;
    }
    throw new Refused(EwsReader.<ItemVersion>changed().failure().orElseThrow());
  }

  /**
   * The master without exceptions and with all its dates, which only a new pattern does: another
   * one and its own again, in one request.
   */
  private MailboxAppointment renewed(MailboxAppointment now) {
    Recurrence own = now.series().orElseThrow().recurrence();
    MailboxAppointment other = with(now, Occurrences.other(now));
    List<SeriesOperations.Change> changes = new ArrayList<>();
    changes.add(change(now, now, other));
    changes.add(change(now, other, with(now, own)));
    for (Answer<Boolean> answer : sent(requests.update(changes, Mails.NONE), changes)) {
      ok(answer);
    }
    return read(now.version().id());
  }

  private SeriesOperations.Change change(
      MailboxAppointment item, MailboxAppointment before, MailboxAppointment after) {
    return new SeriesOperations.Change(
        item.version().id(), codec.fields(Optional.of(before), after));
  }

  private static MailboxAppointment with(MailboxAppointment master, Recurrence recurrence) {
    MailboxSeries series =
        new MailboxSeries(recurrence, List.of(), master.series().orElseThrow().deleted());
    return master.with().series(Optional.of(series)).build();
  }

  private void delete(MailboxAppointment now, SeriesDifference lacking) {
    List<ItemId> ids =
        lacking.deleted().stream().flatMap(date -> dates.find(now, date).stream()).toList();
    for (List<ItemId> batch : Batches.of(ids, service.connection().batchSize(), id -> 0)) {
      sent(requests.delete(batch, mails), batch).forEach(SeriesChange::ok);
    }
  }

  /** A date that would pass its neighbour is tried again after the neighbour has moved. */
  private void write(MailboxAppointment now, SeriesDifference lacking) {
    List<Written> left = new ArrayList<>();
    for (Map.Entry<LocalDate, FieldSet> one : lacking.written().entrySet()) {
      ItemId id =
          dates
              .find(now, one.getKey())
              .orElseThrow(() -> refused("The series has no date " + one.getKey()));
      left.add(new Written(one.getKey(), new SeriesOperations.Change(id, one.getValue())));
    }
    while (!left.isEmpty()) {
      List<Written> refused = new ArrayList<>();
      Optional<ItemProblem> problem = Optional.empty();
      for (List<Written> batch : Batches.of(left, service.connection().batchSize(), w -> 0)) {
        List<SeriesOperations.Change> changes = batch.stream().map(Written::change).toList();
        List<Answer<Boolean>> answers = sent(requests.update(changes, mails), changes);
        for (int i = 0; i < batch.size(); i++) {
          if (answers.get(i).failure().isPresent()) {
            refused.add(batch.get(i));
            problem = Optional.of(at(batch.get(i).date(), answers.get(i).failure().get()));
          }
        }
      }
      if (refused.size() == left.size()) {
        throw new Refused(problem.orElseThrow());
      }
      left = refused;
    }
  }

  private <Q> List<Answer<Boolean>> sent(EwsOperation operation, List<Q> questions) {
    return EwsMessages.answers(
        EwsCall.send(service, operation), questions, ItemProblem.Type.RETRIABLE, message -> true);
  }

  /** What is not there any more was changed meanwhile, seen from the series. */
  private static <T> T ok(Answer<T> answer) {
    if (answer.failure().isEmpty()) {
      return answer.result().orElseThrow();
    }
    throw new Refused(changedIfGone(answer.failure().get()));
  }

  private static ItemProblem at(LocalDate date, ItemProblem problem) {
    ItemProblem known = changedIfGone(problem);
    return new ItemProblem(
        known.type(), known.code(), "Date " + date + ": " + known.message(), known.backOff());
  }

  private static ItemProblem changedIfGone(ItemProblem problem) {
    return problem.type() == ItemProblem.Type.NOT_FOUND
        ? new ItemProblem(
            ItemProblem.Type.CHANGED_MEANWHILE,
            problem.code(),
            problem.message(),
            problem.backOff())
        : problem;
  }

  private static Refused refused(String reason) {
    return new Refused(
        new ItemProblem(ItemProblem.Type.FATAL, "NoSuchDate", reason, Optional.empty()));
  }
}
