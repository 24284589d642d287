package io.exchangesync.core.port;

import io.exchangesync.core.model.Kind;
import java.util.Objects;

/**
 * The right to write for one mailbox and kind until the lease ends (invariant I11).
 *
 * @param epoch grows with every claim; a writer with an older one has lost the mailbox
 * @param fullListingDue a complete listing was asked for since the last one
 */
public record Claim(int mailboxId, Kind kind, String owner, int epoch, boolean fullListingDue) {
  public Claim {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(owner);
  }
}
