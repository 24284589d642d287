package io.exchangesync.demo.launch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Links the demonstration's employees to their mailboxes through the admin API, and enters
 * appointments and tasks into a mailbox before it is linked; on kept data nothing is done twice.
 */
final class DemoLinks {
  private static final List<String> KINDS = List.of("APPOINTMENT", "TASK", "CONTACT", "SELECTION");
  private static final int ITEMS_PER_TASK = 5;
  private static final String DOMAIN = "@fjordline.example";
  private static final Map<Integer, Choice> CHOICES =
      Map.of(
          1, new Choice("1,2", "folder"),
          2, new Choice("1", "group"),
          3, new Choice("3,4", "category"));

  private final AdminClient admin;
  private final SimulatorProcess exchange;
  private final MailboxSeed seed;
  private final Path seeded;

  /**
   * @param seeded file that lists the mailboxes that have their appointments and tasks
   */
  DemoLinks(AdminClient admin, SimulatorProcess exchange, Path seeded) {
    this.admin = admin;
    this.exchange = exchange;
    this.seed =
        new MailboxSeed(
            exchange.ews(), SimulatorProcess.SERVICE_USER, SimulatorProcess.SERVICE_PASSWORD);
    this.seeded = seeded;
  }

  /**
   * Links employees until as many are linked as wanted.
   *
   * @return the addresses linked by this call
   */
  List<String> link(int wanted, int items, LocalDate today) {
    Set<Integer> linked = linkedAssociates();
    var added = new ArrayList<String>();
    for (JsonNode associate : employees()) {
      int id = associate.get("id").asInt();
      if (linked.size() < wanted && linked.add(id)) {
        String address = associate.get("email").asText();
        exchange.addMailbox(address, associate.path("fullName").asText(address));
        fill(address, items, today);
        chooseSelections(id);
        admin.post("/mailboxes", Map.of("associateId", id, "address", address, "kinds", KINDS));
        added.add(address);
      }
    }
    return added;
  }

  /**
   * Links the meeting rooms, resources of SuperOffice, once every employee is linked.
   *
   * @return the addresses linked by this call
   */
  List<String> linkRooms() {
    Set<Integer> linked = linkedAssociates();
    var added = new ArrayList<String>();
    if (employees().stream().allMatch(each -> linked.contains(each.get("id").asInt()))) {
      for (JsonNode room : ofType("RESOURCE")) {
        int id = room.get("id").asInt();
        String address = room.path("name").asText().toLowerCase(Locale.ROOT) + DOMAIN;
        exchange.addRoom(address, room.path("fullName").asText(address));
        if (linked.add(id)) {
          admin.post(
              "/mailboxes",
              Map.of("associateId", id, "address", address, "kinds", List.of("APPOINTMENT")));
          added.add(address);
        }
      }
    }
    return added;
  }

  /** What the first three employees chose of the demonstration's selections. */
  private void chooseSelections(int associate) {
    if (CHOICES.containsKey(associate)) {
      Choice choice = CHOICES.get(associate);
      admin.put(
          "/settings/associates/" + associate,
          Map.of("values", Map.of("selections", choice.ids(), "selections.as", choice.as())));
    }
  }

  private record Choice(String ids, String as) {}

  private Set<Integer> linkedAssociates() {
    var linked = new HashSet<Integer>();
    items(admin.get("/mailboxes?limit=200"))
        .forEach(mailbox -> linked.add(mailbox.get("associateId").asInt()));
    return linked;
  }

  private List<JsonNode> employees() {
    return ofType("EMPLOYEE").stream()
        .filter(associate -> !associate.path("email").asText().isEmpty())
        .toList();
  }

  private List<JsonNode> ofType(String type) {
    return items(admin.get("/associates?limit=200")).stream()
        .filter(associate -> associate.path("type").asText().equals(type))
        .toList();
  }

  private void fill(String address, int items, LocalDate today) {
    try {
      if (Files.exists(seeded) && Files.readAllLines(seeded).contains(address)) {
        return;
      }
      seed.create(address, SeedDiary.of(address, today, items));
      seed.createTasks(address, SeedTask.of(address, today, items / ITEMS_PER_TASK));
      Files.writeString(
          seeded, address + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The entries of a page of the admin API. */
  static List<JsonNode> items(JsonNode page) {
    JsonNode array = page.isArray() ? page : page.path("items");
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
