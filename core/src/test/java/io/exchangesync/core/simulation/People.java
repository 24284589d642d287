package io.exchangesync.core.simulation;

import io.exchangesync.core.memory.MemorySelections;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmPerson;
import io.exchangesync.core.model.GroupAddress;
import io.exchangesync.core.model.MailboxContact;
import io.exchangesync.core.model.MailboxMember;
import io.exchangesync.core.model.MailboxSelection;
import io.exchangesync.core.settings.ContactSettings;
import io.exchangesync.core.settings.ContactSettings.SelectionsAs;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What must hold of contacts and selections at rest: who is wanted is there once, as he is. */
final class People {
  private static final int EDGE = 3;

  private final SimulatedWorld world;

  People(SimulatedWorld world) {
    this.world = world;
  }

  void check() {
    for (int associate : Cast.WITH_EVERYTHING) {
      if (world.linked(associate)) {
        contacts(associate);
        selections(associate);
      }
    }
  }

  private boolean live(int person) {
    return world.persons.stored(person).life() == CrmPerson.Life.LIVE;
  }

  private void contacts(int associate) {
    Map<String, String> own = new TreeMap<>();
    Map<String, String> ours = new TreeMap<>();
    for (MailboxContact contact : world.contacts(associate).items()) {
      boolean mine = contact.stamp().isEmpty();
      String twice = (mine ? own : ours).put(contact.displayName(), contact.jobTitle());
      if (twice != null) {
        throw new Violation("I6: contact " + contact.displayName() + " is doubled");
      }
    }
    if (!own.equals(world.rolodex.ownOf(associate))) {
      throw new Violation(
          "I3: own contacts of %d are %s, not %s"
              .formatted(associate, own, world.rolodex.ownOf(associate)));
    }
    for (int person : PersonActs.PERSONS) {
      CrmPerson stored = world.persons.stored(person);
      boolean there = ours.containsKey(stored.fullName());
      boolean member = member(associate, person);
      boolean wanted = live(person) && (member || named(associate, person, -EDGE));
      boolean unwanted = !live(person) || !member && !named(associate, person, EDGE);
      if (wanted && !there || unwanted && there) {
        throw new Violation(
            "I1: %d %s contact of person %d"
                .formatted(associate, there ? "keeps the" : "lacks a", person));
      }
      if (wanted && !stored.title().equals(ours.get(stored.fullName()))) {
        throw new Violation("I1: the contact of person " + person + " is not as he is: " + ours);
      }
    }
  }

  private ContactSettings settings(int associate) {
    return world.settings(associate).mapping().contacts();
  }

  /** Of a chosen selection that shows among the contacts themselves. */
  private boolean member(int associate, int person) {
    ContactSettings settings = settings(associate);
    return settings.selectionsAs() != SelectionsAs.FOLDER
        && settings.selections().stream()
            .anyMatch(selection -> world.rolodex.membersOf(selection).contains(person));
  }

  /** On a diary row inside the window, which is made so many days longer on each side. */
  private boolean named(int associate, int person, int longer) {
    LocalDate first = world.today().minusDays(world.settings(associate).windowBack() + longer);
    LocalDate last = world.today().plusDays(world.settings(associate).windowAhead() + longer);
    return world.rows(associate).stream()
        .filter(row -> row.type() == CrmAppointment.DIARY || row.type() == 6)
        .filter(row -> row.references().personId() == person)
        .map(row -> row.doBy().toLocalDate())
        .anyMatch(day -> !day.isBefore(first) && !day.isAfter(last));
  }

  private void selections(int associate) {
    MemorySelections shown = world.gateway.selections(Cast.address(associate));
    ContactSettings settings = settings(associate);
    for (int selection : PersonActs.SELECTIONS) {
      boolean chosen =
          settings.selections().contains(selection) && world.rolodex.members.containsKey(selection);
      Set<String> members =
          world.rolodex.membersOf(selection).stream()
              .filter(this::live)
              .map(person -> world.persons.stored(person).emails().get(0))
              .collect(Collectors.toCollection(TreeSet::new));
      boolean folder = chosen && settings.selectionsAs() == SelectionsAs.FOLDER;
      List<String> inside =
          shown.contactsOf(selection).stream().map(People::address).sorted().toList();
      if (!inside.equals(folder ? List.copyOf(members) : List.of())) {
        throw new Violation(
            "I1: the folder of selection %d of %d holds %s, not %s"
                .formatted(selection, associate, inside, folder ? members : Set.of()));
      }
      boolean group = chosen && settings.selectionsAs() == SelectionsAs.GROUP;
      checkShown(associate, shown, selection, folder || group, group ? members : Set.of());
    }
  }

  private static String address(MailboxMember member) {
    return member.contact().emails().values().stream().findFirst().orElse("");
  }

  private static void checkShown(
      int associate, MemorySelections shown, int selection, boolean wanted, Set<String> members) {
    List<MailboxSelection> found =
        shown.shown().stream()
            .filter(each -> each.name().equals("Selection " + selection))
            .toList();
    if (found.size() != (wanted ? 1 : 0)) {
      throw new Violation(
          "I6: selection %d is shown %d times to %d".formatted(selection, found.size(), associate));
    }
    Set<String> addresses =
        found.stream()
            .flatMap(each -> each.members().stream())
            .map(GroupAddress::address)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!addresses.equals(members)) {
      throw new Violation("I1: the group of selection " + selection + " holds " + addresses);
    }
  }
}
