package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.fields.ItemKind;
import io.exchangesync.simulator.fields.ItemView;
import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.Responses;
import io.exchangesync.simulator.soap.SoapFault;
import io.exchangesync.simulator.soap.XmlOut;
import io.exchangesync.simulator.store.MailboxInfo.Right;
import io.exchangesync.simulator.store.MailboxStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks addresses and names up in the directory, which is the list of mailboxes and groups, and in
 * a folder of contacts.
 */
final class ResolveNames implements Operation {
  private static final int MOST = 100;

  @Override
  public String name() {
    return "ResolveNames";
  }

  @Override
  public void answer(Call call) {
    String wanted =
        call.required("UnresolvedEntry")
            .getTextContent()
            .strip()
            .toLowerCase(Locale.ROOT)
            .replaceFirst("^smtp:", "");
    boolean full = call.requiredAttribute("ReturnFullContactData").equals("true");
    Match.Detail detail = full ? Match.Detail.FULL : Match.Detail.ADDRESS;
    List<Match> found = find(call, wanted);
    if (found.size() > 1) {
      Responses.warning(
          call.out(),
          name(),
          "ErrorNameResolutionMultipleResults",
          "Multiple results were found.",
          () -> write(call, found, detail));
      return;
    }
    Responses.single(call.out(), name(), "", () -> write(call, found, detail));
  }

  /** Who is in the directory is not told again as a contact with the same address. */
  private static List<Match> find(Call call, String wanted) {
    List<Match> found = new ArrayList<>();
    for (String place : places(call)) {
      List<Match> more =
          place.equals("directory") ? directory(call, wanted) : contacts(call, wanted);
      more.stream()
          .filter(match -> found.stream().noneMatch(match::sharesAddressWith))
          .toList()
          .forEach(found::add);
    }
    return found;
  }

  private static List<String> places(Call call) {
    String scope = call.attribute("SearchScope").orElse("ActiveDirectoryContacts");
    return switch (scope) {
      case "ActiveDirectory" -> List.of("directory");
      case "ActiveDirectoryContacts" -> List.of("directory", "contacts");
      case "Contacts" -> List.of("contacts");
      case "ContactsActiveDirectory" -> List.of("contacts", "directory");
      default -> throw SoapFault.schema("The 'SearchScope' attribute is invalid: '" + scope + "'.");
    };
  }

  private static List<Match> directory(Call call, String wanted) {
    Optional<MailboxStore> exact = call.services().store().mailbox(wanted);
    if (exact.isPresent()) {
      return List.of(Match.mailbox(exact.get().info()));
    }
    return Stream.concat(
            call.services().store().mailboxes().stream()
                .map(mailbox -> Match.mailbox(mailbox.info())),
            call.services().groups().all().stream().map(Match::group))
        .filter(match -> match.answers(wanted))
        .toList();
  }

  private static List<Match> contacts(Call call, String wanted) {
    return folder(call).stream()
        .flatMap(ref -> matches(call, ref))
        .filter(match -> match.answers(wanted))
        .toList();
  }

  private static Stream<Match> matches(Call call, FolderRef ref) {
    boolean seesPrivate = call.access().seesPrivateItems(ref.mailbox(), ref.folder());
    return ref.mailbox().items(ref.folder()).stream()
        .filter(item -> ItemKind.of(item).folderClass().equals("IPF.Contact"))
        .filter(i -> seesPrivate || !new ItemView(ref.mailbox().info(), i).isPrivate())
        .flatMap(item -> Match.item(ref.mailbox(), item));
  }

  /** An application that acts for nobody has no contacts. */
  private static Optional<FolderRef> folder(Call call) {
    Optional<FolderRef> named =
        call.child("ParentFolderIds")
            .flatMap(ids -> Dom.children(ids).stream().findFirst())
            .map(id -> FolderRef.of(call, id, Right.READ));
    return named.or(
        () ->
            call.access()
                .owner()
                .flatMap(own -> own.distinguished("contacts").map(f -> new FolderRef(own, f))));
  }

  private static void write(Call call, List<Match> found, Match.Detail detail) {
    if (found.isEmpty()) {
      throw new EwsError("ErrorNameResolutionNoResults", "No results were found.");
    }
    List<Match> shown = found.subList(0, Math.min(MOST, found.size()));
    XmlOut out = call.out();
    out.open(
        "m:ResolutionSet",
        "TotalItemsInView",
        Integer.toString(shown.size()),
        "IncludesLastItemInRange",
        Boolean.toString(shown.size() == found.size()));
    shown.forEach(match -> match.write(call, detail));
    out.close("m:ResolutionSet");
  }
}
