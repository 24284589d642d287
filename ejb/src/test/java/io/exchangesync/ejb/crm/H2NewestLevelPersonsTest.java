package io.exchangesync.ejb.crm;

/** Persons on level 12.2. */
class H2NewestLevelPersonsTest extends CrmPersonsTest {
  H2NewestLevelPersonsTest() {
    super("12.2");
  }
}
