package io.exchangesync.core.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.GroupAddress;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.MailboxContact;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.MailboxMember;
import io.exchangesync.core.model.MailboxSelection;
import io.exchangesync.core.model.MailboxSelection.Shape;
import io.exchangesync.core.model.Member;
import io.exchangesync.core.model.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every mailbox side keeps to when it shows selections as folders and groups. */
public abstract class SelectionContract extends MailboxContractBase {
  private static final int CUSTOMERS = 3;

  @Override
  Kind kind() {
    return Kind.SELECTION;
  }

  @Test
  void aFolderIsMadeWithItsContactsInOneCallAndListedWithStamps() {
    List<Answer<ItemVersion>> made =
        session.apply(
            List.of(
                new MailboxWrite.Create(contact(11)),
                new MailboxWrite.Create(folder("Customers")),
                new MailboxWrite.Create(contact(12))));
    assertThat(made).allSatisfy(answer -> assertThat(answer.failure()).isEmpty());
    MailboxChanges listed = listing();
    assertThat(listed.present())
        .extracting(head -> head.stamp().map(Stamp::recordId).orElse(0))
        .containsExactlyInAnyOrder(CUSTOMERS, -11, -12);
    assertThat(versions(listed)).containsExactlyInAnyOrderElementsOf(results(made));
    MailboxMember read = (MailboxMember) stored(results(made).get(0).id());
    assertThat(read.selectionId()).isEqualTo(CUSTOMERS);
    assertThat(read.contact().firstName()).isEqualTo("P11");
    assertThat(read.version()).isEqualTo(results(made).get(0));
    assertThat(((MailboxSelection) stored(results(made).get(1).id())).name())
        .isEqualTo("Customers");
  }

  @Test
  void aContactWithoutAFolderIsTriedAgainLater() {
    Answer<ItemVersion> answer =
        session.apply(List.of(new MailboxWrite.Create(contact(11)))).get(0);
    assertThat(answer.failure()).map(ItemProblem::type).contains(ItemProblem.Type.RETRIABLE);
  }

  @Test
  void changesTellWhatCameAndWentSinceAPosition() {
    ItemVersion folder = create(folder("Customers"));
    ItemVersion first = create(contact(11));
    String position = listing().next();
    assertThat(session.changes(Optional.of(position)).present()).isEmpty();
    ItemVersion second = create(contact(12));
    MailboxMember before = (MailboxMember) stored(first.id());
    MailboxMember after = before.withContact(before.contact().with().lastName("Hansen").build());
    ItemVersion changed = applied(new MailboxWrite.Update(before, after));
    MailboxChanges changes = session.changes(Optional.of(position));
    assertThat(versions(changes)).contains(second, changed).doesNotContain(first);
    applied(new MailboxWrite.Delete(changed));
    MailboxChanges later = session.changes(Optional.of(changes.next()));
    assertThat(later.deleted()).containsExactly(changed.id());
    assertThat(stored(folder.id())).isNotNull();
    assertThat(session.read(List.of(changed.id())).get(0).failure())
        .map(ItemProblem::type)
        .contains(ItemProblem.Type.NOT_FOUND);
  }

  @Test
  void aFolderIsRenamedInPlace() {
    ItemVersion made = create(folder("Customers"));
    create(contact(11));
    MailboxSelection before = (MailboxSelection) stored(made.id());
    ItemVersion renamed =
        applied(new MailboxWrite.Update(before, before.withName("Good customers")));
    assertThat(renamed.id()).isEqualTo(made.id());
    MailboxSelection after = (MailboxSelection) stored(made.id());
    assertThat(after.name()).isEqualTo("Good customers");
    assertThat(after.stamp()).isEqualTo(before.stamp());
  }

  @Test
  void aFolderWaitsForOurContactsToLeaveAndThenGoes() {
    ItemVersion folder = create(folder("Customers"));
    ItemVersion member = create(contact(11));
    MailboxWrite leave = leave(folder, Set.of(member.id()));
    assertThat(session.apply(List.of(leave)).get(0).failure())
        .map(ItemProblem::type)
        .contains(ItemProblem.Type.RETRIABLE);
    assertThat(results(session.apply(List.of(leave, new MailboxWrite.Delete(member))))).hasSize(2);
    assertThat(listing().present()).isEmpty();
    assertThat(session.apply(List.of(leave)).get(0).failure())
        .map(ItemProblem::type)
        .contains(ItemProblem.Type.NOT_FOUND);
  }

  @Test
  void aFolderWithContactsOfTheUserIsTheUsersFromNowOn() {
    ItemVersion folder = create(folder("Customers"));
    ItemVersion own = create(contact(11).withStamp(Optional.empty()));
    applied(leave(folder, Set.of()));
    assertThat(listing().present())
        .allSatisfy(head -> assertThat(head.stamp()).isEmpty())
        .extracting(ItemHead::version)
        .extracting(ItemVersion::id)
        .isSubsetOf(folder.id(), own.id());
  }

  @Test
  void aCopyOfOneOfOursIsTheUsersAndTheFolderWithIt() {
    ItemVersion folder = create(folder("Customers"));
    ItemVersion member = create(contact(11));
    ItemVersion copy = create(contact(11));
    List<Answer<ItemVersion>> left =
        session.apply(List.of(new MailboxWrite.Delete(member), leave(folder, Set.of(member.id()))));
    assertThat(results(left)).hasSize(2);
    assertThat(listing().present())
        .noneMatch(head -> head.stamp().map(Stamp::recordId).equals(Optional.of(CUSTOMERS)));
    assertThat(applyOne(new MailboxWrite.Create(contact(12))).failure())
        .map(ItemProblem::type)
        .contains(ItemProblem.Type.RETRIABLE);
    assertThat(create(folder("Customers again")).id()).isNotEqualTo(folder.id());
    assertThat(copy.id()).isNotEqualTo(member.id());
  }

  private MailboxWrite leave(ItemVersion folder, Set<ItemId> ours) {
    return new MailboxWrite.LeaveFolder(
        (MailboxSelection) stored(folder.id()), ours, Optional.empty());
  }

  @Test
  void aGroupIsWrittenMemberByMember() {
    List<GroupAddress> members = new ArrayList<>();
    IntStream.range(0, 100).forEach(i -> members.add(address(i)));
    ItemVersion made = create(group("Newsletter", members));
    MailboxSelection stored = (MailboxSelection) stored(made.id());
    assertThat(stored.shape()).isEqualTo(Shape.GROUP);
    assertThat(stored.version()).isEqualTo(made);
    assertThat(addresses(stored)).isEqualTo(addresses(group("", members)));
    List<GroupAddress> wanted = new ArrayList<>(stored.members());
    wanted.removeIf(member -> member.address().equals(address(7).address()));
    wanted.add(address(200));
    ItemVersion changed =
        applied(
            new MailboxWrite.Update(stored, stored.withMembers(wanted).withName("News & more")));
    MailboxSelection after = (MailboxSelection) stored(changed.id());
    assertThat(after.name()).isEqualTo("News & more");
    assertThat(addresses(after))
        .hasSize(100)
        .contains(address(200).address())
        .doesNotContain(address(7).address());
    assertThat(listing().present()).extracting(ItemHead::version).containsExactly(changed);
    assertThat(session.apply(List.of(new MailboxWrite.Update(stored, stored))).get(0).failure())
        .matches(problem -> problem.isEmpty() || problem.get().type() == changedMeanwhile());
  }

  private static ItemProblem.Type changedMeanwhile() {
    return ItemProblem.Type.CHANGED_MEANWHILE;
  }

  @Test
  void anEmptyGroupTakesMembersAndAFullOneMayBeEmptied() {
    ItemVersion made = create(group("Newsletter", List.of()));
    MailboxSelection empty = (MailboxSelection) stored(made.id());
    assertThat(empty.members()).isEmpty();
    applied(new MailboxWrite.Update(empty, empty.withMembers(List.of(address(1), address(2)))));
    MailboxSelection full = (MailboxSelection) stored(made.id());
    assertThat(full.members()).hasSize(2);
    applied(new MailboxWrite.Update(full, full.withMembers(List.of())));
    assertThat(((MailboxSelection) stored(made.id())).members()).isEmpty();
  }

  @Test
  void aFolderBecomesAGroupUnderTheSameStampWhenItIsEmpty() {
    ItemVersion folder = create(folder("Customers"));
    MailboxSelection before = (MailboxSelection) stored(folder.id());
    MailboxSelection after = before.withShape(Shape.GROUP).withMembers(List.of(address(1)));
    ItemVersion group = applied(new MailboxWrite.LeaveFolder(before, Set.of(), Optional.of(after)));
    assertThat(group.id()).isNotEqualTo(folder.id());
    assertThat(listing().present())
        .singleElement()
        .satisfies(head -> assertThat(head.stamp()).isEqualTo(before.stamp()));
    assertThat(((MailboxSelection) stored(group.id())).shape()).isEqualTo(Shape.GROUP);
  }

  @Test
  void anOldChangeKeyIsRefused() {
    create(folder("Customers"));
    ItemVersion made = create(contact(11));
    MailboxMember old = (MailboxMember) stored(made.id());
    applied(new MailboxWrite.Update(old, named(old, "Hansen")));
    assertThat(
            session
                .apply(List.of(new MailboxWrite.Update(old, named(old, "Olsen"))))
                .get(0)
                .failure())
        .map(ItemProblem::type)
        .contains(changedMeanwhile());
  }

  private static MailboxMember named(MailboxMember member, String lastName) {
    return member.withContact(member.contact().with().lastName(lastName).build());
  }

  private MailboxChanges listing() {
    List<ItemHead> present = new ArrayList<>();
    MailboxChanges page = session.changes(Optional.empty());
    present.addAll(page.present());
    while (!page.complete()) {
      page = session.changes(Optional.of(page.next()));
      present.addAll(page.present());
    }
    return new MailboxChanges(present, List.of(), page.next(), true);
  }

  private static List<ItemVersion> versions(MailboxChanges changes) {
    return changes.present().stream().map(ItemHead::version).toList();
  }

  private static List<ItemVersion> results(List<Answer<ItemVersion>> answers) {
    return answers.stream().map(answer -> answer.result().orElseThrow()).toList();
  }

  private MailboxItem stored(ItemId id) {
    return ok(readOne(id));
  }

  private ItemVersion applied(MailboxWrite write) {
    return ok(applyOne(write));
  }

  private MailboxSelection folder(String name) {
    return MailboxSelection.blank(Shape.FOLDER).withName(name).withStamp(stamp(CUSTOMERS, "link"));
  }

  private MailboxSelection group(String name, List<GroupAddress> members) {
    return MailboxSelection.blank(Shape.GROUP)
        .withName(name)
        .withMembers(members)
        .withStamp(stamp(CUSTOMERS, "link"));
  }

  private MailboxMember contact(int personId) {
    String linkId = new Member(CUSTOMERS, personId).mark() + "link";
    MailboxContact contact =
        MailboxContact.blank()
            .with()
            .firstName("P" + personId)
            .lastName("Berg")
            .displayName("P" + personId + " Berg")
            .build();
    return new MailboxMember(CUSTOMERS, contact).withStamp(stamp(-personId, linkId));
  }

  private Optional<Stamp> stamp(int recordId, String linkId) {
    return Optional.of(
        new Stamp("inst-1", Kind.SELECTION, mailbox.associateId(), recordId, linkId));
  }

  private static GroupAddress address(int number) {
    return new GroupAddress("p" + number + "@kunde.example", "Person " + number);
  }

  private static List<String> addresses(MailboxSelection group) {
    return group.members().stream().map(GroupAddress::address).sorted().toList();
  }
}
