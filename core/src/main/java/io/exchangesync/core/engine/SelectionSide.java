package io.exchangesync.core.engine;

import io.exchangesync.core.model.CrmMember;
import io.exchangesync.core.model.CrmPerson;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.CrmSelection;
import io.exchangesync.core.model.CrmSelection.Standing;
import io.exchangesync.core.model.GroupAddress;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.Member;
import io.exchangesync.core.model.PersonReasons.SelectionName;
import io.exchangesync.core.model.PersonReasons.Size;
import io.exchangesync.core.model.Selection;
import io.exchangesync.core.plan.PlanContext;
import io.exchangesync.core.plan.Reason;
import io.exchangesync.core.port.CrmHead;
import io.exchangesync.core.port.Hold;
import io.exchangesync.core.port.PersonWish;
import io.exchangesync.core.settings.ContactSettings;
import io.exchangesync.core.settings.ContactSettings.SelectionsAs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * SuperOffice's selections as records: each under its own key, and each member of one that is shown
 * as a folder under a negative key.
 *
 * <p>What is shown as a category has no record here; the contacts of its members say it.
 */
final class SelectionSide {
  private final Ports ports;
  private final PlanContext context;
  private final ContactSettings settings;

  SelectionSide(Ports ports, PlanContext context) {
    this.ports = ports;
    this.context = context;
    this.settings = context.settings().mapping().contacts();
  }

  /** Every chosen selection that is shown or held, and the live members of those in folders. */
  List<CrmHead> list() {
    Map<Integer, Selection> chosen = selections(settings.selections());
    List<CrmHead> heads = new ArrayList<>();
    List<Member> members = new ArrayList<>();
    for (Selection selection : chosen.values()) {
      CrmSelection record = record(selection);
      switch (record.standing()) {
        case FOLDER -> {
          heads.add(CrmHead.undated(record.recordId(), record.version()));
          selection
              .persons()
              .forEach(person -> members.add(new Member(selection.selectionId(), person)));
        }
        case GROUP, DYNAMIC, TOO_LARGE_FOR_A_GROUP ->
            heads.add(CrmHead.undated(record.recordId(), record.version()));
        case NOT_SHOWN -> {}
      }
    }
    heads.addAll(members(members));
    return heads;
  }

  private List<CrmHead> members(List<Member> members) {
    if (members.isEmpty()) {
      return List.of();
    }
    Map<Integer, String> live =
        ports.persons().wanted(wish()).stream()
            .collect(Collectors.toMap(CrmHead::recordId, CrmHead::version));
    List<Member> wanted =
        members.stream().filter(member -> live.containsKey(member.personId())).toList();
    Map<Member, Integer> keys = ports.memberKeys().of(wanted);
    return wanted.stream()
        .map(member -> CrmHead.undated(keys.get(member), live.get(member.personId())))
        .toList();
  }

  /** Reads selections and members by key; what does not exist is absent from the answer. */
  Map<Integer, CrmRecord> read(Collection<Integer> recordIds) {
    Set<Integer> selectionIds = new HashSet<>(recordIds);
    selectionIds.removeIf(Member::isMember);
    Map<Integer, CrmRecord> found = new HashMap<>();
    selections(selectionIds).forEach((id, selection) -> found.put(id, record(selection)));
    Map<Integer, Member> members =
        ports.memberKeys().members(recordIds.stream().filter(Member::isMember).toList());
    if (!members.isEmpty()) {
      found.putAll(readMembers(members));
    }
    return found;
  }

  private Map<Integer, CrmRecord> readMembers(Map<Integer, Member> members) {
    Map<Integer, CrmPerson> persons =
        ports
            .persons()
            .read(
                members.values().stream().map(Member::personId).collect(Collectors.toSet()),
                wish());
    Set<Integer> dynamic = dynamic(members.values());
    Set<Integer> withoutFolder = withoutFolder(members.values());
    Map<Integer, CrmRecord> found = new HashMap<>();
    members.forEach(
        (key, member) -> {
          CrmPerson person = persons.get(member.personId());
          if (person != null) {
            found.put(
                key,
                new CrmMember(
                    key, member, standing(member, person, dynamic, withoutFolder), person));
          }
        });
    return found;
  }

  private Set<Integer> dynamic(Collection<Member> members) {
    Set<Integer> chosen = members.stream().map(Member::selectionId).collect(Collectors.toSet());
    chosen.retainAll(wish().selections());
    return selections(chosen).values().stream()
        .filter(selection -> selection.nature() == Selection.Nature.DYNAMIC)
        .map(Selection::selectionId)
        .collect(Collectors.toSet());
  }

  /** Selections whose folder the server refused and no person let try again. */
  private Set<Integer> withoutFolder(Collection<Member> members) {
    Optional<Mailbox> mailbox = ports.mailboxStore().byAssociate(context.owner().associateId());
    if (mailbox.isEmpty()) {
      return Set.of();
    }
    int mailboxId = mailbox.get().id();
    Set<Integer> refused =
        ports.holds().active(mailboxId, Kind.SELECTION).stream()
            .filter(hold -> hold.state() == Hold.State.OPEN)
            .filter(hold -> hold.reason().equals(Reason.ITEM_ERROR.name()))
            .map(Hold::recordId)
            .collect(Collectors.toSet());
    refused.retainAll(members.stream().map(Member::selectionId).collect(Collectors.toSet()));
    if (!refused.isEmpty()) {
      ports.links().liveByRecords(Kind.SELECTION, refused).stream()
          .filter(link -> link.mailboxId() == mailboxId)
          .forEach(link -> refused.remove(link.recordId()));
    }
    return refused;
  }

  private static CrmMember.Standing standing(
      Member member, CrmPerson person, Set<Integer> dynamic, Set<Integer> withoutFolder) {
    if (dynamic.contains(member.selectionId())) {
      return CrmMember.Standing.UNKNOWN;
    }
    boolean belongs =
        person.reasons().selections().stream()
            .map(SelectionName::selectionId)
            .anyMatch(id -> id == member.selectionId());
    if (!belongs) {
      return CrmMember.Standing.LEFT;
    }
    return withoutFolder.contains(member.selectionId())
        ? CrmMember.Standing.WAITING
        : CrmMember.Standing.MEMBER;
  }

  private CrmSelection record(Selection selection) {
    Standing standing = standing(selection);
    List<GroupAddress> addresses =
        standing == Standing.GROUP ? addresses(selection.persons()) : List.of();
    String version = ItemId.sha256(selection.name() + standing + addresses).substring(0, 32);
    return new CrmSelection(
        selection.selectionId(), selection.name(), standing, addresses, version);
  }

  private Standing standing(Selection selection) {
    if (!settings.selections().contains(selection.selectionId())) {
      return Standing.NOT_SHOWN;
    }
    return switch (selection.nature()) {
      case HIDDEN -> Standing.NOT_SHOWN;
      case DYNAMIC -> Standing.DYNAMIC;
      case KNOWN ->
          switch (settings.selectionsAs()) {
            case CATEGORY -> Standing.NOT_SHOWN;
            case FOLDER -> Standing.FOLDER;
            case GROUP ->
                Size.of(selection.persons().size()) == Size.FITS_A_GROUP
                    ? Standing.GROUP
                    : Standing.TOO_LARGE_FOR_A_GROUP;
          };
    };
  }

  /** The first address of every live member that has one. */
  private List<GroupAddress> addresses(Collection<Integer> personIds) {
    Map<String, GroupAddress> addresses = new TreeMap<>();
    for (CrmPerson person : ports.persons().read(personIds, wish()).values()) {
      if (person.life() == CrmPerson.Life.LIVE && !person.emails().isEmpty()) {
        String address = person.emails().get(0);
        addresses.putIfAbsent(address, new GroupAddress(address, person.fullName()));
      }
    }
    return List.copyOf(addresses.values());
  }

  private Map<Integer, Selection> selections(Collection<Integer> ids) {
    return ids.isEmpty() ? Map.of() : ports.persons().selections(ids, context.owner());
  }

  /** Persons with the reasons that count here: membership of selections shown as folders. */
  PersonWish wish() {
    boolean folders = settings.selectionsAs() == SelectionsAs.FOLDER;
    return new PersonWish(
        context.owner(),
        context.window(),
        folders ? settings.selections() : List.of(),
        List.of(),
        settings.jobTitleField());
  }
}
