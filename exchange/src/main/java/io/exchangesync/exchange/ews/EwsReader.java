package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.port.Answer;
import io.exchangesync.core.port.ItemHead;
import io.exchangesync.core.port.ItemProblem;
import io.exchangesync.core.port.MailboxChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** SyncFolderItems and GetItem of one session. */
final class EwsReader {
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]*={0,2}");

  private final EwsService service;
  private final EwsOperations operations;
  private final ItemCodec codec;

  EwsReader(EwsService service, EwsOperations operations, ItemCodec codec) {
    this.service = service;
    this.operations = operations;
    this.codec = codec;
  }

  MailboxChanges changes(Optional<String> since) {
    if (since.isPresent() && !isSyncState(since.get())) {
      throw new EwsFailure(
          EwsFailure.Stage.EWS,
          "ErrorInvalidSyncStateData",
          "The stored position is no sync state",
          Optional.empty(),
          null);
    }
    XmlElement page = EwsMessages.single(EwsCall.send(service, operations.syncFolder(since))).xml();
    String next =
        page.text("SyncState")
            .filter(state -> !state.isEmpty())
            .orElseThrow(EwsReader::noSyncState);
    List<ItemHead> present = new ArrayList<>();
    List<ItemId> deleted = new ArrayList<>();
    List<XmlElement> changes = page.child("Changes").map(XmlElement::children).orElse(List.of());
    for (XmlElement change : changes) {
      switch (change.name()) {
        case "Create", "Update" ->
            change.children().stream()
                .filter(ItemParts::hasId)
                .map(codec::head)
                .forEach(present::add);
        case "Delete" -> {
          if (ItemParts.hasId(change)) {
            deleted.add(ItemParts.version(change).id());
          }
        }
        default -> {}
      }
    }
    boolean complete =
        page.text("IncludesLastItemInRange").map(Values::bool).orElse(changes.isEmpty());
    return new MailboxChanges(present, deleted, next, complete);
  }

  List<Answer<MailboxItem>> read(List<ItemId> ids) {
    return new SeriesReader(this, codec).read(ids);
  }

  /** Ids with the change keys they have now. */
  List<Answer<ItemVersion>> versions(List<ItemId> ids) {
    return batches(ids, List.of(), message -> ItemParts.version(item(message)));
  }

  /**
   * Which of the items still have the change key they had: where Exchange itself does not compare.
   */
  List<Answer<ItemVersion>> unchanged(List<ItemVersion> expected) {
    List<Answer<ItemVersion>> answers =
        new ArrayList<>(versions(expected.stream().map(ItemVersion::id).toList()));
    for (int i = 0; i < answers.size(); i++) {
      String known = expected.get(i).changeKey();
      if (answers.get(i).result().filter(now -> !now.changeKey().equals(known)).isPresent()) {
        answers.set(i, changed());
      }
    }
    return answers;
  }

  static <T> Answer<T> changed() {
    return EwsMessages.failed(
        ItemProblem.Type.CHANGED_MEANWHILE,
        "ErrorStaleObject",
        "The item was changed since it was read");
  }

  <T> List<Answer<T>> batches(
      List<ItemId> ids, List<Property> properties, Function<EwsMessage, T> result) {
    List<Answer<T>> answers = new ArrayList<>(ids.size());
    for (List<ItemId> batch : Batches.of(ids, service.connection().batchSize(), id -> 0)) {
      answers.addAll(batch(batch, properties, result));
    }
    return answers;
  }

  /** One batch; one that can't be read is halved until only the culprit fails. */
  private <T> List<Answer<T>> batch(
      List<ItemId> ids, List<Property> properties, Function<EwsMessage, T> result) {
    try {
      EwsAnswer answer = EwsCall.send(service, operations.get(ids, properties));
      return EwsMessages.answers(answer, ids, ItemProblem.Type.FATAL, result);
    } catch (EwsFailure e) {
      if (e.stage() != EwsFailure.Stage.UNREADABLE) {
        throw e;
      }
      if (ids.size() == 1) {
        return List.of(EwsMessages.failed(ItemProblem.Type.FATAL, e.code(), e.getMessage()));
      }
      int half = ids.size() / 2;
      List<Answer<T>> answers = new ArrayList<>(batch(ids.subList(0, half), properties, result));
      answers.addAll(batch(ids.subList(half, ids.size()), properties, result));
      return answers;
    }
  }

  static XmlElement item(EwsMessage message) {
    return message.item().orElseThrow(() -> new Values.Unknown("answer", "no item"));
  }

  private static boolean isSyncState(String text) {
    return !text.isEmpty() && text.length() % 4 == 0 && BASE64.matcher(text).matches();
  }

  private static EwsFailure noSyncState() {
    return new EwsFailure(
        EwsFailure.Stage.UNREADABLE,
        "NoSyncState",
        "Exchange sent a change page without a sync state",
        Optional.empty(),
        null);
  }
}
