package io.exchangesync.core.engine;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmSeries;
import io.exchangesync.core.model.CrmTies;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.plan.Caution;
import io.exchangesync.core.plan.Decision;
import io.exchangesync.core.plan.Reason;
import io.exchangesync.core.port.CrmWrite;
import io.exchangesync.core.port.Hold;
import io.exchangesync.core.port.ItemProblem;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Warns in SuperOffice of what can't be kept in sync (cautionWarning), and takes the warning back
 * when the hold is over.
 *
 * <p>A warning that SuperOffice wrote itself is never touched: only rows without one are warned of,
 * and only what an open hold of ours warns of is cleared.
 */
final class Cautions {
  private static final int NONE = 0;

  private final Slice slice;

  Cautions(Slice slice) {
    this.slice = slice;
  }

  /**
   * The write of an effect with the warning in it that its rows shall have; a write of its own
   * where the effect writes no columns.
   */
  Optional<CrmWrite> of(DatabasePart.Done done) {
    Optional<CrmAppointment> row = row(done);
    return row.flatMap(read -> wanted(done, read).map(warning -> warned(read, warning)))
        .filter(after -> !after.equals(row.get()))
        .map(after -> new CrmWrite.Update(row.get(), after));
  }

  /** A write of columns without a warning of ours that is over. */
  CrmWrite cleared(DatabasePart.Done done, CrmWrite write) {
    boolean over =
        row(done)
            .flatMap(read -> wanted(done, read))
            .filter(warning -> warning == NONE)
            .isPresent();
    if (over && write instanceof CrmWrite.Update update) {
      return new CrmWrite.Update(update.before(), warned((CrmAppointment) update.after(), NONE));
    }
    return over && write instanceof CrmWrite.Turn turn
        ? new CrmWrite.Turn(
            turn.before(), warned((CrmAppointment) turn.after(), NONE), turn.kept(), turn.stamp())
        : write;
  }

  /** The plain or organizer's row; a participant's row says what its master says. */
  private Optional<CrmAppointment> row(DatabasePart.Done done) {
    boolean writes =
        slice.context().kind() == Kind.APPOINTMENT
            && slice.context().settings().direction().toCrm();
    return writes
        ? done.effect()
            .candidate()
            .crm()
            .content()
            .map(CrmAppointment.class::cast)
            .filter(row -> row.associateId() == slice.context().owner().associateId())
            .filter(row -> !row.bookingChild())
        : Optional.empty();
  }

  /** The value the column shall have; empty if it stays as it is. */
  private Optional<Integer> wanted(DatabasePart.Done done, CrmAppointment row) {
    boolean ours =
        slice.releases().of(done.effect().candidate()).stream().anyMatch(Cautions::warns);
    Optional<Reason> holding = holding(done);
    if (holding.isPresent()) {
      return Caution.of(holding.get(), row, slice.context().mapping())
          .map(Caution::column)
          .filter(warning -> free(row, ours));
    }
    return ours && over(done) && rows(row).anyMatch(one -> Caution.mayBeOurs(caution(one)))
        ? Optional.of(NONE)
        : Optional.empty();
  }

  private static boolean warns(Hold hold) {
    return Stream.of(Reason.values())
        .anyMatch(reason -> reason.name().equals(hold.reason()) && Caution.warns(reason));
  }

  private static Optional<Reason> holding(DatabasePart.Done done) {
    boolean refused =
        done.remote()
            .flatMap(answer -> answer.failure())
            .filter(problem -> problem.type() == ItemProblem.Type.FATAL)
            .isPresent();
    if (refused) {
      return Optional.of(Reason.ITEM_ERROR);
    }
    return done.effect().decision() instanceof Decision.Hold hold
        ? Optional.of(hold.reason())
        : Optional.empty();
  }

  /** Whether this ends the hold, as {@link Bookkeeping} sees it. */
  private static boolean over(DatabasePart.Done done) {
    if (done.remote().flatMap(answer -> answer.failure()).isPresent()) {
      return false;
    }
    Decision decision = done.effect().decision();
    if (decision instanceof Decision.Skip skip) {
      return switch (skip.reason()) {
        case UNKNOWN_SIDE, WAITING_FOR_ORGANIZER, ITEM_ERROR -> false;
        default -> true;
      };
    }
    return decision instanceof Decision.Align
        || decision instanceof Decision.CreateInMailbox
        || decision instanceof Decision.EndLink;
  }

  private static boolean free(CrmAppointment row, boolean ours) {
    return rows(row)
        .allMatch(one -> caution(one) == NONE || ours && Caution.mayBeOurs(caution(one)));
  }

  private static int caution(CrmAppointment row) {
    return row.ties().caution();
  }

  private static CrmAppointment warned(CrmAppointment row, int warning) {
    return row.onEachRow(
        each -> {
          CrmTies ties = each.ties().withCaution(warning);
          return each.with().ties(ties).build();
        });
  }

  private static Stream<CrmAppointment> rows(CrmAppointment row) {
    return row.series()
        .map(dates -> dates.occurrences().stream().map(CrmSeries.Occurrence::row))
        .orElseGet(() -> Stream.of(row));
  }
}
