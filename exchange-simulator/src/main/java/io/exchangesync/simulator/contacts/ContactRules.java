package io.exchangesync.simulator.contacts;

import io.exchangesync.simulator.store.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Exchange makes of a contact on saving: names that the client left to the server follow the
 * parts they are made of.
 */
public final class ContactRules {
  static final String DISPLAY_NAME = "contacts:DisplayName";
  static final String FILE_AS = "contacts:FileAs";
  private static final String MAPPING = "contacts:FileAsMapping";
  private static final String SUBJECT = "item:Subject";

  private ContactRules() {}

  /** Fills in what a new contact leaves out. */
  public static void complete(Map<String, Value> properties) {
    properties.putIfAbsent("item:ReminderIsSet", Value.of(false));
    properties.putIfAbsent("item:ReminderMinutesBeforeStart", Value.of("0"));
    properties.putIfAbsent(DISPLAY_NAME, Value.of(fullName(properties)));
    if (text(properties, SUBJECT).isEmpty()) {
      properties.put(SUBJECT, properties.get(DISPLAY_NAME));
    }
    boolean named = properties.containsKey(FILE_AS);
    properties.putIfAbsent(MAPPING, Value.of(named ? "None" : "LastCommaFirst"));
    if (!named) {
      fileAs(properties);
    }
  }

  /** Lets what was made of other parts before follow their change. */
  public static void change(Map<String, Value> before, Map<String, Value> properties) {
    follow(before, properties, DISPLAY_NAME, fullName(before), fullName(properties));
    follow(before, properties, SUBJECT, text(before, DISPLAY_NAME), text(properties, DISPLAY_NAME));
    boolean named = !text(before, FILE_AS).equals(text(properties, FILE_AS));
    boolean mapped = !text(before, MAPPING).equals(text(properties, MAPPING));
    if (named && !mapped) {
      properties.put(MAPPING, Value.of("None"));
    } else {
      fileAs(properties);
    }
  }

  private static void follow(
      Map<String, Value> before,
      Map<String, Value> properties,
      String uri,
      String madeBefore,
      String made) {
    String kept = text(before, uri);
    if (kept.equals(madeBefore) && kept.equals(text(properties, uri))) {
      properties.put(uri, Value.of(made));
    }
  }

  private static void fileAs(Map<String, Value> properties) {
    String company = text(properties, "contacts:CompanyName");
    String comma = joined(", ", last(properties), first(properties));
    String space = joined(" ", last(properties), first(properties));
    String together = last(properties) + first(properties);
    Optional<String> made =
        switch (text(properties, MAPPING)) {
          case "LastCommaFirst" -> Optional.of(comma);
          case "FirstSpaceLast" -> Optional.of(fullName(properties));
          case "Company" -> Optional.of(company);
          case "LastCommaFirstCompany" -> Optional.of(joined("\r\n", comma, company));
          case "CompanyLastCommaFirst" -> Optional.of(joined("\r\n", company, comma));
          case "LastFirst" -> Optional.of(together);
          case "LastFirstCompany" -> Optional.of(joined("\r\n", together, company));
          case "CompanyLastFirst" -> Optional.of(joined("\r\n", company, together));
          case "LastFirstSuffix" -> Optional.of(joined(" ", together, suffix(properties)));
          case "LastSpaceFirst" -> Optional.of(space);
          case "LastSpaceFirstCompany" -> Optional.of(joined("\r\n", space, company));
          case "CompanyLastSpaceFirst" -> Optional.of(joined("\r\n", company, space));
          case "DisplayName" -> Optional.of(text(properties, DISPLAY_NAME));
          case "FirstName" -> Optional.of(text(properties, "contacts:GivenName"));
          case "LastName" -> Optional.of(last(properties));
          case "LastFirstMiddleSuffix" -> Optional.of(joined(" ", comma, suffix(properties)));
          case "Empty" -> Optional.of("");
          default -> Optional.empty();
        };
    made.ifPresent(
        name -> {
          boolean empty = text(properties, MAPPING).equals("Empty");
          properties.put(FILE_AS, Value.of(name.isEmpty() && !empty ? other(properties) : name));
        });
  }

  /** What a contact without a name is filed as. */
  private static String other(Map<String, Value> properties) {
    return Stream.of("contacts:CompanyName", DISPLAY_NAME, "contacts:EmailAddress/EmailAddress1")
        .map(uri -> text(properties, uri))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String fullName(Map<String, Value> properties) {
    return joined(" ", first(properties), last(properties), suffix(properties));
  }

  private static String first(Map<String, Value> properties) {
    return joined(
        " ", text(properties, "contacts:GivenName"), text(properties, "contacts:MiddleName"));
  }

  private static String last(Map<String, Value> properties) {
    return text(properties, "contacts:Surname");
  }

  private static String suffix(Map<String, Value> properties) {
    return text(properties, "contacts:Generation");
  }

  private static String joined(String separator, String... parts) {
    return List.of(parts).stream()
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(separator));
  }

  static String text(Map<String, Value> properties, String uri) {
    return properties.get(uri) instanceof Value.Text t ? t.text() : "";
  }
}
