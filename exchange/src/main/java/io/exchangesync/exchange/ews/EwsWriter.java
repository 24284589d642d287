package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.port.Answer;
import io.exchangesync.core.port.ItemProblem;
import io.exchangesync.core.port.MailboxWrite;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * CreateItem, UpdateItem and DeleteItem of one session: creates first, then updates, then deletes.
 *
 * <p>Once a request of a call has been answered, a failure of a later one fails its items and those
 * after it, never the call: the new change keys must reach the caller.
 */
final class EwsWriter {
  private final EwsService service;
  private final EwsOperations operations;
  private final EwsReader reader;
  private final ItemCodec codec;

  EwsWriter(EwsService service, EwsOperations operations, EwsReader reader, ItemCodec codec) {
    this.service = service;
    this.operations = operations;
    this.reader = reader;
    this.codec = codec;
  }

  List<Answer<ItemVersion>> apply(List<MailboxWrite> writes) {
    Run run = new Run(writes.size());
    run.all(
        indexed(writes, MailboxWrite.Create.class), w -> codec.textLength(w.value()), this::create);
    run.all(
        indexed(writes, MailboxWrite.Update.class), w -> codec.textLength(w.after()), this::update);
    run.all(indexed(writes, MailboxWrite.Delete.class), w -> 0, this::delete);
    return run.answers;
  }

  private List<Answer<ItemVersion>> create(List<MailboxWrite.Create> creates) {
    List<MailboxItem> values = creates.stream().map(MailboxWrite.Create::value).toList();
    EwsAnswer answer = EwsCall.send(service, operations.create(values));
    return EwsMessages.answers(
        answer, creates, ItemProblem.Type.RETRIABLE, EwsWriter::writtenVersion);
  }

  private List<Answer<ItemVersion>> update(List<MailboxWrite.Update> updates) {
    List<MailboxWrite.Update> differing = updates.stream().filter(this::differs).toList();
    List<Answer<ItemVersion>> sent =
        differing.isEmpty()
            ? List.of()
            : EwsMessages.answers(
                EwsCall.send(service, operations.update(differing)),
                differing,
                ItemProblem.Type.RETRIABLE,
                EwsWriter::writtenVersion);
    List<Answer<ItemVersion>> answers = new ArrayList<>(updates.size());
    int next = 0;
    for (MailboxWrite.Update update : updates) {
      answers.add(differs(update) ? sent.get(next++) : new Answer.Ok<>(update.before().version()));
    }
    return answers;
  }

  /**
   * Exchange ignores the change key of a DeleteItem, so it is compared just before; an edit in
   * between is found in Deleted Items.
   */
  private List<Answer<ItemVersion>> delete(List<MailboxWrite.Delete> deletes) {
    List<ItemId> ids = deletes.stream().map(delete -> delete.version().id()).toList();
    List<Answer<ItemVersion>> answers = new ArrayList<>(reader.versions(ids));
    List<Indexed<ItemVersion>> unchanged = new ArrayList<>();
    for (int i = 0; i < deletes.size(); i++) {
      ItemVersion expected = deletes.get(i).version();
      Optional<ItemVersion> found = answers.get(i).result();
      if (found.isPresent() && !found.get().changeKey().equals(expected.changeKey())) {
        answers.set(
            i,
            EwsMessages.failed(
                ItemProblem.Type.CHANGED_MEANWHILE,
                "ErrorStaleObject",
                "The item was changed since it was read"));
      } else if (found.isPresent()) {
        unchanged.add(new Indexed<>(i, expected));
      }
    }
    deleteNow(unchanged, answers);
    return answers;
  }

  private void deleteNow(List<Indexed<ItemVersion>> unchanged, List<Answer<ItemVersion>> answers) {
    if (unchanged.isEmpty()) {
      return;
    }
    List<ItemVersion> versions = unchanged.stream().map(Indexed::value).toList();
    List<Answer<Boolean>> done =
        EwsMessages.answers(
            EwsCall.send(service, operations.delete(versions)),
            versions,
            ItemProblem.Type.RETRIABLE,
            message -> true);
    for (int i = 0; i < done.size(); i++) {
      Indexed<ItemVersion> one = unchanged.get(i);
      answers.set(
          one.index(),
          done.get(i)
              .failure()
              .<Answer<ItemVersion>>map(Answer.Failed::new)
              .orElse(new Answer.Ok<>(one.value())));
    }
  }

  private boolean differs(MailboxWrite.Update update) {
    return !codec.fields(Optional.of(update.before()), update.after()).isEmpty();
  }

  /** An answer without the new change key is tried again: the stamp tells that it was written. */
  private static ItemVersion writtenVersion(EwsMessage message) {
    return ItemParts.version(
        message.item().orElseThrow(() -> new Values.Unknown("answer", "no item")));
  }

  private static <W extends MailboxWrite> List<Indexed<W>> indexed(
      List<MailboxWrite> writes, Class<W> kind) {
    List<Indexed<W>> found = new ArrayList<>();
    for (int i = 0; i < writes.size(); i++) {
      if (kind.isInstance(writes.get(i))) {
        found.add(new Indexed<>(i, kind.cast(writes.get(i))));
      }
    }
    return found;
  }

  private record Indexed<T>(int index, T value) {}

  /** The answers of one call, filled in request by request. */
  private final class Run {
    private final List<Answer<ItemVersion>> answers;
    private boolean answered;
    private Optional<ItemProblem> broken = Optional.empty();

    Run(int size) {
      answers = new ArrayList<>(Collections.nCopies(size, null));
    }

    <W extends MailboxWrite> void all(
        List<Indexed<W>> writes,
        ToIntFunction<W> textLength,
        Function<List<W>, List<Answer<ItemVersion>>> request) {
      int size = service.connection().batchSize();
      for (List<Indexed<W>> batch :
          Batches.of(writes, size, w -> textLength.applyAsInt(w.value()))) {
        one(batch, request);
      }
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
