package io.exchangesync.simulator.contacts;

import io.exchangesync.simulator.store.MailboxStore;
import io.exchangesync.simulator.store.Store;
import io.exchangesync.simulator.store.Value;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The mail-enabled groups of the directory, by address; they are forgotten when the server ends.
 *
 * @param store whose mailboxes are the rest of the directory
 */
public record DirectoryGroups(Store store, Map<String, Group> bySmtp) {

  /**
   * @param smtp lower case
   * @param members addresses of mailboxes, other groups and people elsewhere
   */
  public record Group(String smtp, String displayName, List<String> members) {
    public Group {
      smtp = smtp.toLowerCase(Locale.ROOT);
      members = List.copyOf(members);
    }
  }

  public DirectoryGroups(Store store) {
    this(store, new ConcurrentSkipListMap<>());
  }

  /** Makes a group, or replaces the one with this address. */
  public void put(Group group) {
    bySmtp.put(group.smtp(), group);
  }

  public Optional<Group> group(String smtp) {
    return Optional.ofNullable(bySmtp.get(smtp.strip().toLowerCase(Locale.ROOT)));
  }

  public Collection<Group> all() {
    return bySmtp.values();
  }

  /** Who is in a group itself; members of groups in it are theirs. */
  public List<Value.Member> members(Group group) {
    return group.members().stream().map(this::member).toList();
  }

  private Value.Member member(String smtp) {
    Optional<Group> group = group(smtp);
    if (group.isPresent()) {
      return asMember(group.get());
    }
    String name =
        store.mailbox(smtp).map(MailboxStore::info).map(i -> i.displayName()).orElse(smtp);
    return new Value.Member("", name, smtp, "SMTP", "Mailbox", "", "Normal");
  }

  /** The group as an entry of the directory. */
  public static Value.Member asMember(Group group) {
    return new Value.Member(
        "", group.displayName(), group.smtp(), "SMTP", "PublicDL", "", "Normal");
  }
}
