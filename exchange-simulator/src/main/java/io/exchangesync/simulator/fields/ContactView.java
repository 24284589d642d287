package io.exchangesync.simulator.fields;

import io.exchangesync.simulator.attachments.Attachment;
import io.exchangesync.simulator.soap.XmlOut;
import io.exchangesync.simulator.store.Value;
import java.util.Optional;

/** What a server computes from the stored properties of a contact or a distribution list. */
final class ContactView {
  private static final String TITLE = ExtendedPath.tagged(0x3A45, "String");

  private ContactView() {}

  static Optional<Value> value(ItemView view, String uri) {
    return switch (uri) {
      case "contacts:ContactSource" -> Optional.of(Value.of("Store"));
      case "contacts:HasPicture" ->
          Optional.of(Value.of(Attachment.all(view.item()).stream().anyMatch(Attachment::isPhoto)));
      case "contacts:PostalAddressIndex" ->
          view.item().get(uri).or(() -> Optional.of(Value.of("None")));
      default -> view.item().get(uri);
    };
  }

  /** The element CompleteName: the parts of the name once more, in one place. */
  static void completeName(XmlOut out, ItemView view) {
    out.open("t:CompleteName");
    part(out, view, "Title", TITLE);
    part(out, view, "FirstName", "contacts:GivenName");
    part(out, view, "MiddleName", "contacts:MiddleName");
    part(out, view, "LastName", "contacts:Surname");
    part(out, view, "Suffix", "contacts:Generation");
    part(out, view, "Initials", "contacts:Initials");
    part(out, view, "FullName", "contacts:DisplayName");
    part(out, view, "Nickname", "contacts:Nickname");
    out.close("t:CompleteName");
  }

  private static void part(XmlOut out, ItemView view, String element, String key) {
    view.item().text(key).filter(t -> !t.isEmpty()).ifPresent(t -> out.text("t:" + element, t));
  }
}
