package io.exchangesync.core.engine;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmMember;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.Stamp;
import io.exchangesync.core.plan.Candidate;
import io.exchangesync.core.plan.Decision;
import io.exchangesync.core.plan.Match;
import io.exchangesync.core.plan.Post;
import io.exchangesync.core.port.MailboxWrite.Mails;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * Turns the decisions of a chunk into effects: chooses stamps and reserves record keys.
 *
 * <p>Keys are reserved and committed before anything is stamped with them (architecture,
 * Correctness 1).
 */
final class Effects {
  private final Ports ports;
  private final Slice slice;
  private final FolderLeaving folders;

  Effects(Ports ports, Slice slice) {
    this.ports = ports;
    this.slice = slice;
    this.folders = new FolderLeaving(ports, slice.claim().mailbox().id());
  }

  List<Effect> of(List<Decided> chunk) {
    Iterator<Integer> rows = keys(chunk, Effects::createsRow, ports.crm()::reserve);
    Iterator<Integer> series = keys(chunk, Effects::createsSeries, ports.crm()::reserveSeries);
    List<Effect> effects = new ArrayList<>(chunk.size());
    for (Decided decided : chunk) {
      effects.add(effect(decided, createsSeries(decided) ? series : rows));
    }
    return effects;
  }

  private static Iterator<Integer> keys(
      List<Decided> chunk, Predicate<Decided> needsOne, IntFunction<List<Integer>> reserve) {
    int needed = (int) chunk.stream().filter(needsOne).count();
    return needed == 0 ? Collections.emptyIterator() : reserve.apply(needed).iterator();
  }

  private static boolean createsRow(Decided decided) {
    return decided.decision() instanceof Decision.CreateInCrm && !createsSeries(decided);
  }

  private static boolean createsSeries(Decided decided) {
    return decided.decision() instanceof Decision.CreateInCrm create
        && create.row() instanceof CrmAppointment row
        && row.series().isPresent();
  }

  private Effect effect(Decided decided, Iterator<Integer> keys) {
    Stamp known = stamp(decided.candidate());
    Decision decision = decided.decision();
    Mails mails =
        Post.mails(decision, slice.context(decided.candidate())) > 0 ? Mails.SEND : Mails.NONE;
    if (decision instanceof Decision.CreateInMailbox create) {
      return Effect.createInMailbox(decided, create, known, mails);
    }
    if (decision instanceof Decision.CreateInCrm create) {
      return Effect.createInCrm(decided, create, known.withRecord(keys.next()));
    }
    if (decision instanceof Decision.Align align) {
      return folders.of(Effect.align(decided, align, known, mails));
    }
    if (decision instanceof Decision.DeleteInMailbox delete) {
      return folders.of(Effect.deleteInMailbox(decided, delete, known, mails));
    }
    if (decision instanceof Decision.DeleteInCrm delete) {
      return Effect.deleteInCrm(decided, delete, known);
    }
    if (decision instanceof Decision.DeclineInCrm decline) {
      return Effect.updateInCrm(decided, decline.row(), decline.after(), known);
    }
    if (decision instanceof Decision.DeleteComingInCrm coming) {
      return Effect.updateInCrm(decided, coming.row(), coming.after(), known);
    }
    return Effect.nothing(decided, known);
  }

  private static String mark(Candidate candidate) {
    return candidate.crm().content().orElse(null) instanceof CrmMember member
        ? member.member().mark()
        : "";
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
        linkId.orElseGet(() -> mark(candidate) + ports.linkIds().get()));
  }
}
