package io.exchangesync.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.CrmKeys;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.Link;
import io.exchangesync.core.model.Mailbox;
import io.exchangesync.core.port.ChangeQueue;
import io.exchangesync.core.port.Claim;
import io.exchangesync.core.port.CursorStore;
import io.exchangesync.core.port.Hold;
import io.exchangesync.core.port.HoldStore;
import io.exchangesync.core.port.Journal;
import io.exchangesync.core.port.LeaseStore;
import io.exchangesync.core.port.LinkStore;
import io.exchangesync.core.port.MailboxStore;
import io.exchangesync.core.port.PendingChange;
import io.exchangesync.ejb.store.ConnectionStore;
import io.exchangesync.ejb.store.HoldDesk;
import io.exchangesync.ejb.store.LinkQueries;
import io.exchangesync.ejb.store.MailboxQueries;
import io.exchangesync.ejb.store.NodeStore;
import io.exchangesync.ejb.store.RunQueries;
import io.exchangesync.ejb.store.ScheduleStore;
import io.exchangesync.ejb.store.SecretKeyMissing;
import io.exchangesync.ejb.store.SecretReader;
import io.exchangesync.ejb.store.SecretStore;
import io.exchangesync.ejb.store.SettingStore;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The stores as beans of the container: made at start, injected, in the server's transactions. */
@ExtendWith(ArquillianExtension.class)
class StoresIT {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Kind KIND = Kind.CONTACT;

  @Inject private MailboxStore mailboxes;
  @Inject private LeaseStore leases;
  @Inject private LinkStore links;
  @Inject private CursorStore cursors;
  @Inject private ChangeQueue changes;
  @Inject private Journal journal;
  @Inject private HoldStore holds;
  @Inject private SettingStore settings;
  @Inject private NodeStore nodes;
  @Inject private ScheduleStore schedule;
  @Inject private ConnectionStore connection;
  @Inject private SecretStore secrets;
  @Inject private SecretReader reader;
  @Inject private LinkQueries linkQueries;
  @Inject private MailboxQueries mailboxQueries;
  @Inject private RunQueries runs;
  @Inject private HoldDesk desk;
  @Resource private UserTransaction transaction;

  @Deployment
  static Archive<?> ear() {
    return TestEar.with(StoresIT.class);
  }

  @Test
  void aMailboxIsLinkedClaimedAndReleased() {
    Mailbox mailbox = linked(9001);
    cursors.moveMailbox(mailbox.id(), KIND, "position");
    changes.file(
        List.of(new PendingChange(0, mailbox.id(), KIND, 5, Optional.empty(), false, NOON)));

    Claim claim =
        leases.claim(KIND, "node/1", Duration.ofMinutes(1), List.of(mailbox.id())).orElseThrow();

    assertEquals(mailbox, claim.mailbox());
    assertEquals(Optional.of("position"), claim.position());
    assertTrue(claim.pending());
    assertTrue(leases.holds(claim));
    leases.release(claim, Instant.now().plusSeconds(60));
    assertFalse(leases.holds(claim));
    assertEquals(1, mailboxQueries.leasesOf(mailbox.id()).size());
  }

  @Test
  void aClaimOutlivesTheRolledBackChunkThatMadeIt() throws Exception {
    Mailbox mailbox = linked(9002);
    transaction.begin();
    Claim claim =
        leases.claim(KIND, "node/1", Duration.ofMinutes(1), List.of(mailbox.id())).orElseThrow();
    Link saved = links.save(List.of(aLink(mailbox.id()))).get(0);
    transaction.rollback();

    assertTrue(leases.holds(claim));
    assertEquals(Optional.empty(), links.byKey(saved.key()));
    Link again = links.save(List.of(aLink(mailbox.id()))).get(0);
    assertTrue(again.key() > saved.key());
    assertEquals(Optional.of(again), links.byKey(again.key()));
    assertEquals(Map.of(mailbox.id(), 1), linkQueries.liveCounts(List.of(mailbox.id())));
    leases.release(claim, Instant.now().plusSeconds(60));
  }

  @Test
  void whatAdministratorsSetIsKept() {
    settings.put(SettingStore.SYSTEM, "it.key", "value");
    assertEquals("value", settings.effective(1).get("it.key"));
    settings.remove(SettingStore.SYSTEM, "it.key");
    nodes.beat("it-node");
    assertTrue(nodes.alive().contains("it-node"));
    nodes.forget("it-node");
    schedule.pauseAll();
    assertTrue(schedule.paused());
    schedule.resumeAll();
    Map<String, String> before = connection.read(1);
    connection.replace(1, Map.of("url", "x"));
    assertEquals(Map.of("url", "x"), connection.read(1));
    connection.replace(1, before);
    journal.count(12345, 1, KIND, Map.of(new Journal.Tally("Skip", "X"), 2));
    assertEquals(2, runs.lines(12345).get(0).count());
    holds.open(
        List.of(
            new Hold(0, 99, KIND, 1, 0, Optional.empty(), "R", "d", false, Hold.State.OPEN, NOON)));
    assertTrue(desk.release(holds.active(99, KIND).get(0).id()));
  }

  @Test
  void aSecretNeedsTheInstallationsKey() {
    assertThrows(SecretKeyMissing.class, () -> secrets.write("it", "secret"));
    System.setProperty("exsync.secret.key", Base64.getEncoder().encodeToString(new byte[32]));
    try {
      secrets.write("it", "secret");
      assertEquals(Optional.of("secret"), reader.reveal("it"));
      secrets.remove("it");
    } finally {
      System.clearProperty("exsync.secret.key");
    }
  }

  private Mailbox linked(int associate) {
    Mailbox mailbox =
        mailboxes.save(
            new Mailbox(
                0,
                associate,
                "it@example.com",
                Mailbox.BackEnd.EWS,
                Set.of(KIND),
                10,
                Mailbox.State.ACTIVE,
                Optional.empty(),
                NOON));
    leases.add(mailbox.id(), KIND);
    return mailbox;
  }

  private static Link aLink(int mailboxId) {
    FieldValues values = FieldValues.none().with(Field.SUBJECT, "Møte");
    return new Link(
        0,
        "link-" + mailboxId,
        mailboxId,
        KIND,
        100,
        Optional.of(new ItemVersion(new ItemId("item"), "ck")),
        "uid",
        "v1",
        new CrmKeys(1, 2, 3),
        new Base(values, values, 1),
        Link.State.LIVE);
  }
}
