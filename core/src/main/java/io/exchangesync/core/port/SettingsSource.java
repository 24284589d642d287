package io.exchangesync.core.port;

import io.exchangesync.core.settings.SyncSettings;

/**
 * Where the effective settings of a mailbox come from; answers from memory, at most some seconds
 * old.
 */
public interface SettingsSource {

  /** System settings overridden by those of the associate. */
  SyncSettings forAssociate(int associateId);
}
