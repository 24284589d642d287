package io.exchangesync.core.memory;

import io.exchangesync.core.port.MemberKeys;
import io.exchangesync.core.port.MemberKeysContract;

class MemoryMemberKeysTest extends MemberKeysContract {
  private final MemberKeys keys = new MemoryMemberKeys();

  @Override
  protected MemberKeys keys() {
    return keys;
  }
}
