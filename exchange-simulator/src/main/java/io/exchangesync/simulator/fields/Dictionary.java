package io.exchangesync.simulator.fields;

import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.SoapFault;
import io.exchangesync.simulator.soap.Version;
import io.exchangesync.simulator.soap.XmlOut;
import io.exchangesync.simulator.store.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.w3c.dom.Element;

/**
 * A property of a contact that is a list of entries by key. Each entry, and of an address each
 * part, is stored as a property of its own under the key of its indexed path.
 */
enum Dictionary {
  EMAIL_ADDRESSES(
      "contacts:EmailAddresses", "contacts:EmailAddress", numbered("EmailAddress"), List.of()),
  PHYSICAL_ADDRESSES(
      "contacts:PhysicalAddresses",
      "contacts:PhysicalAddress",
      List.of("Business", "Home", "Other"),
      List.of("Street", "City", "State", "CountryOrRegion", "PostalCode")),
  PHONE_NUMBERS("contacts:PhoneNumbers", "contacts:PhoneNumber", phones(), List.of()),
  IM_ADDRESSES("contacts:ImAddresses", "contacts:ImAddress", numbered("ImAddress"), List.of());

  private static final String NAME = "#name";
  private static final String ROUTING = "#routing";

  private final String uri;
  private final String entryUri;
  private final List<String> keys;
  private final List<String> parts;

  Dictionary(String uri, String entryUri, List<String> keys, List<String> parts) {
    this.uri = uri;
    this.entryUri = entryUri;
    this.keys = keys;
    this.parts = parts;
  }

  static Dictionary of(Field field) {
    for (Dictionary dictionary : values()) {
      if (dictionary.uri.equals(field.uri())) {
        return dictionary;
      }
    }
    throw new IllegalArgumentException(field.uri());
  }

  /** Whether some dictionary has the entry. */
  static boolean knows(PropertyPath.Indexed path) {
    for (Dictionary dictionary : values()) {
      if (dictionary.entryUris().contains(path.uri()) && dictionary.keys.contains(path.index())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the key is that of one of the entries. */
  boolean has(String key) {
    return key.startsWith(entryUri + (parts.isEmpty() ? "/" : ":"));
  }

  /**
   * @throws SoapFault for an entry whose key the schema does not have
   */
  void read(Element element, Map<String, Value> into) {
    for (Element entry : Dom.children(element, "Entry")) {
      String key = entry.getAttribute("Key");
      if (!keys.contains(key)) {
        throw SoapFault.schema("The 'Key' attribute is invalid: '" + key + "'.");
      }
      if (!parts.isEmpty()) {
        Dom.children(entry).forEach(p -> into.put(partKey(p.getLocalName(), key), text(p)));
        continue;
      }
      into.put(key(key), text(entry));
      if (this == EMAIL_ADDRESSES) {
        Dom.attribute(entry, "Name").ifPresent(v -> into.put(key(key) + NAME, Value.of(v)));
        Dom.attribute(entry, "RoutingType")
            .ifPresent(v -> into.put(key(key) + ROUTING, Value.of(v)));
      }
    }
  }

  /**
   * Writes the entries that are asked for; nothing when there are none.
   *
   * @param asked the keys of indexed paths that the answer carries
   */
  void write(XmlOut out, ItemView view, Predicate<String> asked, Version version) {
    int mark = out.mark();
    String element = "t:" + uri.substring(uri.indexOf(':') + 1);
    out.open(element);
    int before = out.mark();
    for (String key : keys) {
      if (parts.isEmpty()) {
        entry(out, view, key, asked, version);
      } else {
        address(out, view, key, asked);
      }
    }
    if (out.mark() == before) {
      out.rewind(mark);
    } else {
      out.close(element);
    }
  }

  private void entry(
      XmlOut out, ItemView view, String key, Predicate<String> asked, Version version) {
    Optional<String> text = stored(view, key(key)).filter(t -> asked.test(key(key)));
    if (text.isEmpty()) {
      return;
    }
    List<String> attributes = new ArrayList<>(List.of("Key", key));
    if (this == EMAIL_ADDRESSES && version.includes(Version.EXCHANGE_2010_SP2)) {
      attributes.addAll(List.of("Name", stored(view, key(key) + NAME).orElse(text.get())));
      attributes.addAll(List.of("RoutingType", stored(view, key(key) + ROUTING).orElse("SMTP")));
      attributes.addAll(List.of("MailboxType", "Contact"));
    }
    out.text("t:Entry", text.get(), attributes.toArray(String[]::new));
  }

  private void address(XmlOut out, ItemView view, String key, Predicate<String> asked) {
    int mark = out.mark();
    out.open("t:Entry", "Key", key);
    int before = out.mark();
    for (String part : parts) {
      stored(view, partKey(part, key))
          .filter(text -> asked.test(partKey(part, key)))
          .ifPresent(text -> out.text("t:" + part, text));
    }
    if (out.mark() == before) {
      out.rewind(mark);
    } else {
      out.close("t:Entry");
    }
  }

  private List<String> entryUris() {
    return parts.isEmpty()
        ? List.of(entryUri)
        : parts.stream().map(part -> entryUri + ":" + part).toList();
  }

  private String key(String index) {
    return entryUri + "/" + index;
  }

  private String partKey(String part, String index) {
    return entryUri + ":" + part + "/" + index;
  }

  private static Optional<String> stored(ItemView view, String key) {
    return view.item().text(key).filter(text -> !text.isEmpty());
  }

  private static Value text(Element element) {
    return Value.of(element.getTextContent());
  }

  private static List<String> numbered(String name) {
    return List.of(name + 1, name + 2, name + 3);
  }

  private static List<String> phones() {
    List<String> keys = new ArrayList<>();
    Collections.addAll(keys, "AssistantPhone", "BusinessFax", "BusinessPhone", "BusinessPhone2");
    Collections.addAll(keys, "Callback", "CarPhone", "CompanyMainPhone", "HomeFax", "HomePhone");
    Collections.addAll(keys, "HomePhone2", "Isdn", "MobilePhone", "OtherFax", "OtherTelephone");
    Collections.addAll(keys, "Pager", "PrimaryPhone", "RadioPhone", "Telex", "TtyTddPhone");
    return List.copyOf(keys);
  }
}
