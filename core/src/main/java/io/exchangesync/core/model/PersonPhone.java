package io.exchangesync.core.model;

/** What a phone number of a person is for; each with phone.ptype_idx of the schema. */
public enum PersonPhone {
  DIRECT(16385),
  FAX(16387),
  PRIVATE(16388),
  MOBILE(16389),
  PAGER(16390);

  private final int phoneType;

  PersonPhone(int phoneType) {
    this.phoneType = phoneType;
  }

  /** phone.ptype_idx. */
  public int phoneType() {
    return phoneType;
  }
}
