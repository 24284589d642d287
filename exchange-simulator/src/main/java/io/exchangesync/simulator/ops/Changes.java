package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.fields.ItemKind;
import io.exchangesync.simulator.fields.ItemReader;
import io.exchangesync.simulator.fields.MemberXml;
import io.exchangesync.simulator.fields.PropertyPath;
import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.SoapFault;
import io.exchangesync.simulator.store.Value;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** The field changes of one ItemChange, in their order. */
record Changes(List<Change> changes) {
  /** The only property that stands for several others. */
  private static final String MIME_CONTENT = "item:MimeContent";

  private static final String PART = "#";

  /** One field change; no value means delete. */
  private record Change(String key, Optional<Value> value, Mode mode) {}

  private enum Mode {
    REPLACE,
    APPEND
  }

  /**
   * @throws EwsError for a field that clients may not set, or a value that is not of that field
   */
  static Changes read(Element updates, ItemKind kind, ZoneId zone) {
    ItemReader reader = new ItemReader(kind, zone);
    List<Change> changes = new ArrayList<>();
    for (Element update : Dom.children(updates)) {
      PropertyPath path = PropertyPath.in(update);
      String key = reader.settableKey(path);
      switch (update.getLocalName()) {
        case "SetItemField" -> changes.addAll(set(update, key, reader, Mode.REPLACE));
        case "AppendToItemField" -> changes.addAll(set(update, key, reader, Mode.APPEND));
        case "DeleteItemField" -> changes.add(new Change(key, Optional.empty(), Mode.REPLACE));
        default ->
            throw SoapFault.schema("'" + update.getLocalName() + "' is no change of a field.");
      }
    }
    return new Changes(List.copyOf(changes));
  }

  Set<String> keys() {
    return changes.stream().map(Change::key).collect(Collectors.toSet());
  }

  void applyTo(Map<String, Value> properties) {
    for (Change change : changes) {
      if (change.value().isEmpty()) {
        delete(properties, change.key());
      } else if (change.mode() == Mode.APPEND) {
        properties.merge(change.key(), change.value().get(), Changes::append);
      } else {
        properties.merge(change.key(), change.value().get(), Changes::keepResponses);
      }
    }
  }

  /** One change, and one for each part that hangs on the property, such as an address's name. */
  private static List<Change> set(Element update, String key, ItemReader reader, Mode mode) {
    Element item =
        Dom.children(update).stream()
            .filter(child -> !PropertyPath.isPath(child))
            .findFirst()
            .orElseThrow(() -> SoapFault.schema("'SetItemField' has no item."));
    Map<String, Value> values = reader.read(item);
    if (key.equals(MIME_CONTENT)) {
      return changes(values, mode);
    }
    boolean others =
        values.keySet().stream().anyMatch(k -> !k.equals(key) && !k.startsWith(key + PART));
    if (others || !values.containsKey(key)) {
      throw new EwsError(
          "ErrorUpdatePropertyMismatch",
          "Update property mismatch: the item does not hold just the property " + key + ".");
    }
    return changes(values, mode);
  }

  private static List<Change> changes(Map<String, Value> values, Mode mode) {
    return values.entrySet().stream()
        .map(e -> new Change(e.getKey(), Optional.of(e.getValue()), mode))
        .toList();
  }

  private static void delete(Map<String, Value> properties, String key) {
    switch (key) {
      case "calendar:Start", "calendar:End", "item:ItemClass" ->
          throw new EwsError(
              "ErrorInvalidPropertyDelete", "Property can not be deleted: " + key + ".");
      case "item:Subject" -> properties.put(key, Value.of(""));
      default -> {
        if (MemberXml.isMember(key)) {
          MemberXml.remove(properties, key);
        } else {
          properties.remove(key);
          properties.keySet().removeIf(k -> k.startsWith(key + PART));
        }
      }
    }
  }

  private static Value append(Value before, Value more) {
    if (before instanceof Value.Body b && more instanceof Value.Body m) {
      return new Value.Body(b.type(), b.content() + m.content());
    }
    if (before instanceof Value.Attendees b && more instanceof Value.Attendees m) {
      List<Value.Attendee> all = new ArrayList<>(b.people());
      all.addAll(m.people());
      return new Value.Attendees(all);
    }
    if (before instanceof Value.Members b && more instanceof Value.Members m) {
      List<Value.Member> all = new ArrayList<>(b.list());
      all.addAll(m.list());
      return new Value.Members(all);
    }
    throw new EwsError("ErrorInvalidPropertyAppend", "Property does not support append.");
  }

  private static Value keepResponses(Value before, Value after) {
    if (before instanceof Value.Attendees b && after instanceof Value.Attendees a) {
      Map<String, Value.Attendee> known =
          b.people().stream()
              .collect(
                  Collectors.toMap(
                      p -> p.smtp().toLowerCase(Locale.ROOT), Function.identity(), (x, y) -> x));
      return new Value.Attendees(
          a.people().stream()
              .map(
                  p -> {
                    Value.Attendee old = known.getOrDefault(p.smtp().toLowerCase(Locale.ROOT), p);
                    return new Value.Attendee(p.name(), p.smtp(), old.response(), old.replied());
                  })
              .toList());
    }
    return after;
  }
}
