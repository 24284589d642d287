package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.MailboxAppointment.CalendarItemType;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.MailboxMember;
import io.exchangesync.core.model.MailboxSelection;
import io.exchangesync.core.port.Answer;
import io.exchangesync.core.port.ItemHead;
import io.exchangesync.core.port.ItemProblem;
import io.exchangesync.core.port.MailboxChanges;
import io.exchangesync.core.port.MailboxSession;
import io.exchangesync.core.port.MailboxWrite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Folders, groups and contacts of selections by EWS: the default contacts folder for the groups,
 * and every folder below it that carries this installation's stamp for this associate.
 *
 * <p>A folder of ours that is gone asks for a complete listing, because Exchange tells nothing of
 * what was in it.
 */
final class EwsSelectionSession implements MailboxSession {
  private final EwsService service;
  private final ContactCodec contacts;
  private final OurStamps ours;
  private final EwsOperation.Content contactsFolder;
  private final SelectionFolders folders;
  private Map<Integer, MailboxSelection> known;

  /**
   * @param ours whose folders are ours
   */
  EwsSelectionSession(EwsService service, ContactCodec contacts, OurStamps ours) {
    this.service = service;
    this.contacts = contacts;
    this.ours = ours;
    Optional<String> delegated =
        service.connection().access() == Access.DELEGATION
            ? Optional.of(service.mailbox())
            : Optional.empty();
    this.contactsFolder = new EwsOperations(contacts, delegated)::folder;
    this.folders = new SelectionFolders(service, contactsFolder, ours);
  }

  @Override
  public MailboxChanges changes(Optional<String> since) {
    return translated(
        () -> since(since.map(SelectionPosition::parse).orElseGet(SelectionPosition::start)));
  }

  private MailboxChanges since(SelectionPosition since) {
    known = folders.find();
    Map<String, MailboxSelection> byId = new HashMap<>();
    known.values().forEach(folder -> byId.put(idOf(folder), folder));
    if (!byId.keySet().containsAll(since.folders().keySet())) {
      throw SelectionPosition.invalid();
    }
    List<ItemHead> present = new ArrayList<>();
    MailboxChanges groups = part(Optional.empty()).changes(since.contacts());
    List<ItemId> deleted = new ArrayList<>(groups.deleted());
    boolean complete = groups.complete();
    Map<String, SelectionPosition.Part> next = new HashMap<>();
    for (Map.Entry<Integer, MailboxSelection> each : known.entrySet()) {
      MailboxSelection folder = each.getValue();
      String changeKey = folder.version().changeKey();
      Optional<SelectionPosition.Part> before =
          Optional.ofNullable(since.folders().get(idOf(folder)));
      if (before.filter(part -> part.changeKey().equals(changeKey)).isEmpty()) {
        present.add(head(folder));
      }
      MailboxChanges inside =
          part(Optional.of(each.getKey())).changes(before.map(SelectionPosition.Part::state));
      present.addAll(inside.present());
      deleted.addAll(inside.deleted());
      complete &= inside.complete();
      next.put(idOf(folder), new SelectionPosition.Part(changeKey, inside.next()));
    }
    present.addAll(groups.present());
    SelectionPosition position = new SelectionPosition(Optional.of(groups.next()), next);
    return new MailboxChanges(present, deleted, position.encoded(), complete);
  }

  private static String idOf(MailboxSelection folder) {
    return SelectionFolders.plain(folder.version().id());
  }

  private static ItemHead head(MailboxSelection folder) {
    return new ItemHead(
        folder.version(),
        "IPF.Contact",
        CalendarItemType.SINGLE,
        Optional.empty(),
        Optional.empty(),
        folder.stamp());
  }

  /** What reads one folder: that of a selection, or the default one with the groups. */
  private EwsReader part(Optional<Integer> selection) {
    return new EwsReader(service, operations(selection), codec(selection));
  }

  private EwsWriter writer(Optional<Integer> selection) {
    return new EwsWriter(service, operations(selection), part(selection), codec(selection));
  }

  private EwsOperations operations(Optional<Integer> selection) {
    EwsOperation.Content folder =
        selection.map(id -> SelectionFolders.of(known().get(id))).orElse(contactsFolder);
    return new EwsOperations(codec(selection), folder);
  }

  private SelectionCodec codec(Optional<Integer> selection) {
    Map<String, Integer> selectionByFolder = new HashMap<>();
    known().forEach((id, folder) -> selectionByFolder.put(idOf(folder), id));
    return new SelectionCodec(selection, selectionByFolder, contacts, ours);
  }

  private Map<Integer, MailboxSelection> known() {
    if (known == null) {
      known = folders.find();
    }
    return known;
  }

  @Override
  public List<Answer<MailboxItem>> read(List<ItemId> ids) {
    return translated(() -> readNow(ids));
  }

  private List<Answer<MailboxItem>> readNow(List<ItemId> ids) {
    if (ids.stream().anyMatch(SelectionFolders::isFolder)) {
      known = folders.find();
    }
    Map<ItemId, Answer<MailboxItem>> answers = new HashMap<>();
    known().values().forEach(folder -> answers.put(folder.version().id(), new Answer.Ok<>(folder)));
    List<ItemId> items = ids.stream().filter(id -> !SelectionFolders.isFolder(id)).toList();
    List<Answer<MailboxItem>> read = part(Optional.empty()).read(items);
    for (int i = 0; i < items.size(); i++) {
      boolean elsewhere =
          read.get(i)
              .result()
              .filter(MailboxMember.class::isInstance)
              .map(MailboxMember.class::cast)
              .filter(member -> member.selectionId() == SelectionCodec.ELSEWHERE)
              .isPresent();
      answers.put(items.get(i), elsewhere ? gone() : read.get(i));
    }
    return ids.stream().map(id -> answers.getOrDefault(id, EwsSelectionSession.gone())).toList();
  }

  private static <T> Answer<T> gone() {
    return EwsMessages.failed(
        ItemProblem.Type.NOT_FOUND, "ErrorItemNotFound", "It is in no folder of a selection");
  }

  /** Folders first, so that contacts can be put into them; folders that go come last. */
  @Override
  public List<Answer<ItemVersion>> apply(List<MailboxWrite> writes) {
    return translated(
        () ->
            new SelectionWrites(folders, this::known, this::writer, this::part)
                .apply(writes, () -> known = null));
  }

  @Override
  public void probe() {
    translated(
        () ->
            EwsMessages.single(
                EwsCall.send(service, new EwsOperations(contacts, contactsFolder).getFolder())));
  }

  @Override
  public Duration clockSkew() {
    return service.clockSkew();
  }

  @Override
  public void close() {
    service.close();
  }

  private static <T> T translated(Supplier<T> operation) {
    try {
      return operation.get();
    } catch (EwsFailure e) {
      throw EwsErrors.syncException(e);
    }
  }
}
