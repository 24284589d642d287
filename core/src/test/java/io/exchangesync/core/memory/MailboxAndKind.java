package io.exchangesync.core.memory;

import io.exchangesync.core.model.Kind;

/** Key of everything that exists once per mailbox and kind. */
record MailboxAndKind(int mailboxId, Kind kind) {}
