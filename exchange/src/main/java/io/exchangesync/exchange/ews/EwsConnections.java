package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.Mailbox;
import java.time.ZoneId;
import java.util.Optional;

/** Which connection reaches which mailbox; thread-safe, asked whenever a session is opened. */
public interface EwsConnections {

  /** The connection for a mailbox; empty if none is set up. */
  Optional<EwsConnection> of(Mailbox mailbox);

  /**
   * The zone of the mailbox's owner: all-day appointments are written as whole days of it.
   *
   * <p>The dates of an item that is read come from the item's own zone, never from this one.
   */
  ZoneId zoneOf(Mailbox mailbox);

  /** The same connection and zone for every mailbox. */
  static EwsConnections single(EwsConnection connection, ZoneId zone) {
    return new EwsConnections() {
      @Override
      public Optional<EwsConnection> of(Mailbox mailbox) {
        return Optional.of(connection);
      }

      @Override
      public ZoneId zoneOf(Mailbox mailbox) {
        return zone;
      }
    };
  }
}
