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
  private static final String KEY = "installation.id";

  @Inject private SettingStore settings;

  /** The id; makes one on the very first call. */
  public String value() {
    String known = settings.on(SettingStore.SYSTEM).get(KEY);
    if (known != null) {
      return known;
    }
    String made = UUID.randomUUID().toString();
    settings.put(SettingStore.SYSTEM, KEY, made);
    return made;
  }
}
