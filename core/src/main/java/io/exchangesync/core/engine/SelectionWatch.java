package io.exchangesync.core.engine;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.SyncException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Notices changed selections: compares what identifies their membership now and then, and asks
 * mailboxes that chose a changed one to list both sides.
 *
 * <p>It looks as soon as SuperOffice's change log names a selection or a member of one. Where
 * SuperOffice does not log them (it does with preference System/ReplicateSelection), it looks once
 * a minute.
 *
 * <p>What a selection was is kept in memory only: after a start every chosen selection counts as
 * changed once. A listing writes nothing but the difference.
 */
final class SelectionWatch {
  private static final Set<Kind> KINDS = EnumSet.of(Kind.CONTACT, Kind.SELECTION);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Ports ports;
  private Map<Integer, String> known = Map.of();
  private Instant looked = Instant.MIN;

  SelectionWatch(Ports ports) {
    this.ports = ports;
  }

  /** Looks at all chosen selections, at most once a minute. */
  synchronized void look(Supplier<Collection<Mailbox>> mailboxes) {
    Instant now = ports.clock().instant();
    if (!looked.equals(Instant.MIN) && now.isBefore(looked.plus(PAUSE))) {
      return;
    }
    lookNow(mailboxes);
  }

  /** Looks at all chosen selections. */
  synchronized void lookNow(Supplier<Collection<Mailbox>> mailboxes) {
    Instant now = ports.clock().instant();
    Map<Integer, Set<Integer>> choosers = new LinkedHashMap<>();
    for (Mailbox mailbox : mailboxes.get()) {
      if (mailbox.kinds().stream().anyMatch(KINDS::contains)) {
        chosen(mailbox)
            .forEach(id -> choosers.computeIfAbsent(id, none -> new HashSet<>()).add(mailbox.id()));
      }
    }
    Map<Integer, String> states =
        choosers.isEmpty() ? Map.of() : ports.persons().selectionStates(choosers.keySet());
    Set<Integer> concerned = new HashSet<>();
    choosers.forEach(
        (id, chosenBy) -> {
          if (!Objects.equals(known.get(id), states.getOrDefault(id, ""))) {
            concerned.addAll(chosenBy);
          }
        });
    if (!concerned.isEmpty()) {
      for (Kind kind : KINDS) {
        ports.leases().askFullListing(kind, concerned);
        ports.leases().markDue(kind, concerned, now);
      }
    }
    Map<Integer, String> seen = new HashMap<>(states);
    choosers.keySet().forEach(id -> seen.putIfAbsent(id, ""));
    known = seen;
    looked = now;
  }

  /** One whose settings can't be used stops at its own claim, and nobody else's changes. */
  private List<Integer> chosen(Mailbox mailbox) {
    try {
      return ports.settings().forAssociate(mailbox.associateId()).mapping().contacts().selections();
    } catch (SyncException.MailboxFatal e) {
      return List.of();
    }
  }
}
