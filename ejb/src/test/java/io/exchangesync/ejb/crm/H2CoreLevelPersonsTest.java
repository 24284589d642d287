package io.exchangesync.ejb.crm;

/** Persons on level 8.5. */
class H2CoreLevelPersonsTest extends CrmPersonsTest {
  H2CoreLevelPersonsTest() {
    super("8.5");
  }
}
