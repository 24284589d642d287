package io.exchangesync.core.port;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Mailbox;
import java.util.Objects;
import java.util.Optional;

/**
 * The right to write for one mailbox and kind until the lease ends (invariant I11), with what a
 * worker needs to begin.
 *
 * <p>All of it is read by the statement that finds the mailbox, so that an idle mailbox costs three
 * statements: find, claim, release.
 *
 * @param epoch grows with every claim; a writer with an older one has lost the mailbox
 * @param fullListingDue a complete listing was asked for since the last one
 * @param position the mailbox side's position ({@link CursorStore#mailboxPosition})
 * @param pending whether the change queue holds entries that may be taken now
 */
public record Claim(
    Mailbox mailbox,
    Kind kind,
    String owner,
    int epoch,
    boolean fullListingDue,
    Optional<String> position,
    boolean pending) {
  public Claim {
    Objects.requireNonNull(mailbox);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(owner);
    Objects.requireNonNull(position);
  }
}
