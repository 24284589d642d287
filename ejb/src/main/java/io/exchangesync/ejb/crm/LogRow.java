package io.exchangesync.ejb.crm;

/**
 * One row of {@code traveltransactionlog}.
 *
 * @param type enum TrlogTransType
 * @param previous prev_record_id: the old owner of an owner change
 */
record LogRow(int id, int table, int record, int type, int previous) {
  static final int CONTACT = 5;
  static final int PERSON = 6;
  static final int ADDRESS = 7;
  static final int PHONE = 8;
  static final int APPOINTMENT = 9;
  static final int TEXT = 18;
  static final int SELECTION = 23;
  static final int SELECTION_MEMBER = 24;
  static final int URL = 54;
  static final int EMAIL = 55;
  static final int VISIBLE_FOR = 196;
  static final int RECURRENCE_RULE = 207;
  static final int DELETE = 4864;
  static final int OWNER_CHANGED = 5120;
}
