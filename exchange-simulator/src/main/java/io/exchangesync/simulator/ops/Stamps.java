package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.store.Value;
import java.util.Map;

/** Notes who changed an item last, and when. */
final class Stamps {
  private Stamps() {}

  static void modified(Call call, Map<String, Value> properties) {
    properties.put("item:LastModifiedTime", Value.of(call.nowText()));
    String by =
        call.access()
            .store()
            .mailbox(call.access().actsFor())
            .map(mailbox -> mailbox.info().displayName())
            .orElse(call.access().actsFor());
    properties.put("item:LastModifiedName", Value.of(by));
  }
}
