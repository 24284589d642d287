package io.exchangesync.simulator.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.simulator.store.ItemChanges.Completeness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A client that follows the pages ends with what is in the folder, whatever happens meanwhile. */
class ItemChangesPropertyTest {

  @Property(seed = "20261122", tries = 150)
  void aReplicaThatFollowsThePagesEndsEqual(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int pageSize) throws IOException {
    Path data = Files.createTempDirectory("changes");
    Random random = new Random(seed);
    try (Store store = Store.open(data)) {
      MailboxStore mailbox = store.addMailbox("a@example.com", "A", "x", Set.of());
      Folder calendar = mailbox.distinguished("calendar").orElseThrow();
      Map<Long, Long> replica = new HashMap<>();
      Optional<SyncState> state = Optional.empty();
      for (int round = 0; round < 12; round++) {
        edit(mailbox, calendar, random);
        ItemChanges page = mailbox.itemChanges(calendar, state, pageSize);
        follow(replica, page);
        state = SyncState.decode(page.next().encode());
      }
      while (true) {
        ItemChanges page = mailbox.itemChanges(calendar, state, pageSize);
        follow(replica, page);
        state = Optional.of(page.next());
        if (page.completeness() == Completeness.LAST && page.changes().isEmpty()) {
          break;
        }
      }
      Map<Long, Long> truth = new HashMap<>();
      mailbox.items(calendar).forEach(item -> truth.put(item.number(), item.modified()));
      assertThat(replica).isEqualTo(truth);
    } finally {
      Files.delete(data.resolve("mailboxes.journal"));
      Files.delete(data);
    }
  }

  private static void edit(MailboxStore mailbox, Folder calendar, Random random) {
    for (int n = random.nextInt(6); n > 0; n--) {
      List<Item> items = new ArrayList<>(mailbox.items(calendar));
      int what = items.isEmpty() ? 0 : random.nextInt(4);
      switch (what) {
        case 1, 2 ->
            mailbox.updateItem(
                items.get(random.nextInt(items.size())).number(),
                item -> Map.of("item:Subject", Value.of("s" + random.nextInt())));
        case 3 -> mailbox.deleteItem(items.get(random.nextInt(items.size())).number());
        default -> mailbox.createItem(calendar, Map.of("item:Subject", Value.of("new")));
      }
    }
  }

  /** Creates of known items and updates of unknown ones are what a client must never see. */
  private static void follow(Map<Long, Long> replica, ItemChanges page) {
    for (ItemChanges.Change change : page.changes()) {
      if (change instanceof ItemChanges.Created created) {
        assertThat(replica).doesNotContainKey(created.item().number());
        replica.put(created.item().number(), created.item().modified());
      } else if (change instanceof ItemChanges.Updated updated) {
        assertThat(replica).containsKey(updated.item().number());
        replica.put(updated.item().number(), updated.item().modified());
      } else if (change instanceof ItemChanges.Deleted deleted) {
        replica.remove(deleted.number());
      }
    }
  }
}
