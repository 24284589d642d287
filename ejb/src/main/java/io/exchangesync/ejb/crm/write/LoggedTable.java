package io.exchangesync.ejb.crm.write;

/** Tables we write whose changes go to the change log, with their table numbers (rule 16). */
enum LoggedTable {
  PERSON("person", "person_id", 6),
  ADDRESS("address", "address_id", 7),
  PHONE("phone", "phone_id", 8),
  APPOINTMENT("appointment", "appointment_id", 9),
  TEXT("text", "text_id", 18),
  EMAIL("Email", "email_id", 55),
  FOREIGN_APP("foreignapp", "foreignapp_id", 181),
  FOREIGN_DEVICE("foreigndevice", "foreigndevice_id", 182),
  FOREIGN_KEY("foreignkey", "foreignkey_id", 183),
  VISIBLE_FOR("VisibleFor", "VisibleFor_id", 196),
  RECURRENCE_RULE("RecurrenceRule", "RecurrenceRule_id", 207);

  static final String LOG = "traveltransactionlog";

  private final String tableName;
  private final String key;
  private final int number;

  LoggedTable(String tableName, String key, int number) {
    this.tableName = tableName;
    this.key = key;
    this.number = number;
  }

  String table() {
    return tableName;
  }

  String key() {
    return key;
  }

  int number() {
    return number;
  }
}
