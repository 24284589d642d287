package io.exchangesync.simulator.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Who a mailbox belongs to and who else may open it.
 *
 * @param guid its identity; part of every id
 * @param smtp lower case
 * @param delegates rights of others, by their address
 */
public record MailboxInfo(
    String guid,
    String smtp,
    String displayName,
    String password,
    Set<Role> roles,
    Map<String, Set<Right>> delegates) {

  public MailboxInfo {
    roles = Set.copyOf(roles);
    delegates = Map.copyOf(delegates);
  }

  /** A management role of an account. */
  public enum Role {
    /** ApplicationImpersonation: may act as any mailbox. */
    IMPERSONATION,
    /** A room or piece of equipment that answers meeting requests by itself. */
    ROOM
  }

  /** What a delegate may do in another's mailbox. */
  public enum Right {
    READ,
    WRITE,
    VIEW_PRIVATE_ITEMS
  }

  public MailboxInfo withDelegate(String delegate, Set<Right> rights) {
    Map<String, Set<Right>> all = new HashMap<>(delegates);
    all.put(delegate, Set.copyOf(rights));
    return new MailboxInfo(guid, smtp, displayName, password, roles, all);
  }
}
