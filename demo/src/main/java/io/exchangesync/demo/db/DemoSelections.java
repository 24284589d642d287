package io.exchangesync.demo.db;

import java.util.List;

/**
 * Selections of every kind that a synchronizer must tell apart: of persons, of companies, combined,
 * dynamic.
 */
final class DemoSelections {
  private static final int STATIC = 0;
  private static final int DYNAMIC = 1;
  private static final int COMBINED = 2;
  private static final int LEFT_MINUS_RIGHT = 1;
  private static final int ALL_PERSONS = 1;
  private static final int OF_COMPANIES_AND_PERSONS = 5;
  private static final int MEMBERS = 40;
  private static final int COMPANIES = 10;

  private final DemoContext demo;
  private final Colleague owner;

  DemoSelections(DemoContext demo, Colleague owner) {
    this.demo = demo;
    this.owner = owner;
  }

  /** Makes them with keys from 1: newsletter, key customers, one without the other, not visited. */
  void make(List<DemoRegister.Customer> customers) {
    Row newsletter = selection("Nyhetsbrev", STATIC);
    customers.stream()
        .limit(MEMBERS)
        .forEach(one -> member(newsletter, one.contact(), one.person()));
    Row key = selection("Nøkkelkunder", STATIC).set("includePerson", ALL_PERSONS);
    customers.stream()
        .map(DemoRegister.Customer::contact)
        .distinct()
        .limit(COMPANIES)
        .forEach(contact -> member(key, contact, 0));
    selection("Nyhetsbrev uten nøkkelkunder", COMBINED)
        .set("combinationType", LEFT_MINUS_RIGHT)
        .set("leftSelectionId", newsletter.id())
        .set("rightSelectionId", key.id());
    selection("Ikke besøkt siste år", DYNAMIC);
  }

  private Row selection(String name, int type) {
    Row row =
        demo.rows()
            .add("selection")
            .set("associate_id", owner.associate())
            .set("group_idx", owner.group())
            .set("name", name)
            .set("seltype", type)
            .set("targetTableNumber", OF_COMPANIES_AND_PERSONS)
            .registered(demo.now().minusDays(30), owner.associate());
    demo.rows()
        .add("VisibleFor")
        .set("tableId", 23)
        .set("recordId", row.id())
        .set("selectionId", row.id())
        .set("forAll", 1)
        .registered(demo.now().minusDays(30), owner.associate());
    return row;
  }

  private void member(Row selection, int contact, int person) {
    demo.rows()
        .add("selectionmember")
        .set("selection_id", selection.id())
        .set("contact_id", contact)
        .set("person_id", person);
  }
}
