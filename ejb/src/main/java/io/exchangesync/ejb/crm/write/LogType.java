package io.exchangesync.ejb.crm.write;

/** Enum TrlogTransType of {@code traveltransactionlog.type} (rules 10 to 12). */
enum LogType {
  INSERT(4352),
  UPDATE(4608),
  DELETE(4864),
  OWNER_CHANGED(5120),
  CONTACT_CHANGED(10000),
  PROJECT_CHANGED(20000);

  private final int value;

  LogType(int value) {
    this.value = value;
  }

  int value() {
    return value;
  }
}
