package io.exchangesync.simulator.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who a mailbox belongs to and who else may open it.
 *
 * @param guid its identity; part of every id
 * @param smtp lower case
 * @param delegates rights of others in all folders by their address, and in the folders of one
 *     class by address, bar and class
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

  /** What somebody else may do in folders of the class. */
  public Set<Right> rights(String user, String folderClass) {
    Set<Right> rights = new HashSet<>(delegates.getOrDefault(user, Set.of()));
    rights.addAll(delegates.getOrDefault(user + '|' + folderClass, Set.of()));
    return rights;
  }

  /** What somebody else may do in at least one folder. */
  public Set<Right> rightsAnywhere(String user) {
    return delegates.entrySet().stream()
        .filter(e -> e.getKey().equals(user) || e.getKey().startsWith(user + '|'))
        .flatMap(e -> e.getValue().stream())
        .collect(Collectors.toSet());
  }

  public MailboxInfo withDelegate(String delegate, String folderClass, Set<Right> rights) {
    return withDelegate(delegate + '|' + folderClass, rights);
  }

  public MailboxInfo withDelegate(String delegate, Set<Right> rights) {
    Map<String, Set<Right>> all = new HashMap<>(delegates);
    all.put(delegate, Set.copyOf(rights));
    return new MailboxInfo(guid, smtp, displayName, password, roles, all);
  }
}
