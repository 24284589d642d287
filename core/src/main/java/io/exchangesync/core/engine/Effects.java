package io.exchangesync.core.engine;

import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.Stamp;
import io.exchangesync.core.plan.Candidate;
import io.exchangesync.core.plan.Decision;
import io.exchangesync.core.plan.Match;
import io.exchangesync.core.plan.Post;
import io.exchangesync.core.port.MailboxWrite.Mails;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Turns the decisions of a chunk into effects: chooses stamps and reserves record keys.
 *
 * <p>Keys are reserved and committed before anything is stamped with them (architecture,
 * Correctness 1).
 */
final class Effects {
  private final Ports ports;
  private final Slice slice;

  Effects(Ports ports, Slice slice) {
    this.ports = ports;
    this.slice = slice;
  }

  List<Effect> of(List<Decided> chunk) {
    int creates =
        (int)
            chunk.stream()
                .filter(decided -> decided.decision() instanceof Decision.CreateInCrm)
                .count();
    Iterator<Integer> keys =
        creates == 0
            ? java.util.Collections.emptyIterator()
            : ports.crm().reserve(creates).iterator();
    List<Effect> effects = new ArrayList<>(chunk.size());
    for (Decided decided : chunk) {
      effects.add(effect(decided, keys));
    }
    return effects;
  }

  private Effect effect(Decided decided, Iterator<Integer> keys) {
    Stamp known = stamp(decided.candidate());
    Decision decision = decided.decision();
    Mails mails = Post.mails(decision, slice.context()) > 0 ? Mails.SEND : Mails.NONE;
    if (decision instanceof Decision.CreateInMailbox create) {
      return Effect.createInMailbox(decided, create, known, mails);
    }
    if (decision instanceof Decision.CreateInCrm create) {
      return Effect.createInCrm(decided, create, known.withRecord(keys.next()));
    }
    if (decision instanceof Decision.Align align) {
      return Effect.align(decided, align, known, mails);
    }
    if (decision instanceof Decision.DeleteInMailbox delete) {
      return Effect.deleteInMailbox(decided, delete, known, mails);
    }
    if (decision instanceof Decision.DeleteInCrm delete) {
      return Effect.deleteInCrm(decided, delete, known);
    }
    if (decision instanceof Decision.DeclineInCrm decline) {
      return Effect.declineInCrm(decided, decline, known);
    }
    return Effect.nothing(decided, known);
  }

  private Stamp stamp(Candidate candidate) {
    Optional<String> linkId =
        Effect.live(candidate)
            .map(Link::linkId)
            .or(
                () ->
                    candidate.match() == Match.STAMP
                        ? candidate
                            .mailbox()
                            .content()
                            .flatMap(item -> item.stamp())
                            .map(Stamp::linkId)
                        : Optional.empty());
    return new Stamp(
        ports.installationId(),
        slice.claim().kind(),
        slice.claim().mailbox().associateId(),
        candidate.recordId(),
        linkId.orElseGet(ports.linkIds()));
  }
}
