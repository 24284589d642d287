package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.MailboxSeries;
import io.exchangesync.core.port.Answer;
import io.exchangesync.core.port.ItemProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads items with all that belongs to them: a master with its exceptions, which are items of their
 * own. A series of which anything can't be read is not read at all: never half a series.
 */
final class SeriesReader {
  private final EwsReader reader;
  private final ItemCodec codec;

  SeriesReader(EwsReader reader, ItemCodec codec) {
    this.reader = reader;
    this.codec = codec;
  }

  /** An item and the exceptions still to be read. */
  private record Found(MailboxItem item, List<SeriesXml.Modified> modified) {}

  List<Answer<MailboxItem>> read(List<ItemId> ids) {
    List<Answer<Found>> found =
        reader.batches(
            ids,
            codec.wholeProperties(),
            message -> {
              XmlElement item = EwsReader.item(message);
              return new Found(codec.read(item), codec.exceptions(item));
            });
    List<ItemId> exceptions =
        found.stream()
            .flatMap(answer -> answer.result().stream())
            .flatMap(one -> one.modified().stream())
            .map(SeriesXml.Modified::id)
            .toList();
    List<Answer<MailboxItem>> contents =
        reader.batches(
            exceptions, codec.wholeProperties(), message -> codec.read(EwsReader.item(message)));
    List<Answer<MailboxItem>> answers = new ArrayList<>(ids.size());
    int next = 0;
    for (Answer<Found> answer : found) {
      int count = answer.result().map(one -> one.modified().size()).orElse(0);
      List<Answer<MailboxItem>> own = contents.subList(next, next + count);
      next += count;
      answers.add(
          answer
              .failure()
              .<Answer<MailboxItem>>map(Answer.Failed::new)
              .orElseGet(() -> whole(answer.result().orElseThrow(), own)));
    }
    return answers;
  }

  private Answer<MailboxItem> whole(Found found, List<Answer<MailboxItem>> contents) {
    if (contents.isEmpty()) {
      return new Answer.Ok<>(found.item());
    }
    MailboxAppointment master = (MailboxAppointment) found.item();
    MailboxSeries bare = master.series().orElseThrow();
    List<MailboxSeries.Exception> exceptions = new ArrayList<>();
    for (int i = 0; i < contents.size(); i++) {
      SeriesXml.Modified modified = found.modified().get(i);
      if (contents.get(i).failure().isPresent()) {
        return unreadable(modified, contents.get(i).failure().get());
      }
      MailboxAppointment content = (MailboxAppointment) contents.get(i).result().orElseThrow();
      if (Occurrences.differs(codec, master, modified.originalDate(), content)) {
        exceptions.add(new MailboxSeries.Exception(modified.originalDate(), content));
      }
    }
    MailboxSeries series = new MailboxSeries(bare.recurrence(), exceptions, bare.deleted());
    return new Answer.Ok<>(master.with().series(Optional.of(series)).build());
  }

  /** An exception that went away while we read is read again with its master. */
  private static Answer<MailboxItem> unreadable(SeriesXml.Modified modified, ItemProblem problem) {
    ItemProblem.Type type =
        problem.type() == ItemProblem.Type.NOT_FOUND ? ItemProblem.Type.RETRIABLE : problem.type();
    return new Answer.Failed<>(
        new ItemProblem(
            type,
            problem.code(),
            "The series' exception of " + modified.originalDate() + ": " + problem.message(),
            problem.backOff()));
  }
}
