package io.exchangesync.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A mailbox's owner, played by exchangelib, a client that knows nothing of the product. */
final class OutlookUser {
  private static final Path PYTHON = Path.of("/usr/bin/python3");
  private static final Path CALENDAR = Path.of("src/test/python/outlook_user.py");
  private static final Path CONTACTS = Path.of("src/test/python/outlook_contacts.py");
  private static final Path SELECTIONS = Path.of("src/test/python/outlook_selections.py");
  private static final Path TASKS = Path.of("src/test/python/outlook_tasks.py");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path script;
  private final URI ews;
  private final String address;
  private final String password;

  private OutlookUser(Path script, URI ews, String address, String password) {
    this.script = script;
    this.ews = ews;
    this.address = address;
    this.password = password;
  }

  /** The owner of a calendar. */
  static OutlookUser ofCalendar(URI ews, String address, String password) {
    return new OutlookUser(CALENDAR, ews, address, password);
  }

  /** The owner of tasks. */
  static OutlookUser ofTasks(URI ews, String address, String password) {
    return new OutlookUser(TASKS, ews, address, password);
  }

  /** The owner of contacts. */
  static OutlookUser ofContacts(URI ews, String address, String password) {
    return new OutlookUser(CONTACTS, ews, address, password);
  }

  /** The owner of contact folders and groups. */
  static OutlookUser ofSelections(URI ews, String address, String password) {
    return new OutlookUser(SELECTIONS, ews, address, password);
  }

  /** Skips the test visibly where exchangelib is not installed. */
  static void assumeAvailable() {
    assumeTrue(
        Files.isExecutable(PYTHON) && importable(),
        "exchangelib is missing: Debian's package python3-exchangelib is not installed");
  }

  /** Creates an item and answers its id. */
  String create(Map<String, Object> item) {
    return perform(Map.of("do", "create", "item", item)).asText();
  }

  void update(String id, Map<String, Object> changes) {
    perform(Map.of("do", "update", "id", id, "item", changes));
  }

  void delete(String id) {
    perform(Map.of("do", "delete", "id", id));
  }

  /** Creates a meeting and invites its attendees; answers its id. */
  String invite(Map<String, Object> meeting) {
    return perform(Map.of("do", "create", "send", true, "item", meeting)).asText();
  }

  /** Changes the own meeting and tells everybody invited. */
  void reschedule(String id, Map<String, Object> changes) {
    perform(Map.of("do", "update", "send", true, "id", id, "item", changes));
  }

  /** Changes one date of the own meeting and tells everybody invited. */
  void rescheduleDate(String id, int index, Map<String, Object> changes) {
    perform(Map.of("do", "update", "send", true, "id", id, "index", index, "item", changes));
  }

  /** Calls the own meeting off. */
  void cancel(String id) {
    perform(Map.of("do", "delete", "send", true, "id", id));
  }

  /** Calls one date of the own meeting off. */
  void cancelDate(String id, int index) {
    perform(Map.of("do", "delete", "send", true, "id", id, "index", index));
  }

  /** Replies to somebody's meeting with Accept, Tentative or Decline, by mail. */
  void reply(String id, String answer) {
    perform(Map.of("do", "reply", "id", id, "answer", answer));
  }

  /** Changes one date of a series, by its index from 1 in the pattern. */
  void updateDate(String id, int index, Map<String, Object> changes) {
    perform(Map.of("do", "update", "id", id, "index", index, "item", changes));
  }

  /** Deletes one date of a series, by its index from 1 in the pattern. */
  void deleteDate(String id, int index) {
    perform(Map.of("do", "delete", "id", id, "index", index));
  }

  /** Everything that takes place in a time span, each date of a series by itself. */
  List<JsonNode> view(String start, String end) {
    return StreamSupport.stream(
            perform(Map.of("do", "view", "start", start, "end", end)).spliterator(), false)
        .toList();
  }

  /** Marks a task as complete. */
  void complete(String id) {
    perform(Map.of("do", "complete", "id", id));
  }

  /** The whole folder. */
  List<JsonNode> items() {
    return StreamSupport.stream(perform(Map.of("do", "list")).spliterator(), false).toList();
  }

  /** The items with this subject. */
  List<JsonNode> named(String subject) {
    return items().stream().filter(i -> i.path("subject").asText().equals(subject)).toList();
  }

  Optional<JsonNode> find(String subject) {
    return named(subject).stream().findFirst();
  }

  private JsonNode perform(Map<String, Object> step) {
    try {
      Process python =
          new ProcessBuilder(
                  PYTHON.toString(), script.toString(), ews.toString(), address, password)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (var input = python.getOutputStream()) {
        input.write(JSON.writeValueAsBytes(List.of(step)));
      }
      String answer = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (python.waitFor() != 0) {
        throw new IllegalStateException("exchangelib failed at " + step);
      }
      return JSON.readTree(answer).get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean importable() {
    try {
      return new ProcessBuilder(PYTHON.toString(), "-c", "import exchangelib").start().waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
