package io.exchangesync.ejb.admin;

import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.Associate;
import io.exchangesync.core.port.CrmDirectory;
import io.exchangesync.core.port.MailboxStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The SuperOffice users and resources that can be linked. */
@Stateless
public class AssociateService {
  private static final int PAGE = 500;

  @Inject CrmDirectory directory;
  @Inject MailboxStore mailboxes;

  /** As {@link CrmDirectory#associates}. */
  public List<Associate> page(String text, String group, String company, int after, int limit) {
    return directory.associates(text, group, company, after, limit);
  }

  /** Id of the mailbox each linked associate has. */
  public Map<Integer, Integer> linked() {
    Map<Integer, Integer> linked = new HashMap<>();
    int after = 0;
    List<Mailbox> page;
    do {
      page = mailboxes.page(after, PAGE);
      for (Mailbox mailbox : page) {
        after = mailbox.id();
        if (mailbox.state() != Mailbox.State.UNLINKED) {
          linked.put(mailbox.associateId(), mailbox.id());
        }
      }
    } while (page.size() == PAGE);
    return linked;
  }
}
