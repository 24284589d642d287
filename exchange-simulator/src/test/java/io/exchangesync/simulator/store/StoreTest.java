package io.exchangesync.simulator.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.simulator.store.MailboxInfo.Right;
import io.exchangesync.simulator.store.Value.Attendee;
import io.exchangesync.simulator.store.Value.BodyType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
  private static final Map<String, Value> PROPERTIES =
      Map.of(
          "item:Subject", Value.of("S\u00f8rensen \u001a"),
          "item:Categories", new Value.Texts(List.of("Red", "Blue")),
          "item:Body", new Value.Body(BodyType.HTML, "<p>x</p>"),
          "calendar:RequiredAttendees",
              new Value.Attendees(
                  List.of(
                      new Attendee(
                          "Bo", "bo@example.com", "Accept", Optional.of("2026-03-09T08:00:00Z")),
                      new Attendee("Cleo", "cleo@example.com"))),
          "calendar:Recurrence", new Value.Xml("<t:DailyRecurrence/>"));

  @TempDir Path data;

  @Test
  void everythingIsThereAgainAfterReopening() {
    Item kept;
    SyncState state;
    try (Store store = Store.open(data)) {
      MailboxStore mailbox = store.addMailbox("a@example.com", "A", "x", Set.of());
      mailbox.updateInfo(info -> info.withDelegate("b@example.com", Set.of(Right.READ)));
      Folder calendar = calendar(mailbox);
      kept = mailbox.createItem(calendar, PROPERTIES);
      Item gone = mailbox.createItem(calendar, Map.of());
      state = mailbox.itemChanges(calendar, Optional.empty(), 10).next();
      mailbox.deleteItem(gone.number());
    }
    for (int opening = 0; opening < 2; opening++) {
      try (Store store = Store.open(data)) {
        MailboxStore mailbox = store.mailbox("A@example.com").orElseThrow();
        assertThat(mailbox.info().delegates()).containsEntry("b@example.com", Set.of(Right.READ));
        assertThat(mailbox.items(calendar(mailbox))).containsExactly(kept);
        assertThat(mailbox.owns(state, calendar(mailbox).number())).isTrue();
        assertThat(mailbox.itemChanges(calendar(mailbox), Optional.of(state), 10).changes())
            .singleElement()
            .isInstanceOf(ItemChanges.Deleted.class);
      }
    }
  }

  @Test
  void aTornLastEntryIsCutOffAndTheRestKept() throws IOException {
    try (Store store = Store.open(data)) {
      MailboxStore mailbox = store.addMailbox("a@example.com", "A", "x", Set.of());
      mailbox.createItem(calendar(mailbox), PROPERTIES);
    }
    Path file = data.resolve("mailboxes.journal");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, new byte[] {0, 0, 1, 0, 1, 2, 3, 4, 3}, StandardOpenOption.APPEND);
    try (Store store = Store.open(data)) {
      assertThat(store.mailbox("a@example.com").orElseThrow().items(calendarOf(store))).hasSize(1);
    }
    Files.write(file, Arrays.copyOf(whole, whole.length - 3));
    try (Store store = Store.open(data)) {
      assertThat(store.mailbox("a@example.com")).isPresent();
      assertThat(store.mailbox("a@example.com").orElseThrow().items(calendarOf(store))).isEmpty();
    }
  }

  @Test
  void aMovedItemHasANewNumberAndTheSameProperties() {
    try (Store store = Store.open(data)) {
      MailboxStore mailbox = store.addMailbox("a@example.com", "A", "x", Set.of());
      Item item = mailbox.createItem(calendar(mailbox), PROPERTIES);
      Folder trash = mailbox.distinguished("deleteditems").orElseThrow();
      Item moved = mailbox.moveItem(item.number(), trash).orElseThrow();
      assertThat(moved.number()).isNotEqualTo(item.number());
      assertThat(moved.properties()).isEqualTo(item.properties());
      assertThat(mailbox.item(item.number())).isEmpty();
    }
  }

  @Test
  void idsAndChangeKeysLeadBack() {
    String guid = "3f2504e0-4f89-11d3-9a0c-0305e82c3301";
    String item = Ids.item(guid, 42);
    assertThat(Ids.decode(item)).contains(new Ids.Id(guid, 42, Ids.Kind.ITEM, Optional.empty()));
    assertThat(item).hasSize(156).startsWith("AAMkAD");
    assertThat(Ids.decode(Ids.folder(guid, 7)))
        .contains(new Ids.Id(guid, 7, Ids.Kind.FOLDER, Optional.empty()));
    assertThat(Ids.version(Ids.changeKey(99))).contains(99L);
    assertThat(Ids.version("AAAA")).isEmpty();
    assertThat(Ids.decode("AAMkAD")).isEmpty();
  }

  private static Folder calendarOf(Store store) {
    return calendar(store.mailbox("a@example.com").orElseThrow());
  }

  private static Folder calendar(MailboxStore mailbox) {
    return mailbox.distinguished("calendar").orElseThrow();
  }
}
