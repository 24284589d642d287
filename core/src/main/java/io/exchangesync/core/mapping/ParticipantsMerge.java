package io.exchangesync.core.mapping;

import io.exchangesync.core.mapping.FieldMerge.Conflict;
import io.exchangesync.core.mapping.FieldMerge.Question;
import io.exchangesync.core.mapping.FieldMerge.Result;
import io.exchangesync.core.mapping.Guests.Guest;
import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.Meeting.Response;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Merges participants one by one: who was added or removed on one side is on the other.
 *
 * <p>Replies travel to SuperOffice only; in Exchange nobody replies for somebody else.
 */
final class ParticipantsMerge {
  private ParticipantsMerge() {}

  /**
   * Empty unless SuperOffice carries participants. An item without attendees was written silently:
   * only who has been added since is invited.
   */
  static Optional<Result> merge(Question question) {
    Optional<String> crm = question.crm().get(Field.PARTICIPANTS);
    Optional<String> mailbox = question.mailbox().get(Field.PARTICIPANTS);
    if (crm.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Guest> inCrm = Guests.parse(crm.get());
    Map<String, Guest> inMailbox = Guests.parse(mailbox.orElse(""));
    Map<String, Guest> crmBefore = before(question, Base::crm);
    Map<String, Guest> mailboxBefore = before(question, Base::mailbox);
    Map<String, Guest> toCrm = new TreeMap<>(inCrm);
    if (mailbox.isPresent()) {
      Set<String> gone = gone(mailboxBefore, inMailbox);
      if (!disguised(mailboxBefore, inMailbox)) {
        toCrm.keySet().removeAll(gone);
      }
      added(mailboxBefore, inMailbox, toCrm);
    }
    inMailbox.forEach(
        (who, guest) -> {
          Guest before = mailboxBefore.get(who);
          if (before == null || before.reply() != guest.reply()) {
            toCrm.computeIfPresent(who, (same, known) -> known.with(guest.reply()));
          }
        });
    Map<String, Guest> toMailbox = new TreeMap<>(inMailbox);
    toMailbox.keySet().removeAll(gone(crmBefore, inCrm));
    added(crmBefore, inCrm, toMailbox);
    return Optional.of(
        new Result(
            different(toCrm, inCrm),
            toMailbox.keySet().equals(inMailbox.keySet())
                ? Optional.empty()
                : Optional.of(Guests.text(toMailbox)),
            Conflict.NONE,
            ""));
  }

  /**
   * Two halves that never agreed, or of which that is forgotten: who is in the mailbox joins the
   * booking, nobody is taken off either and nobody is invited. Who is on the booking alone is a
   * conflict, whose losing value says so.
   *
   * @param reachable whether somebody could be in the mailbox at all
   */
  static Result first(Question question, Predicate<String> reachable) {
    Map<String, Guest> inCrm = Guests.parse(question.crm().get(Field.PARTICIPANTS).orElse(""));
    Map<String, Guest> inMailbox =
        Guests.parse(question.mailbox().get(Field.PARTICIPANTS).orElse(""));
    Map<String, Guest> toCrm = new TreeMap<>(inCrm);
    inMailbox.forEach(
        (who, guest) ->
            toCrm.merge(
                who,
                guest,
                (known, same) -> same.reply() == Response.NONE ? known : known.with(same.reply())));
    Map<String, Guest> uninvited = new TreeMap<>(inCrm);
    uninvited.keySet().removeAll(inMailbox.keySet());
    uninvited.keySet().removeIf(who -> !reachable.test(who));
    return new Result(
        different(toCrm, inCrm),
        Optional.empty(),
        uninvited.isEmpty() ? Conflict.NONE : Conflict.FOUND,
        Guests.text(uninvited));
  }

  private static Set<String> gone(Map<String, Guest> before, Map<String, Guest> now) {
    Set<String> gone = new HashSet<>(before.keySet());
    gone.removeAll(now.keySet());
    return gone;
  }

  private static void added(
      Map<String, Guest> before, Map<String, Guest> now, Map<String, Guest> other) {
    now.forEach(
        (who, guest) -> {
          if (!before.containsKey(who)) {
            other.putIfAbsent(who, guest);
          }
        });
  }

  /** Whether somebody came whom no address tells: he may be one of those who seem to be gone. */
  private static boolean disguised(Map<String, Guest> before, Map<String, Guest> now) {
    return now.keySet().stream().anyMatch(who -> Who.opaque(who) && !before.containsKey(who));
  }

  private static Map<String, Guest> before(Question question, Function<Base, FieldValues> side) {
    return question
        .base()
        .map(side)
        .flatMap(values -> values.get(Field.PARTICIPANTS))
        .map(Guests::parse)
        .orElseGet(TreeMap::new);
  }

  private static Optional<String> different(Map<String, Guest> to, Map<String, Guest> from) {
    return to.equals(from) ? Optional.empty() : Optional.of(Guests.text(to));
  }
}
