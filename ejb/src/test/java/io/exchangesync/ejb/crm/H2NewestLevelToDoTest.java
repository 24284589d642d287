package io.exchangesync.ejb.crm;

import io.exchangesync.core.port.CrmFixture;
import io.exchangesync.core.port.ToDoContract;

class H2NewestLevelToDoTest extends ToDoContract {
  private final CrmFixture fixture = new SqlCrmFixture(CrmTestDatabase.h2("12.2", "crm5"));

  @Override
  protected CrmFixture crm() {
    return fixture;
  }
}
