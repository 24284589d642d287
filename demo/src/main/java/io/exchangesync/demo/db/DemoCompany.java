package io.exchangesync.demo.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

/**
 * Fjordline AS, the company of the demonstration: staff in five countries, customers, full diaries.
 *
 * <p>Invariant: equal plans on databases of equal level give equal rows.
 */
public final class DemoCompany {
  private DemoCompany() {}

  /**
   * Fills an empty SuperOffice schema in one transaction of its own.
   *
   * @param schemaName schema made by {@link SuperOfficeSchema}, as it was written there
   */
  public static void fill(Connection connection, String schemaName, DemoPlan plan)
      throws SQLException {
    DemoRows rows = new DemoRows(TableColumns.of(connection, schemaName), schemaName);
    make(new DemoContext(plan, rows, new Random(plan.seed())));
    boolean before = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try {
      rows.write(connection);
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(before);
    }
  }

  private static void make(DemoContext demo) {
    DemoZones zones = new DemoZones(demo);
    DemoLists lists = new DemoLists(demo);
    DemoStaff staff = new DemoStaff(demo, zones, lists);
    List<DemoRegister.Customer> customers =
        new DemoRegister(demo, lists, staff.colleagues()).customers();
    FollowUpRows rows = new FollowUpRows(demo);
    DemoDiary diary = new DemoDiary(demo, lists, rows, customers);
    DemoSpecials specials = new DemoSpecials(demo, lists, staff, diary, rows, customers);
    int plain = demo.plan().windowAppointments();
    for (Colleague each : staff.colleagues()) {
      diary.plain(each, plain, -DemoDiary.WINDOW_BACK, DemoDiary.WINDOW_AHEAD - 7);
      if (!customers.isEmpty()) {
        specials.inWindow(each);
      }
    }
    while (demo.rows().of("appointment").size() < demo.plan().followUps()) {
      specials.outsideDiary(demo.pick(staff.colleagues()));
    }
    new DemoSelections(demo, staff.colleagues().get(0)).make(customers);
    demo.rows()
        .add("company")
        .set("version", 12)
        .set("ownerContactName", "Fjordline AS")
        .set("ownerContactId", staff.company())
        .set("dbContactName", "Fjordline AS")
        .set("dbContactId", staff.company())
        .set("serialNo", "1000000000")
        .registered(demo.now().minusYears(10), 0);
  }
}
