package io.exchangesync.simulator.auth;

import io.exchangesync.simulator.store.MailboxInfo.Role;
import io.exchangesync.simulator.store.MailboxStore;
import java.util.Optional;
import java.util.Set;

/**
 * Who signed in: an account with a mailbox, or an application without one.
 *
 * @param name the address or the application's name
 */
public record Caller(String name, Optional<MailboxStore> mailbox, Set<Role> roles) {
  public Caller {
    roles = Set.copyOf(roles);
  }
}
