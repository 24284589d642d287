package io.exchangesync.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.exchangesync.simulator.contacts.DirectoryGroups;
import io.exchangesync.simulator.fields.Oddities;
import io.exchangesync.simulator.ops.Services;
import io.exchangesync.simulator.store.Ids;
import io.exchangesync.simulator.store.MailboxInfo;
import io.exchangesync.simulator.store.MailboxStore;
import io.exchangesync.simulator.store.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The commands of the control endpoint that change mailboxes and answers. */
final class ControlCommands {
  private final Services services;

  ControlCommands(Services services) {
    this.services = services;
  }

  /**
   * One mailbox or a list: smtp, displayName, password, impersonation and room true for the roles.
   */
  void addMailboxes(JsonNode input) {
    for (JsonNode each : input.isArray() ? input : List.of(input)) {
      String smtp = text(each, "smtp");
      services
          .store()
          .addMailbox(
              smtp, each.path("displayName").asText(smtp), text(each, "password"), roles(each));
    }
  }

  /** A group of the directory: smtp, displayName, members (addresses). */
  void addGroup(JsonNode input) {
    List<String> members = new ArrayList<>();
    input.path("members").forEach(member -> members.add(member.asText()));
    String smtp = text(input, "smtp");
    services
        .groups()
        .put(new DirectoryGroups.Group(smtp, input.path("displayName").asText(smtp), members));
  }

  private static Set<MailboxInfo.Role> roles(JsonNode user) {
    Set<MailboxInfo.Role> roles = new HashSet<>();
    if (user.path("impersonation").asBoolean()) {
      roles.add(MailboxInfo.Role.IMPERSONATION);
    }
    if (user.path("room").asBoolean()) {
      roles.add(MailboxInfo.Role.ROOM);
    }
    return roles;
  }

  /**
   * Rights of a delegate: mailbox, delegate, rights (READ, WRITE, VIEW_PRIVATE_ITEMS), and a
   * folderClass when they are for folders of that class only.
   */
  void delegate(JsonNode input) {
    Set<MailboxInfo.Right> rights = new HashSet<>();
    input.path("rights").forEach(right -> rights.add(MailboxInfo.Right.valueOf(right.asText())));
    String delegate = text(input, "delegate").toLowerCase(Locale.ROOT);
    String folderClass = input.path("folderClass").asText();
    mailbox(input)
        .updateInfo(
            info ->
                folderClass.isEmpty()
                    ? info.withDelegate(delegate, rights)
                    : info.withDelegate(delegate, folderClass, rights));
  }

  /** How answers look: sevenDigitFractions, unknownElements, omitted (field URIs). */
  void oddities(JsonNode input) {
    Set<String> omitted = new HashSet<>();
    input.path("omitted").forEach(uri -> omitted.add(uri.asText()));
    services
        .oddities()
        .set(
            new Oddities(
                input.path("sevenDigitFractions").asBoolean()
                    ? Oddities.Fractions.SEVEN_DIGITS
                    : Oddities.Fractions.AS_NEEDED,
                input.path("unknownElements").asBoolean()
                    ? Oddities.Extras.UNKNOWN_ELEMENTS
                    : Oddities.Extras.NONE,
                omitted));
  }

  /** Writes any text, also what XML cannot carry, into an item: mailbox, itemId, uri, text. */
  void tamper(JsonNode input) {
    MailboxStore mailbox = mailbox(input);
    Ids.Id id =
        Ids.decode(text(input, "itemId"))
            .orElseThrow(() -> new IllegalArgumentException("itemId is malformed"));
    mailbox
        .updateItem(
            id.number(),
            item -> {
              Map<String, Value> properties = new HashMap<>(item.properties());
              properties.put(text(input, "uri"), Value.of(text(input, "text")));
              return properties;
            })
        .orElseThrow(() -> new IllegalArgumentException("the mailbox has no such item"));
  }

  /**
   * @throws IllegalArgumentException when the field is missing or empty
   */
  static String text(JsonNode input, String field) {
    String text = input.path(field).asText("");
    if (text.isEmpty()) {
      throw new IllegalArgumentException("the field " + field + " is missing");
    }
    return text;
  }

  private MailboxStore mailbox(JsonNode input) {
    String smtp = text(input, "mailbox");
    return services
        .store()
        .mailbox(smtp)
        .orElseThrow(() -> new IllegalArgumentException("there is no mailbox " + smtp));
  }
}
