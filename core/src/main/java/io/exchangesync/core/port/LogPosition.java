package io.exchangesync.core.port;

/** How far SuperOffice's change log was read: the highest traveltransactionlog_id seen. */
public record LogPosition(int logId) {}
