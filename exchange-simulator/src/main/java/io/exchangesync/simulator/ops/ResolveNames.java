package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.Responses;
import io.exchangesync.simulator.soap.XmlOut;
import io.exchangesync.simulator.store.MailboxInfo;
import io.exchangesync.simulator.store.MailboxStore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks addresses and names up in the directory, which is the list of mailboxes. */
final class ResolveNames implements Operation {
  private static final int MOST = 100;

  @Override
  public String name() {
    return "ResolveNames";
  }

  @Override
  public void answer(Call call) {
    String entry = call.required("UnresolvedEntry").getTextContent();
    boolean full = call.requiredAttribute("ReturnFullContactData").equals("true");
    List<MailboxInfo> found = find(call, entry);
    if (found.size() > 1) {
      Responses.warning(
          call.out(),
          name(),
          "ErrorNameResolutionMultipleResults",
          "Multiple results were found.",
          () -> write(call, found, full));
      return;
    }
    Responses.single(call.out(), name(), "", () -> write(call, found, full));
  }

  private static List<MailboxInfo> find(Call call, String entry) {
    String wanted = entry.strip().toLowerCase(Locale.ROOT).replaceFirst("^smtp:", "");
    Optional<MailboxStore> exact = call.services().store().mailbox(wanted);
    if (exact.isPresent()) {
      return List.of(exact.get().info());
    }
    return call.services().store().mailboxes().stream()
        .map(MailboxStore::info)
        .filter(info -> matches(info, wanted))
        .toList();
  }

  private static void write(Call call, List<MailboxInfo> found, boolean full) {
    if (found.isEmpty()) {
      throw new EwsError("ErrorNameResolutionNoResults", "No results were found.");
    }
    List<MailboxInfo> shown = found.subList(0, Math.min(MOST, found.size()));
    XmlOut out = call.out();
    out.open(
        "m:ResolutionSet",
        "TotalItemsInView",
        Integer.toString(shown.size()),
        "IncludesLastItemInRange",
        Boolean.toString(shown.size() == found.size()));
    for (MailboxInfo info : shown) {
      out.open("t:Resolution").open("t:Mailbox");
      out.text("t:Name", info.displayName()).text("t:EmailAddress", info.smtp());
      out.text("t:RoutingType", "SMTP").text("t:MailboxType", "Mailbox").close("t:Mailbox");
      if (full) {
        contact(out, info);
      }
      out.close("t:Resolution");
    }
    out.close("m:ResolutionSet");
  }

  private static boolean matches(MailboxInfo info, String wanted) {
    String name = info.displayName().toLowerCase(Locale.ROOT);
    return info.smtp().startsWith(wanted) || name.startsWith(wanted) || name.contains(" " + wanted);
  }

  private static void contact(XmlOut out, MailboxInfo info) {
    out.open("t:Contact").text("t:DisplayName", info.displayName()).open("t:EmailAddresses");
    out.text("t:Entry", "SMTP:" + info.smtp(), "Key", "EmailAddress1");
    out.close("t:EmailAddresses").text("t:ContactSource", "ActiveDirectory").close("t:Contact");
  }
}
