package io.exchangesync.core.model;

/**
 * Who may see a follow-up: the VisibleFor row and appointment.private (0 all, 1 owner only, 2
 * owner's group).
 */
public enum Visibility {
  EVERYONE(0),
  OWNER(1),
  GROUP(2),
  /** Another associate or several rows: read as private and never rewritten by us. */
  OTHER(1);

  private final int privateColumn;

  Visibility(int privateColumn) {
    this.privateColumn = privateColumn;
  }

  /** Value of the legacy column appointment.private. */
  public int privateColumn() {
    return privateColumn;
  }
}
