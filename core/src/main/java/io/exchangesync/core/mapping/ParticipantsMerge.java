package io.exchangesync.core.mapping;

import io.exchangesync.core.mapping.FieldMerge.Conflict;
import io.exchangesync.core.mapping.FieldMerge.Question;
import io.exchangesync.core.mapping.FieldMerge.Result;
import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.Meeting.Response;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

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
    Map<String, Response> inCrm = ParticipantsText.parse(crm.get());
    Map<String, Response> inMailbox = ParticipantsText.parse(mailbox.orElse(""));
    Map<String, Response> crmBefore = before(question, Base::crm);
    Map<String, Response> mailboxBefore = before(question, Base::mailbox);
    Map<String, Response> toCrm = new TreeMap<>(inCrm);
    if (mailbox.isPresent()) {
      move(mailboxBefore, inMailbox, toCrm);
    }
    inMailbox.forEach(
        (who, reply) -> {
          if (reply != mailboxBefore.get(who)) {
            toCrm.replace(who, reply);
          }
        });
    Map<String, Response> toMailbox = new TreeMap<>(inMailbox);
    move(crmBefore, inCrm, toMailbox);
    return Optional.of(
        new Result(
            different(toCrm, inCrm),
            toMailbox.keySet().equals(inMailbox.keySet())
                ? Optional.empty()
                : different(toMailbox, inMailbox),
            Conflict.NONE,
            ""));
  }

  private static void move(
      Map<String, Response> before, Map<String, Response> now, Map<String, Response> other) {
    before.keySet().stream().filter(who -> !now.containsKey(who)).forEach(other::remove);
    now.forEach(
        (who, reply) -> {
          if (!before.containsKey(who)) {
            other.putIfAbsent(who, reply);
          }
        });
  }

  private static Map<String, Response> before(Question question, Function<Base, FieldValues> side) {
    return question
        .base()
        .map(side)
        .flatMap(values -> values.get(Field.PARTICIPANTS))
        .map(ParticipantsText::parse)
        .orElseGet(TreeMap::new);
  }

  private static Optional<String> different(Map<String, Response> to, Map<String, Response> from) {
    return to.equals(from) ? Optional.empty() : Optional.of(ParticipantsText.of(to));
  }
}
