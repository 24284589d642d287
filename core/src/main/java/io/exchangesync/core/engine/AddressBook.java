package io.exchangesync.core.engine;

import io.exchangesync.core.mapping.People;
import io.exchangesync.core.mapping.Replies;
import io.exchangesync.core.model.CrmBooking.Participant;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.model.Meeting.Address;
import io.exchangesync.core.port.DiaryOwner;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who stands behind addresses, for one slice: mailboxes linked for appointments first, then what
 * SuperOffice knows.
 *
 * <p>Nothing is read before the first meeting is met.
 */
final class AddressBook implements People {
  private static final int MAILBOXES_AT_ONCE = 500;

  private final Ports ports;
  private final Mailbox own;
  private final Map<String, Optional<Participant>> known = new HashMap<>();
  private Map<String, Mailbox> byAddress;
  private Map<Integer, Mailbox> byAssociate;

  AddressBook(Ports ports, Mailbox own) {
    this.ports = ports;
    this.own = own;
  }

  /** Looks addresses up that are not known yet, all at once. */
  void lookUp(Collection<String> addresses) {
    Set<String> wanted = new HashSet<>();
    addresses.stream()
        .map(each -> each.toLowerCase(Locale.ROOT))
        .filter(each -> !each.isEmpty() && !known.containsKey(each))
        .forEach(wanted::add);
    if (wanted.isEmpty()) {
      return;
    }
    Map<String, Participant> people = ports.crm().people(wanted);
    for (String address : wanted) {
      known.put(
          address,
          mailbox(address)
              .flatMap(linked -> colleague(linked, address))
              .or(() -> Optional.ofNullable(people.get(address))));
    }
  }

  private Optional<Participant> colleague(Mailbox linked, String address) {
    return ports.crm().owner(linked.associateId()).map(owner -> participant(owner, address));
  }

  private static Participant participant(DiaryOwner owner, String address) {
    boolean resource = owner.personId() == 0;
    return new Participant(
        0,
        owner.associateId(),
        owner.personId(),
        resource ? Replies.ANSWERED : Replies.BOOKING,
        resource ? Replies.NOT_STARTED : Replies.ASKED,
        address,
        owner.name(),
        resource);
  }

  @Override
  public Optional<Participant> byAddress(String smtp) {
    return known.getOrDefault(smtp, Optional.empty());
  }

  @Override
  public boolean linked(int associateId) {
    return mailboxOf(associateId).isPresent();
  }

  @Override
  public Address owner() {
    return new Address(own.address(), "");
  }

  /** The linked mailbox with this address. */
  Optional<Mailbox> mailbox(String smtp) {
    load();
    return Optional.ofNullable(byAddress.get(smtp.toLowerCase(Locale.ROOT)));
  }

  /** The linked mailbox of an associate. */
  Optional<Mailbox> mailboxOf(int associateId) {
    load();
    return Optional.ofNullable(byAssociate.get(associateId));
  }

  private void load() {
    if (byAddress != null) {
      return;
    }
    byAddress = new HashMap<>();
    byAssociate = new HashMap<>();
    int after = 0;
    while (true) {
      List<Mailbox> page = ports.mailboxStore().page(after, MAILBOXES_AT_ONCE);
      for (Mailbox each : page) {
        after = each.id();
        if (each.state() != Mailbox.State.UNLINKED && each.kinds().contains(Kind.APPOINTMENT)) {
          byAddress.put(each.address().toLowerCase(Locale.ROOT), each);
          byAssociate.put(each.associateId(), each);
        }
      }
      if (page.size() < MAILBOXES_AT_ONCE) {
        return;
      }
    }
  }
}
