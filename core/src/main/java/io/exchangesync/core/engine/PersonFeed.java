package io.exchangesync.core.engine;

import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.CrmTouch;
import io.exchangesync.core.port.PendingChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says which mailboxes have to look at which persons: those that have the person, the one in whose
 * diary the person was named, and the one whose diary row named the person before it was changed.
 */
final class PersonFeed {
  private final Ports ports;
  private final Map<Integer, Mailbox> mailboxByAssociate;

  PersonFeed(Ports ports, Map<Integer, Mailbox> mailboxByAssociate) {
    this.ports = ports;
    this.mailboxByAssociate = mailboxByAssociate;
  }

  /**
   * @param appointments live links of diary rows that were touched
   */
  List<PendingChange> entries(List<CrmTouch> touches, Collection<Link> appointments) {
    Set<Look> looks = new LinkedHashSet<>();
    Set<Integer> personIds = new HashSet<>();
    for (CrmTouch touch : touches) {
      if (touch.kind() == Kind.CONTACT) {
        boolean deleted = touch.change() == CrmTouch.Change.DELETED;
        personIds.add(touch.recordId());
        Optional.ofNullable(mailboxByAssociate.get(touch.associateId()))
            .filter(mailbox -> !deleted && mailbox.kinds().contains(Kind.CONTACT))
            .ifPresent(mailbox -> looks.add(new Look(mailbox.id(), touch.recordId())));
      }
    }
    for (Link link : ports.links().liveByRecords(Kind.CONTACT, personIds)) {
      looks.add(new Look(link.mailboxId(), link.recordId()));
    }
    looks.addAll(namedBefore(appointments));
    Set<Integer> gone = new HashSet<>();
    touches.stream()
        .filter(touch -> touch.kind() == Kind.CONTACT)
        .filter(touch -> touch.change() == CrmTouch.Change.DELETED)
        .forEach(touch -> gone.add(touch.recordId()));
    Instant now = ports.clock().instant();
    List<PendingChange> entries = new ArrayList<>();
    for (Look look : looks) {
      boolean deleted = gone.contains(look.personId());
      entries.add(
          new PendingChange(
              0, look.mailboxId(), Kind.CONTACT, look.personId(), Optional.empty(), deleted, now));
    }
    entries.addAll(members(personIds, gone, now));
    return entries;
  }

  /** Members of selections that these persons are, where a folder has their contact. */
  private List<PendingChange> members(Set<Integer> personIds, Set<Integer> gone, Instant now) {
    Map<Integer, Boolean> deleted = new HashMap<>();
    ports
        .memberKeys()
        .ofPersons(personIds)
        .forEach((member, key) -> deleted.put(key, gone.contains(member.personId())));
    return ports.links().liveByRecords(Kind.SELECTION, deleted.keySet()).stream()
        .map(link -> change(link, deleted.get(link.recordId()), now))
        .toList();
  }

  private static PendingChange change(Link link, boolean deleted, Instant now) {
    return new PendingChange(
        0, link.mailboxId(), link.kind(), link.recordId(), Optional.empty(), deleted, now);
  }

  /** Persons that the base of a touched row still names, if the mailbox has a contact of them. */
  private Set<Look> namedBefore(Collection<Link> appointments) {
    Set<Look> named = new LinkedHashSet<>();
    for (Link link : appointments) {
      link.base()
          .crm()
          .get(Field.CRM_REFERENCES)
          .map(PersonFeed::personId)
          .filter(personId -> personId > 0)
          .ifPresent(personId -> named.add(new Look(link.mailboxId(), personId)));
    }
    Set<Integer> personIds = new HashSet<>();
    named.forEach(look -> personIds.add(look.personId()));
    Set<Look> linked = new HashSet<>();
    ports
        .links()
        .liveByRecords(Kind.CONTACT, personIds)
        .forEach(link -> linked.add(new Look(link.mailboxId(), link.recordId())));
    named.retainAll(linked);
    return named;
  }

  private static int personId(String references) {
    String[] keys = references.split("/", -1);
    return keys.length == 4 ? Integer.parseInt(keys[1]) : 0;
  }

  private record Look(int mailboxId, int personId) {}
}
