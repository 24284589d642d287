package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.port.Answer;
import io.exchangesync.core.port.ItemProblem;
import io.exchangesync.core.port.MailboxWrite;
import io.exchangesync.core.port.MailboxWrite.Mails;
import io.exchangesync.exchange.ews.EwsOperations.TaskOccurrences;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * The writes of one session: creates first, then updates, then replies, then deletes.
 *
 * <p>Once a request of a call has been answered, a failure of a later one fails its items and those
 * after it, never the call: the new change keys must reach the caller.
 */
final class EwsWriter {
  private static final String LAST_OCCURRENCE = "ErrorCannotDeleteTaskOccurrence";

  private final EwsService service;
  private final EwsOperations operations;
  private final EwsReader reader;
  private final ItemCodec codec;
  private final SeriesWriter series;
  private final RepliesWriter replies;

  EwsWriter(EwsService service, EwsOperations operations, EwsReader reader, ItemCodec codec) {
    this.service = service;
    this.operations = operations;
    this.reader = reader;
    this.codec = codec;
    this.series = new SeriesWriter(service, operations, reader, codec);
    this.replies = new RepliesWriter(service, reader);
  }

  List<Answer<ItemVersion>> apply(List<MailboxWrite> writes) {
    Run run = new Run(writes);
    for (Mails mails : Mails.values()) {
      run.all(
          MailboxWrite.Create.class,
          w -> w.mails() == mails,
          w -> codec.textLength(w.value()),
          creates -> create(creates, mails));
    }
    for (Mails mails : Mails.values()) {
      run.all(
          MailboxWrite.Update.class,
          w -> w.mails() == mails,
          w -> codec.textLength(w.after()),
          updates -> update(updates, mails));
    }
    run.all(MailboxWrite.Reply.class, w -> true, w -> 0, replies::apply);
    for (Mails mails : Mails.values()) {
      run.all(
          MailboxWrite.Delete.class,
          w -> w.mails() == mails,
          w -> 0,
          deletes -> delete(deletes, mails));
    }
    return run.answers;
  }

  private List<Answer<ItemVersion>> create(List<MailboxWrite.Create> creates, Mails mails) {
    List<MailboxItem> values = creates.stream().map(MailboxWrite.Create::value).toList();
    EwsAnswer answer = EwsCall.send(service, operations.create(values, mails));
    return series.afterCreates(
        creates,
        EwsMessages.answers(
            answer, creates, ItemProblem.Type.RETRIABLE, EwsWriter::writtenVersion));
  }

  private List<Answer<ItemVersion>> update(List<MailboxWrite.Update> updates, Mails mails) {
    List<MailboxWrite.Update> differing = updates.stream().filter(this::differs).toList();
    List<Answer<ItemVersion>> sent =
        differing.isEmpty()
            ? List.of()
            : EwsMessages.answers(
                EwsCall.send(service, operations.update(differing, mails)),
                differing,
                ItemProblem.Type.RETRIABLE,
                EwsWriter::writtenVersion);
    List<Answer<ItemVersion>> answers = new ArrayList<>(updates.size());
    int next = 0;
    for (MailboxWrite.Update update : updates) {
      boolean wasSent = next < sent.size() && differing.get(next) == update;
      answers.add(wasSent ? sent.get(next++) : new Answer.Ok<>(update.before().version()));
    }
    return series.afterUpdates(updates, answers);
  }

  /**
   * Exchange ignores the change key of a DeleteItem, so it is compared just before; an edit in
   * between is found in Deleted Items.
   */
  private List<Answer<ItemVersion>> delete(List<MailboxWrite.Delete> deletes, Mails mails) {
    List<Answer<ItemVersion>> answers =
        new ArrayList<>(
            reader.unchanged(deletes.stream().map(MailboxWrite.Delete::version).toList()));
    List<Indexed<ItemVersion>> unchanged = new ArrayList<>();
    for (int i = 0; i < deletes.size(); i++) {
      if (answers.get(i).result().isPresent()) {
        unchanged.add(new Indexed<>(i, deletes.get(i).version()));
      }
    }
    deleteNow(unchanged, answers, mails);
    return answers;
  }

  /** A recurring task goes on with its next occurrence; the last one is deleted whole. */
  private void deleteNow(
      List<Indexed<ItemVersion>> unchanged, List<Answer<ItemVersion>> answers, Mails mails) {
    List<Indexed<ItemVersion>> last = new ArrayList<>();
    send(unchanged, TaskOccurrences.CURRENT, mails)
        .forEach(
            (one, answer) -> {
              boolean noneFollows =
                  answer.failure().filter(p -> p.code().equals(LAST_OCCURRENCE)).isPresent();
              if (noneFollows) {
                last.add(one);
              }
              answers.set(one.index(), answer);
            });
    send(last, TaskOccurrences.ALL, mails)
        .forEach((one, answer) -> answers.set(one.index(), answer));
  }

  private Map<Indexed<ItemVersion>, Answer<ItemVersion>> send(
      List<Indexed<ItemVersion>> items, TaskOccurrences affected, Mails mails) {
    if (items.isEmpty()) {
      return Map.of();
    }
    List<ItemVersion> versions = items.stream().map(Indexed::value).toList();
    List<Answer<Boolean>> done =
        EwsMessages.answers(
            EwsCall.send(service, operations.delete(versions, affected, mails)),
            versions,
            ItemProblem.Type.RETRIABLE,
            message -> true);
    Map<Indexed<ItemVersion>, Answer<ItemVersion>> answers = new LinkedHashMap<>();
    for (int i = 0; i < done.size(); i++) {
      Indexed<ItemVersion> one = items.get(i);
      answers.put(
          one,
          done.get(i)
              .failure()
              .<Answer<ItemVersion>>map(Answer.Failed::new)
              .orElse(new Answer.Ok<>(one.value())));
    }
    return answers;
  }

  private boolean differs(MailboxWrite.Update update) {
    return !codec.fields(Optional.of(update.before()), update.after()).isEmpty();
  }

  /** An answer without the new change key is tried again: the stamp tells that it was written. */
  private static ItemVersion writtenVersion(EwsMessage message) {
    return ItemParts.version(
        message.item().orElseThrow(() -> new Values.Unknown("answer", "no item")));
  }

  private record Indexed<T>(int index, T value) {}

  /** The answers of one call, filled in request by request. */
  private final class Run {
    private final List<MailboxWrite> writes;
    private final List<Answer<ItemVersion>> answers;
    private boolean answered;
    private Optional<ItemProblem> broken = Optional.empty();

    Run(List<MailboxWrite> asked) {
      answers = new ArrayList<>(Collections.nCopies(asked.size(), null));
      writes = asked.stream().map(SilentWrites::of).toList();
      for (int i = 0; i < asked.size(); i++) {
        Optional<ItemProblem> refusal = SeriesWriter.refusal(writes.get(i));
        if (refusal.isPresent()) {
          answers.set(i, new Answer.Failed<>(refusal.get()));
        }
      }
    }

    <W extends MailboxWrite> void all(
        Class<W> kind,
        Predicate<W> which,
        ToIntFunction<W> textLength,
        Function<List<W>, List<Answer<ItemVersion>>> request) {
      int size = service.connection().batchSize();
      for (List<Indexed<W>> batch :
          Batches.of(open(kind, which), size, w -> textLength.applyAsInt(w.value()))) {
        one(batch, request);
      }
    }

    private <W extends MailboxWrite> List<Indexed<W>> open(Class<W> kind, Predicate<W> which) {
      List<Indexed<W>> open = new ArrayList<>();
      for (int i = 0; i < writes.size(); i++) {
        MailboxWrite write = writes.get(i);
        if (answers.get(i) == null && kind.isInstance(write) && which.test(kind.cast(write))) {
          open.add(new Indexed<>(i, kind.cast(write)));
        }
      }
      return open;
    }

    private <W extends MailboxWrite> void one(
        List<Indexed<W>> batch, Function<List<W>, List<Answer<ItemVersion>>> request) {
      if (broken.isEmpty()) {
        try {
          List<Answer<ItemVersion>> found =
              request.apply(batch.stream().map(Indexed::value).toList());
          for (int i = 0; i < batch.size(); i++) {
            answers.set(batch.get(i).index(), found.get(i));
          }
          answered = true;
          return;
        } catch (EwsFailure e) {
          if (!answered) {
            throw e;
          }
          broken =
              Optional.of(
                  new ItemProblem(
                      ItemProblem.Type.RETRIABLE, e.code(), e.getMessage(), e.backOff()));
        }
      }
      batch.forEach(w -> answers.set(w.index(), new Answer.Failed<>(broken.orElseThrow())));
    }
  }
}
