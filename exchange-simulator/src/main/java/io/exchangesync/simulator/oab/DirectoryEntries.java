package io.exchangesync.simulator.oab;

import io.exchangesync.simulator.store.MailboxInfo;
import io.exchangesync.simulator.store.MailboxInfo.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The entry of a mailbox in an address book. */
final class DirectoryEntries {
  private static final int MAIL_USER = 6;
  private static final int ROOM = 7;
  private static final int MAY_HAVE_RIGHTS = 0x40000000;

  private DirectoryEntries() {}

  static Map<Integer, Object> entry(MailboxInfo mailbox) {
    String alias = mailbox.smtp().substring(0, mailbox.smtp().indexOf('@'));
    boolean room = mailbox.roles().contains(Role.ROOM);
    Map<Integer, Object> values = new HashMap<>();
    values.put(Tags.LEGACY_DN, AddressBooks.ORGANIZATION + "/cn=Recipients/cn=" + mailbox.guid());
    values.put(Tags.SMTP_ADDRESS, mailbox.smtp());
    values.put(Tags.DISPLAY_NAME, mailbox.displayName());
    values.put(Tags.DISPLAY_TYPE, 0);
    values.put(Tags.DISPLAY_TYPE_EX, room ? ROOM : MAY_HAVE_RIGHTS);
    values.put(Tags.OBJECT_TYPE, MAIL_USER);
    values.put(Tags.ALIAS, alias);
    values.put(Tags.PROXY_ADDRESSES, List.of("SMTP:" + mailbox.smtp()));
    values.put(Tags.RICH_TEXT, true);
    return values;
  }
}
