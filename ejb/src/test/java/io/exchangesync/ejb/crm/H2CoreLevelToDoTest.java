package io.exchangesync.ejb.crm;

import io.exchangesync.core.port.CrmFixture;
import io.exchangesync.core.port.ToDoContract;

class H2CoreLevelToDoTest extends ToDoContract {
  private final CrmFixture fixture = new SqlCrmFixture(CrmTestDatabase.h2("8.5", "crm7"));

  @Override
  protected CrmFixture crm() {
    return fixture;
  }
}
