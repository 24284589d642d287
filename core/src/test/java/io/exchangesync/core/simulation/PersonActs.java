package io.exchangesync.core.simulation;

import io.exchangesync.core.model.CrmPerson;
import io.exchangesync.core.model.MailboxContact;
import io.exchangesync.core.settings.ContactSettings;
import io.exchangesync.core.settings.ContactSettings.SelectionsAs;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What users do with persons, selections and contacts. */
final class PersonActs {
  static final List<Integer> PERSONS = List.of(501, 502, 503, 504);
  static final List<Integer> SELECTIONS = List.of(1, 2);

  private PersonActs() {}

  static Map<String, Act> all() {
    return Map.of(
        "person is edited", PersonActs::edited,
        "person retires or returns", PersonActs::retires,
        "selection changes", PersonActs::selectionChanges,
        "selections are chosen", PersonActs::chosen,
        "contact is edited", PersonActs::contactEdited,
        "contact is deleted", PersonActs::contactDeleted,
        "own contact is made", PersonActs::ownContact);
  }

  private static int who(Dice dice) {
    return dice.any(Cast.ANNA, Cast.BERIT);
  }

  private static int person(Dice dice) {
    return dice.one(PERSONS, String::valueOf).orElseThrow();
  }

  private static void edited(SimulatedWorld world, Dice dice) {
    int person = person(dice);
    world.tell("person " + person + " gets title " + dice.token('j'));
    world.persons.userEdits(person, edit -> edit.title(dice.token('j')));
  }

  private static void retires(SimulatedWorld world, Dice dice) {
    int person = person(dice);
    boolean live = world.persons.stored(person).life() == CrmPerson.Life.LIVE;
    world.tell("person " + person + (live ? " retires" : " returns"));
    world.persons.userEdits(
        person, edit -> edit.life(live ? CrmPerson.Life.RETIRED : CrmPerson.Life.LIVE));
  }

  private static void selectionChanges(SimulatedWorld world, Dice dice) {
    int selection = dice.one(SELECTIONS, String::valueOf).orElseThrow();
    Set<Integer> members = new TreeSet<>(dice.some(PERSONS));
    world.tell("selection " + selection + " holds " + members);
    world.rolodex.members.put(selection, members);
    world.persons.select(selection, "Selection " + selection, members);
  }

  private static void chosen(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    List<Integer> chosen = dice.some(SELECTIONS);
    SelectionsAs as = dice.any(SelectionsAs.values());
    world.tell(who + " chooses selections " + chosen + " as " + as);
    world.office.set(
        who,
        s -> {
          ContactSettings c = s.mapping().contacts();
          return Office.contacts(
              s,
              new ContactSettings(
                  c.twoWayFields(),
                  c.deleted(),
                  c.birthday(),
                  c.phoneOrder(),
                  c.category(),
                  c.chosen(),
                  chosen,
                  as,
                  c.selectionCategory()));
        });
  }

  private static void contactEdited(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    dice.one(world.contacts(who).items(), MailboxContact::displayName)
        .ifPresent(
            contact -> {
              world.tell(who + " edits contact " + contact.displayName());
              world
                  .contacts(who)
                  .userEdits(contact.version().id(), edit -> edit.jobTitle(dice.token('j')));
              if (contact.stamp().isEmpty()) {
                world.rolodex.ownOf(who).put(contact.displayName(), dice.token('j'));
              }
            });
  }

  private static void contactDeleted(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    dice.one(world.contacts(who).items(), MailboxContact::displayName)
        .ifPresent(
            contact -> {
              world.tell(who + " deletes contact " + contact.displayName());
              world.contacts(who).userDeletes(contact.version().id());
              world.rolodex.ownOf(who).remove(contact.displayName());
            });
  }

  private static void ownContact(SimulatedWorld world, Dice dice) {
    int who = who(dice);
    String name = "Own " + dice.number();
    world.tell(who + " makes a contact " + name);
    world
        .contacts(who)
        .userCreates(
            MailboxContact.blank()
                .with()
                .displayName(name)
                .lastName(name)
                .jobTitle(dice.token('j'))
                .build());
    world.rolodex.ownOf(who).put(name, dice.token('j'));
  }
}
