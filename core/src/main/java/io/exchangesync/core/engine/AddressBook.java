package io.exchangesync.core.engine;

import io.exchangesync.core.mapping.People;
import io.exchangesync.core.mapping.Replies;
import io.exchangesync.core.mapping.Who;
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
import java.util.function.BiConsumer;

/**
 * Who stands behind addresses and which addresses somebody has, for one slice: mailboxes linked for
 * appointments first, then what SuperOffice knows.
 *
 * <p>Nothing is read before the first meeting is met.
 */
final class AddressBook implements People {
  private static final int MAILBOXES_AT_ONCE = 500;

  private final Ports ports;
  private final Mailbox own;
  private final Map<String, Optional<Participant>> known = new HashMap<>();
  private final Map<String, Participant> met = new HashMap<>();
  private final Map<String, Set<String>> addresses = new HashMap<>();
  private Map<String, Mailbox> byAddress;
  private Map<Integer, Mailbox> byAssociate;
  private final Map<String, Mailbox> formerByAddress = new HashMap<>();
  private final Map<Integer, Mailbox> formerByAssociate = new HashMap<>();

  AddressBook(Ports ports, Mailbox own) {
    this.ports = ports;
    this.own = own;
  }

  /** Looks addresses up that are not known yet, all at once. */
  void lookUp(Collection<String> asked) {
    Set<String> wanted = new HashSet<>();
    asked.stream()
        .map(each -> each.toLowerCase(Locale.ROOT))
        .filter(each -> !each.isEmpty() && !known.containsKey(each))
        .forEach(wanted::add);
    if (wanted.isEmpty()) {
      return;
    }
    Map<String, Participant> people = ports.crm().people(wanted);
    for (String address : wanted) {
      Optional<Participant> found =
          mailbox(address)
              .flatMap(linked -> colleague(linked, address))
              .or(() -> Optional.ofNullable(people.get(address)));
      known.put(address, found);
      found.ifPresent(one -> reached(one, met::putIfAbsent));
    }
  }

  /** Learns the names and addresses of a participant whose row was read. */
  void meet(Participant participant) {
    if (participant.associateId() != 0 || participant.personId() != 0) {
      reached(participant, met::put);
    }
  }

  private void reached(Participant one, BiConsumer<String, Participant> store) {
    String who = Who.of(one, this);
    store.accept(who, Replies.unanswered(one).unwritten());
    addresses.computeIfAbsent(who, any -> new HashSet<>()).addAll(one.addresses());
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
    if (!known.containsKey(smtp)) {
      lookUp(List.of(smtp));
    }
    return known.getOrDefault(smtp, Optional.empty());
  }

  @Override
  public Optional<Participant> byIdentity(String who) {
    Optional<Participant> one = Optional.ofNullable(met.get(who));
    Optional<Mailbox> linked =
        one.map(Participant::associateId).filter(id -> id != 0).flatMap(this::mailboxOf);
    return linked.isPresent() ? one.map(each -> each.with(address(linked.get()))) : one;
  }

  @Override
  public Set<String> addresses(String who) {
    load();
    return addresses.getOrDefault(who, Set.of());
  }

  private static String address(Mailbox linked) {
    return linked.address().toLowerCase(Locale.ROOT);
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

  /** The mailbox of somebody who was linked for appointments once: his bookings still stand. */
  Optional<Mailbox> former(String smtp) {
    load();
    return Optional.ofNullable(formerByAddress.get(smtp.toLowerCase(Locale.ROOT)))
        .or(() -> byAddress(smtp).map(one -> formerByAssociate.get(one.associateId())));
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
          byAddress.put(address(each), each);
          byAssociate.put(each.associateId(), each);
          addresses
              .computeIfAbsent(Who.associate(each.associateId()), any -> new HashSet<>())
              .add(address(each));
        } else {
          formerByAddress.put(address(each), each);
          formerByAssociate.put(each.associateId(), each);
        }
      }
      if (page.size() < MAILBOXES_AT_ONCE) {
        return;
      }
    }
  }
}
