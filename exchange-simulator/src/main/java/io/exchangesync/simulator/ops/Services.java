package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.auth.Accounts;
import io.exchangesync.simulator.contacts.DirectoryGroups;
import io.exchangesync.simulator.faults.Faults;
import io.exchangesync.simulator.fields.Oddities;
import io.exchangesync.simulator.meetings.Outbox;
import io.exchangesync.simulator.oauth.AuthorizationServer;
import io.exchangesync.simulator.store.Store;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;

/** What lives as long as the server and is shared by all requests. */
public record Services(
    Store store,
    DirectoryGroups groups,
    Accounts accounts,
    Faults faults,
    Stats stats,
    Outbox outbox,
    AtomicReference<Oddities> oddities,
    AtomicReference<Tap> tap,
    AuthorizationServer oauth,
    Clock clock) {

  public static Services on(Store store, Clock clock) {
    AuthorizationServer oauth = new AuthorizationServer(clock);
    return new Services(
        store,
        new DirectoryGroups(store),
        new Accounts(store, oauth),
        new Faults(),
        new Stats(),
        new Outbox(),
        new AtomicReference<>(Oddities.NONE),
        new AtomicReference<>(Tap.NONE),
        oauth,
        clock);
  }
}
