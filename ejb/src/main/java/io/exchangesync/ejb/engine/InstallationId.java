package io.exchangesync.ejb.engine;

import io.exchangesync.ejb.store.SettingStore;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/** Name of this installation in every stamp: made once, never changed. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class InstallationId {
  /** Beside the levels of system and associates: administrators neither see nor set it. */
  private static final int LEVEL = -1;

  private static final String KEY = "installation.id";

  @Inject private SettingStore settings;

  /** The id; makes one on the very first call. */
  public String value() {
    String known = settings.on(LEVEL).get(KEY);
    if (known != null) {
      return known;
    }
    String made = UUID.randomUUID().toString();
    settings.put(LEVEL, KEY, made);
    return made;
  }
}
