package io.exchangesync.simulator.fields;

import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.SoapFault;
import io.exchangesync.simulator.soap.Version;
import io.exchangesync.simulator.store.Value.BodyType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.w3c.dom.Element;

/**
 * Which properties an answer carries.
 *
 * @param bodyType the type asked for; empty means as stored
 * @param uris what is asked for by name
 */
public record Shape(
    Field.Base base,
    Optional<BodyType> bodyType,
    Set<String> uris,
    List<ExtendedPath> extended,
    Purpose purpose) {

  /** Lists never carry bodies and attendees; only GetItem does. */
  public enum Purpose {
    GET_ITEM,
    FIND_ITEM,
    SYNC
  }

  public Shape {
    uris = Set.copyOf(uris);
    extended = List.copyOf(extended);
  }

  /** The shape of answers to writes. */
  public static Shape idOnly() {
    return new Shape(Field.Base.ID_ONLY, Optional.empty(), Set.of(), List.of(), Purpose.GET_ITEM);
  }

  /** What an item shows when only its most important properties are asked for. */
  public static Shape defaults() {
    return new Shape(Field.Base.DEFAULT, Optional.empty(), Set.of(), List.of(), Purpose.FIND_ITEM);
  }

  /**
   * @param itemShape the element ItemShape
   * @throws EwsError ErrorInvalidPropertyRequest for a body in a FindItem
   */
  public static Shape parse(Element itemShape, Purpose purpose) {
    Set<String> uris = new HashSet<>();
    List<ExtendedPath> extended = new ArrayList<>();
    Dom.child(itemShape, "AdditionalProperties")
        .ifPresent(
            additional -> {
              for (Element each : Dom.children(additional)) {
                PropertyPath path = PropertyPath.parse(each);
                if (path instanceof ExtendedPath p) {
                  extended.add(p);
                } else {
                  uris.add(path.key());
                }
              }
            });
    if (purpose == Purpose.GET_ITEM
        && Dom.text(itemShape, "IncludeMimeContent").map(String::strip).stream()
            .anyMatch(text -> text.equals("true") || text.equals("1"))) {
      uris.add(Fields.MIME_CONTENT);
    }
    if (purpose == Purpose.FIND_ITEM && uris.contains("item:Body")) {
      throw new EwsError(
          "ErrorInvalidPropertyRequest", "Property is not valid for this object type: item:Body.");
    }
    return new Shape(
        base(Dom.required(itemShape, "BaseShape").getTextContent()),
        Dom.text(itemShape, "BodyType").flatMap(Shape::bodyType),
        uris,
        extended,
        purpose);
  }

  boolean includes(Field field, Version version) {
    if (!version.includes(field.since())) {
      return false;
    }
    boolean named = uris.contains(field.uri()) || namesEntryOf(field);
    return switch (field.base()) {
      case ID_ONLY, DEFAULT, ALL -> named || field.base().compareTo(base) <= 0;
      case GET_ITEM ->
          purpose == Purpose.GET_ITEM && (named || base.compareTo(Field.Base.DEFAULT) >= 0);
      case NAMED -> named;
    };
  }

  /** Which entries of a dictionary the answer carries. */
  Predicate<String> entriesOf(Field dictionary) {
    boolean whole = uris.contains(dictionary.uri()) || dictionary.base().compareTo(base) <= 0;
    return key -> whole || uris.contains(key);
  }

  private boolean namesEntryOf(Field field) {
    return field.type() == Field.Type.DICTIONARY
        && uris.stream().anyMatch(Dictionary.of(field)::has);
  }

  private static Field.Base base(String name) {
    return switch (name) {
      case "IdOnly" -> Field.Base.ID_ONLY;
      case "Default" -> Field.Base.DEFAULT;
      case "AllProperties" -> Field.Base.ALL;
      default -> throw SoapFault.schema("The 'BaseShape' element is invalid: '" + name + "'.");
    };
  }

  private static Optional<BodyType> bodyType(String name) {
    return switch (name) {
      case "HTML" -> Optional.of(BodyType.HTML);
      case "Text" -> Optional.of(BodyType.TEXT);
      default -> Optional.empty();
    };
  }
}
