package io.exchangesync.ejb.store;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One row of exsync_mailbox; {@code linked_no} is 0 exactly while the mailbox is linked. */
@Entity
@Table(name = "exsync_mailbox")
class MailboxRow {
  @Id
  @Column(name = "exsync_mailbox_id")
  int id;

  @Column(name = "associate_id")
  int associateId;

  @Column(name = "linked_no")
  int linkedNo;

  @Column(name = "address")
  String address;

  @Column(name = "back_end")
  String backEnd;

  @Column(name = "kinds")
  String kinds;

  @Column(name = "serving_rank")
  int rank;

  @Column(name = "state")
  String state;

  @Column(name = "last_problem")
  String lastProblem;

  @Column(name = "linked_at")
  Instant linkedAt;

  @Column(name = "connection_id")
  int connectionId;

  /** Takes over everything but the id. */
  void take(Mailbox mailbox) {
    associateId = mailbox.associateId();
    linkedNo = mailbox.state() == Mailbox.State.UNLINKED ? id : 0;
    address = mailbox.address();
    backEnd = mailbox.backEnd().name();
    kinds = mailbox.kinds().stream().map(Kind::name).sorted().collect(Collectors.joining(","));
    rank = mailbox.rank();
    state = mailbox.state().name();
    lastProblem = mailbox.lastProblem().orElse(null);
    linkedAt = mailbox.linkedAt();
    connectionId = mailbox.connection();
  }

  Mailbox toMailbox() {
    return new Mailbox(
        id,
        associateId,
        address,
        Mailbox.BackEnd.valueOf(backEnd),
        kinds(kinds),
        rank,
        Mailbox.State.valueOf(state),
        Optional.ofNullable(lastProblem),
        linkedAt,
        connectionId);
  }

  static Set<Kind> kinds(String names) {
    return Arrays.stream(names.split(","))
        .filter(n -> !n.isEmpty())
        .map(Kind::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }
}
