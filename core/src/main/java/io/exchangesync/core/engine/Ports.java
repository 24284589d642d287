package io.exchangesync.core.engine;

import io.exchangesync.core.port.ChangeQueue;
import io.exchangesync.core.port.CrmGateway;
import io.exchangesync.core.port.CrmPersons;
import io.exchangesync.core.port.CursorStore;
import io.exchangesync.core.port.HoldStore;
import io.exchangesync.core.port.Journal;
import io.exchangesync.core.port.LeaseStore;
import io.exchangesync.core.port.LinkStore;
import io.exchangesync.core.port.MailboxGateway;
import io.exchangesync.core.port.MailboxStore;
import io.exchangesync.core.port.MemberKeys;
import io.exchangesync.core.port.SettingsSource;
import io.exchangesync.core.port.UnitOfWork;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * Everything the engine talks to.
 *
 * @param installationId stands in every stamp
 * @param linkIds gives new random link ids
 */
public record Ports(
    CrmGateway crm,
    CrmPersons persons,
    MemberKeys memberKeys,
    MailboxGateway mailboxes,
    LinkStore links,
    CursorStore cursors,
    ChangeQueue queue,
    LeaseStore leases,
    MailboxStore mailboxStore,
    Journal journal,
    HoldStore holds,
    SettingsSource settings,
    UnitOfWork work,
    Clock clock,
    String installationId,
    Supplier<String> linkIds) {}
