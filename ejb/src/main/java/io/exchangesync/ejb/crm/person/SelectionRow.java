package io.exchangesync.ejb.crm.person;

/**
 * One selection as it is defined.
 *
 * @param type selection.seltype: 0 static, 1 dynamic, 2 combined
 * @param companies includePerson: how members that are companies count
 * @param combination enum SelectionUnionType
 * @param visible whether the associate may see it (VisibleFor)
 * @param made 0 = by users; others are working selections (SystemType)
 */
record SelectionRow(
    int id,
    String name,
    int type,
    Companies companies,
    int combination,
    int left,
    int right,
    boolean visible,
    int made) {
  static final int STATIC = 0;
  static final int COMBINED = 2;

  /** selection.includePerson. */
  enum Companies {
    FIRST_PERSON,
    ALL_PERSONS,
    NO_PERSONS;

    static Companies of(int includePerson) {
      return includePerson == 1 ? ALL_PERSONS : includePerson == 2 ? NO_PERSONS : FIRST_PERSON;
    }
  }
}
