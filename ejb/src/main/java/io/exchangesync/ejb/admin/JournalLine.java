package io.exchangesync.ejb.admin;

import io.exchangesync.core.port.JournalEntry;
import java.util.Objects;

/** A journal entry with its key. */
public record JournalLine(int id, JournalEntry entry) {
  public JournalLine {
    Objects.requireNonNull(entry);
  }
}
