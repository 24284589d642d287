package io.exchangesync.core.engine;

import io.exchangesync.core.model.CrmPerson;
import io.exchangesync.core.model.MailboxContact;
import io.exchangesync.core.plan.Candidate;
import io.exchangesync.core.plan.Match;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the contact of the user that is a wanted person: by e-mail, then by name and company.
 *
 * <p>What could belong to several is marked ambiguous on the person's side, never guessed; the
 * user's contacts stay as they are.
 */
final class ContactMatcher implements Matcher {

  @Override
  public List<Candidate> match(List<Candidate> group) {
    Map<Candidate, ContactKeys> persons = new LinkedHashMap<>();
    Map<Candidate, ContactKeys> contacts = new LinkedHashMap<>();
    List<Candidate> result = new ArrayList<>();
    for (Candidate candidate : group) {
      boolean open = candidate.link().isEmpty() && candidate.match() == Match.NONE;
      if (open && candidate.crm().content().orElse(null) instanceof CrmPerson person) {
        persons.put(candidate, ContactKeys.of(person));
      } else if (open
          && candidate.mailbox().content().orElse(null) instanceof MailboxContact contact) {
        contacts.put(candidate, ContactKeys.of(contact));
      } else {
        result.add(candidate);
      }
    }
    join(persons, contacts, ContactKeys::emails, result);
    join(persons, contacts, keys -> keys.name().map(Set::of).orElse(Set.of()), result);
    result.addAll(persons.keySet());
    return result;
  }

  /** Joins what has exactly one counterpart, takes it and what is ambiguous out of the maps. */
  private static void join(
      Map<Candidate, ContactKeys> persons,
      Map<Candidate, ContactKeys> contacts,
      Function<ContactKeys, Set<String>> by,
      List<Candidate> result) {
    Map<Candidate, Set<Candidate>> alike = alike(persons, contacts, by);
    Map<Candidate, Integer> claims = new HashMap<>();
    alike.values().forEach(found -> found.forEach(one -> claims.merge(one, 1, Integer::sum)));
    alike.forEach(
        (person, found) -> {
          Candidate contact = found.iterator().next();
          boolean sure = found.size() == 1 && claims.get(contact) == 1;
          result.add(sure ? pair(person, contact) : with(person, Match.AMBIGUOUS));
          persons.remove(person);
        });
    claims.keySet().forEach(contacts::remove);
  }

  private static Map<Candidate, Set<Candidate>> alike(
      Map<Candidate, ContactKeys> persons,
      Map<Candidate, ContactKeys> contacts,
      Function<ContactKeys, Set<String>> by) {
    Map<String, Set<Candidate>> byKey = new HashMap<>();
    contacts.forEach(
        (contact, keys) ->
            by.apply(keys)
                .forEach(
                    key -> byKey.computeIfAbsent(key, none -> new LinkedHashSet<>()).add(contact)));
    Map<Candidate, Set<Candidate>> alike = new LinkedHashMap<>();
    persons.forEach(
        (person, keys) -> {
          Set<Candidate> found = new LinkedHashSet<>();
          by.apply(keys).forEach(key -> found.addAll(byKey.getOrDefault(key, Set.of())));
          if (!found.isEmpty()) {
            alike.put(person, found);
          }
        });
    return alike;
  }

  private static Candidate pair(Candidate person, Candidate contact) {
    return new Candidate(
        Optional.empty(),
        person.crm(),
        contact.mailbox(),
        Match.CONTENT,
        contact.item(),
        person.released(),
        0,
        person.pending());
  }

  private static Candidate with(Candidate person, Match match) {
    return new Candidate(
        person.link(),
        person.crm(),
        person.mailbox(),
        match,
        person.item(),
        person.released(),
        person.recentWrites(),
        person.pending());
  }
}
