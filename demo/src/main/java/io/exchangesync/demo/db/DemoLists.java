package io.exchangesync.demo.db;

import java.time.LocalDateTime;
import java.util.List;

/** The selection lists of the demonstration database: follow-up types, priorities and the like. */
final class DemoLists {
  private static final LocalDateTime START = LocalDateTime.of(2012, 3, 1, 8, 0);

  /** A follow-up type: key in table Task and the kind of record it is meant for. */
  record TaskType(int id, int recordType) {}

  private final DemoRows rows;
  final TaskType meeting;
  final TaskType internal;
  final TaskType visit;
  final TaskType vacation;
  final TaskType call;
  final TaskType todo;
  final TaskType letter;
  final List<Integer> priorities;
  final List<Integer> businesses;
  final List<Integer> categories;

  DemoLists(DemoContext demo) {
    rows = demo.rows();
    meeting = task("NO:\"Møte\";US:\"Meeting\";GE:\"Besprechung\";SW:\"Möte\"", 1);
    internal = task("NO:\"Internt møte\";US:\"Internal meeting\"", 1);
    visit = task("NO:\"Kundebesøk\";US:\"Customer visit\";NL:\"Klantbezoek\"", 1);
    vacation = task("NO:\"Ferie\";US:\"Vacation\";GE:\"Urlaub\"", 1);
    call = task("NO:\"Telefon\";US:\"Phone call\"", 5);
    todo = task("NO:\"Oppgave\";US:\"To-do\"", 6);
    letter = task("Letter", 2);
    task("E-mail out", 3);
    rows.add("Task").set("name", "Telefax").set("record_type", 4).set("deleted", 1);
    rows.add("Task").set("name", "Old meeting type").set("record_type", 1).set("deleted", 1);
    priorities =
        List.of(
            item("Priority", "NO:\"Høy\";US:\"High\"", 1),
            item("Priority", "NO:\"Middels\";US:\"Medium\"", 2),
            item("Priority", "NO:\"Lav\";US:\"Low\"", 3));
    businesses =
        List.of(
            item("Business", "Shipping", 1),
            item("Business", "Fish farming", 2),
            item("Business", "Engineering", 3),
            item("Business", "Retail", 4));
    categories =
        List.of(
            item("Category", "Customer", 1),
            item("Category", "Prospect", 2),
            item("Category", "Supplier", 3));
    country(578, "Norge", "Norway", "NO", "NOR");
    country(752, "Sverige", "Sweden", "SE", "SWE");
    country(208, "Danmark", "Denmark", "DK", "DNK");
    country(276, "Deutschland", "Germany", "DE", "DEU");
    country(528, "Nederland", "Netherlands", "NL", "NLD");
    country(826, "United Kingdom", "United Kingdom", "GB", "GBR");
    country(840, "USA", "USA", "US", "USA");
  }

  private TaskType task(String name, int recordType) {
    Row row =
        rows.add("Task")
            .set("name", name)
            .set("rank", rows.of("Task").size())
            .set("record_type", recordType)
            .set("defaultAlldayEvent", name.contains("Vacation") ? 1 : 0)
            .registered(START, 0);
    return new TaskType(row.id(), recordType);
  }

  private int item(String table, String name, int rank) {
    return rows.add(table).set("name", name).set("rank", rank).registered(START, 0).id();
  }

  private void country(int iso, String name, String english, String two, String three) {
    rows.add("country", iso)
        .set("name", name)
        .set("english_name", english)
        .set("isoNumber", iso)
        .set("abbrev2", two)
        .set("abbrev3", three)
        .set("isBuiltIn", 1)
        .registered(START, 0);
  }
}
