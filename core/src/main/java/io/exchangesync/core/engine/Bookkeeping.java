package io.exchangesync.core.engine;

import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.CrmKeys;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.CrmSelection;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.plan.Candidate;
import io.exchangesync.core.plan.Decision;
import io.exchangesync.core.plan.Reason;
import io.exchangesync.core.port.Answer;
import io.exchangesync.core.port.Claim;
import io.exchangesync.core.port.CrmOutcome;
import io.exchangesync.core.port.Hold;
import io.exchangesync.core.port.ItemProblem;
import io.exchangesync.core.port.Journal;
import io.exchangesync.core.port.PendingChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Enters what became of a chunk's effects: links with their new bases, journal, holds, queue and
 * counts.
 *
 * <p>A half that was not written keeps its old base, so that the next run sees the difference again
 * (invariant I2).
 */
final class Bookkeeping {
  private final Ports ports;
  private final Slice slice;
  private final Claim claim;
  private final Instant now;
  private final List<Link> links = new ArrayList<>();
  private final List<Hold> opened = new ArrayList<>();
  private final List<Hold> closed = new ArrayList<>();
  private final List<PendingChange> done = new ArrayList<>();
  private final Retries retries;
  private final Neighbours neighbours;
  private final JournalDrafts journal;

  Bookkeeping(Ports ports, Slice slice) {
    this.ports = ports;
    this.slice = slice;
    this.claim = slice.claim();
    this.now = ports.clock().instant();
    this.journal = new JournalDrafts(ports, slice, now);
    this.retries = new Retries(claim, now, slice::silent);
    this.neighbours = new Neighbours(ports, claim, slice.book(), now);
  }

  void enter(Effect effect, Optional<Answer<ItemVersion>> remote, Optional<CrmOutcome> local) {
    Decision decision = effect.decision();
    Candidate candidate = effect.candidate();
    Optional<ItemProblem> problem = remote.flatMap(Answer::failure);
    done.addAll(candidate.pending());
    if (problem.isPresent()) {
      remoteFailed(effect, problem.get());
      return;
    }
    if (local.filter(CrmOutcome.Refused.class::isInstance).isPresent()) {
      String why = ((CrmOutcome.Refused) local.get()).why();
      hold(candidate, Reason.REFUSED_BY_RULE, why);
      journal.count("Hold", Reason.REFUSED_BY_RULE);
      journal.add(effect, -1, Optional.of(why));
      return;
    }
    journal.count(decision.name(), decision.reason());
    Optional<ItemVersion> version = remote.flatMap(Answer::result);
    if (decision instanceof Decision.CreateInMailbox create) {
      created(effect, create, version.orElseThrow(), local);
    } else if (decision instanceof Decision.CreateInCrm create) {
      createdInCrm(effect, create, version.orElseThrow(), local.orElseThrow());
    } else if (decision instanceof Decision.Align align) {
      aligned(effect, align, version, local);
    } else if (decision instanceof Decision.DeleteInMailbox) {
      endWith(effect, Link.State.CLOSED);
      if (decision.reason() == Reason.CANCELLED) {
        retries.again(candidate, now);
      }
    } else if (decision instanceof Decision.DeleteInCrm) {
      deletedInCrm(effect, local.orElseThrow());
    } else if (decision instanceof Decision.DeclineInCrm decline) {
      updatedAndLeft(effect, decline.row(), local.orElseThrow());
    } else if (decision instanceof Decision.DeleteComingInCrm coming) {
      updatedAndLeft(effect, coming.row(), local.orElseThrow());
    } else if (decision instanceof Decision.EndLink end) {
      endLink(effect, end);
    } else if (decision instanceof Decision.Hold hold) {
      hold(candidate, hold.reason(), hold.detail());
    } else if (decision.reason() == Reason.WAITING_FOR_ORGANIZER) {
      boolean waited = !candidate.pending().isEmpty();
      retries.waiting(
          candidate,
          now.plus(waited ? CandidateReader.ORGANIZERS_DELAY : CandidateReader.ORGANIZERS_TURN));
    } else if (decision.reason() == Reason.ITEM_ERROR) {
      retries.again(candidate, now.plus(CandidateReader.FOLDERS_TURN));
    } else if (decision.reason() == Reason.UNKNOWN_SIDE) {
      retries.keepDeletes(candidate);
    } else {
      closeHold(candidate);
    }
  }

  int links() {
    return links.size();
  }

  /**
   * A warning was written beside an effect: the row has another version now, which is our own.
   *
   * @param from links that were entered for the effect begin here
   */
  void warned(Candidate candidate, int from, CrmOutcome.Written written) {
    String read = candidate.crm().content().map(CrmRecord::version).orElse("");
    boolean entered = false;
    for (int i = from; i < links.size(); i++) {
      if (links.get(i).crmVersion().equals(read)) {
        links.set(i, versioned(links.get(i), written));
        entered = true;
      }
    }
    if (!entered) {
      Effect.live(candidate)
          .filter(link -> link.crmVersion().equals(read))
          .ifPresent(link -> links.add(versioned(link, written)));
    }
  }

  private static Link versioned(Link link, CrmOutcome.Written written) {
    return link.withRecord(link.recordId(), written.version(), link.recordKeys());
  }

  /** The database did not take the effect: it waits for a person. */
  void refused(Effect effect, Refusal refusal) {
    done.addAll(effect.candidate().pending());
    hold(effect.candidate(), refusal.item(), Reason.REFUSED_BY_DATABASE, refusal.text());
    journal.count("Hold", Reason.REFUSED_BY_DATABASE);
  }

  /**
   * Keeps a pair together although the database did not take its row: an item that we made is never
   * made again, and the row's half keeps its old base.
   */
  void keepPair(Effect effect, Optional<Answer<ItemVersion>> remote) {
    if (remote.flatMap(Answer::failure).isPresent()) {
      return;
    }
    Optional<ItemVersion> version = remote.flatMap(Answer::result);
    if (effect.decision() instanceof Decision.CreateInMailbox create) {
      links.add(linkOfCreated(effect, create, version.orElseThrow()));
    } else if (effect.decision() instanceof Decision.Align align) {
      ItemVersion item = version.orElseGet(() -> align.mailboxBefore().version());
      Optional<Base> before = Effect.live(effect.candidate()).map(Link::base);
      CrmRecord row = align.crmBefore();
      Base base = bases(effect).mailboxOnly(align, before);
      links.add(
          link(effect, row.recordId(), item, "", row.keys(), base)
              .withUid(align.mailboxBefore().uid()));
    }
  }

  /** Enters an effect that came to nothing in the journal. */
  void tell(Effect effect, String error) {
    journal.add(effect, -1, Optional.of(error));
  }

  /** What has to be looked at again, apart from what was entered. */
  void again(List<PendingChange> entries) {
    retries.addAll(entries);
  }

  private void created(
      Effect effect,
      Decision.CreateInMailbox create,
      ItemVersion version,
      Optional<CrmOutcome> local) {
    saved(effect, linkOfCreated(effect, create, version), Optional.empty());
    if (create.reason() == Reason.CHANGE_WINS_OVER_DELETE) {
      retries.addAll(neighbours.of(create.row(), create.row().recordId()));
    }
    if (Replying.organized(create.item())) {
      retries.again(effect.candidate(), now);
    }
    if (local.filter(CrmOutcome.ChangedMeanwhile.class::isInstance).isPresent()) {
      retries.ifDeleted(effect.candidate(), create.row().recordId());
    }
  }

  private Link linkOfCreated(Effect effect, Decision.CreateInMailbox create, ItemVersion version) {
    CrmRecord row = create.row();
    Base base = bases(effect).given(row, create.item());
    return link(effect, row.recordId(), version, row.version(), row.keys(), base);
  }

  private void createdInCrm(
      Effect effect, Decision.CreateInCrm create, ItemVersion version, CrmOutcome outcome) {
    if (!(outcome instanceof CrmOutcome.Written written)) {
      retries.again(effect.candidate(), now);
      return;
    }
    Link link =
        link(
            effect,
            effect.stamp().recordId(),
            version,
            written.version(),
            written.keys(),
            bases(effect).agreed(create.row(), create.item()));
    saved(effect, link.withUid(create.item().uid()), Optional.empty());
    retries.addAll(neighbours.of(create.row(), link.recordId()));
  }

  private void aligned(
      Effect effect,
      Decision.Align align,
      Optional<ItemVersion> version,
      Optional<CrmOutcome> local) {
    boolean crmStale = local.filter(CrmOutcome.ChangedMeanwhile.class::isInstance).isPresent();
    boolean wroteRow = align.writesCrm() && !crmStale;
    CrmRecord row = wroteRow ? align.crmAfter() : align.crmBefore();
    Optional<Base> before = Effect.live(effect.candidate()).map(Link::base);
    Base agreed =
        crmStale ? bases(effect).mailboxOnly(align, before) : bases(effect).written(align, before);
    boolean unfinished = crmStale || bases(effect).opened(align);
    if (unfinished) {
      retries.again(effect.candidate(), now);
    }
    boolean lookAgain = unfinished || align.held().isPresent();
    String crmVersion =
        lookAgain
            ? ""
            : wroteRow ? ((CrmOutcome.Written) local.orElseThrow()).version() : row.version();
    CrmKeys keys =
        wroteRow ? ((CrmOutcome.Written) local.orElseThrow()).keys() : align.crmBefore().keys();
    ItemVersion item = version.orElseGet(() -> align.mailboxBefore().version());
    Link link = link(effect, row.recordId(), item, crmVersion, keys, agreed);
    if (align.held().isPresent()) {
      hold(effect.candidate(), align.held().get(), align.held().get().text());
    } else {
      closeHold(effect.candidate());
    }
    if (wroteRow) {
      retries.addAll(neighbours.of(align.crmAfter(), row.recordId()));
    }
    links.add(link.withUid(align.mailboxBefore().uid()));
    if (effect.mailbox().isPresent() || effect.reply().isPresent() || align.writesCrm()) {
      journal.add(effect, links.size() - 1, Optional.empty());
    }
    if (wroteRow) {
      turned(effect, (CrmOutcome.Written) local.orElseThrow());
    }
  }

  /** What went with a series that became a single row, and what of it stays without an item. */
  private void turned(Effect effect, CrmOutcome.Written written) {
    Decision.Align align = (Decision.Align) effect.decision();
    journal.withRows(written.gone());
    if (!align.kept().isEmpty() && align.turnInCrm() == Decision.Align.Turn.SINGLE) {
      CrmRecord series = align.crmBefore();
      links.add(
          new Link(
              0,
              ports.linkIds().get(),
              claim.mailbox().id(),
              claim.kind(),
              series.recordId(),
              Optional.empty(),
              "",
              "",
              new CrmKeys(0, 0, 0, align.kept().stream().sorted().toList()),
              bases(effect).ofRecord(series),
              Link.State.LET_GO));
    }
  }

  private void deletedInCrm(Effect effect, CrmOutcome outcome) {
    if (outcome instanceof CrmOutcome.Deleted deleted) {
      endWith(effect, Link.State.CLOSED);
      CrmRecord row = ((Decision.DeleteInCrm) effect.decision()).row();
      retries.addAll(neighbours.of(row, row.recordId()));
      if (effect.decision().reason() == Reason.REPLACED_BY_BOOKING) {
        retries.item(effect.candidate());
      }
      journal.withRows(deleted.rows());
    } else {
      retries.again(effect.candidate(), now);
    }
  }

  private void updatedAndLeft(Effect effect, CrmRecord row, CrmOutcome outcome) {
    if (outcome instanceof CrmOutcome.Written written) {
      endWith(effect, Link.State.LET_GO);
      journal.withRows(written.gone());
      retries.addAll(neighbours.of(row, row.recordId()));
    } else {
      retries.again(effect.candidate(), now);
    }
  }

  private void endLink(Effect effect, Decision.EndLink end) {
    endWith(effect, end.ending() == Decision.Ending.CLOSED ? Link.State.CLOSED : Link.State.LET_GO);
  }

  private void endWith(Effect effect, Link.State state) {
    Optional<Link> link = effect.candidate().link().map(known -> known.withState(state));
    if (link.isPresent()) {
      saved(effect, link.get(), Optional.empty());
    } else {
      closeHold(effect.candidate());
      journal.add(effect, -1, Optional.empty());
    }
  }

  private void saved(Effect effect, Link link, Optional<String> error) {
    closeHold(effect.candidate());
    links.add(link);
    journal.add(effect, links.size() - 1, error);
  }

  private Link link(
      Effect effect, int recordId, ItemVersion item, String crmVersion, CrmKeys keys, Base base) {
    Optional<Link> live = Effect.live(effect.candidate());
    return new Link(
        live.map(Link::key).orElse(0),
        effect.stamp().linkId(),
        claim.mailbox().id(),
        claim.kind(),
        recordId,
        Optional.of(item),
        live.map(Link::uid).orElse(""),
        crmVersion,
        keys,
        base,
        Link.State.LIVE);
  }

  private void remoteFailed(Effect effect, ItemProblem problem) {
    Candidate candidate = effect.candidate();
    journal.count("Failed", Reason.ITEM_ERROR);
    String what = problem.code() + ": " + problem.message();
    switch (problem.type()) {
      case NOT_FOUND, CHANGED_MEANWHILE -> retries.again(candidate, now);
      case RETRIABLE -> {
        if (new FolderLeaving(ports, claim.mailbox().id()).waits(effect, opened)) {
          hold(candidate, Reason.ITEM_ERROR, what);
        } else {
          retries.again(candidate, now.plus(problem.backOff().orElse(CandidateReader.TRY_AGAIN)));
        }
      }
      case FATAL -> {
        hold(candidate, Reason.ITEM_ERROR, what);
        folderIsGone(effect);
      }
    }
    journal.add(effect, -1, Optional.of(what), 0);
  }

  /** The folder of a selection that could not be put back: its members wait for a new one. */
  private void folderIsGone(Effect effect) {
    if (effect.decision() instanceof Decision.CreateInMailbox create
        && create.row() instanceof CrmSelection) {
      Effect.live(effect.candidate())
          .ifPresent(link -> links.add(link.withState(Link.State.CLOSED)));
    }
  }

  private void hold(Candidate candidate, Reason reason, String detail) {
    hold(candidate, candidate.item().map(ItemVersion::id), reason, detail);
  }

  /** One that was released and came to nothing is over; the new one is open again. */
  private void hold(Candidate candidate, Optional<ItemId> item, Reason reason, String detail) {
    if (candidate.released()) {
      closeHold(candidate);
    }
    opened.add(
        new Hold(
            0,
            claim.mailbox().id(),
            claim.kind(),
            candidate.link().map(Link::key).orElse(0),
            candidate.recordId(),
            item,
            reason.name(),
            detail,
            candidate.confidential(),
            slice.silent(candidate),
            Hold.State.OPEN,
            now));
  }

  private void closeHold(Candidate candidate) {
    slice.releases().of(candidate).ifPresent(closed::add);
  }

  private Bases bases(Effect effect) {
    return new Bases(slice.context(effect.candidate()).mapping());
  }

  /** Writes everything, in the caller's transaction. */
  void save() {
    List<Link> stored = links.isEmpty() ? List.of() : ports.links().save(links);
    journal.append(stored);
    if (!closed.isEmpty()) {
      ports.holds().close(closed);
    }
    if (!opened.isEmpty()) {
      ports.holds().open(opened);
    }
    if (!done.isEmpty()) {
      ports.queue().taken(done);
    }
    if (!retries.entries().isEmpty()) {
      ports.queue().file(retries.entries());
    }
    journal.tally();
  }

  /** Counts the links that a listing saw unchanged without reading them. */
  static void countUnchanged(Ports ports, Slice slice) {
    int unchanged = slice.agenda().unchanged();
    if (unchanged > 0) {
      ports
          .journal()
          .count(
              slice.run(),
              slice.claim().mailbox().id(),
              slice.claim().kind(),
              Map.of(new Journal.Tally("Skip", Reason.UNCHANGED.name()), unchanged));
    }
  }
}
