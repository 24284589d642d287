package io.exchangesync.web;

/** Names of the three roles, as the security domain decodes them; each includes the ones before. */
public final class Role {
  /** Reads. */
  public static final String VIEWER = "viewer";

  /** Reads, runs jobs, releases holds. */
  public static final String OPERATOR = "operator";

  /** Does everything. */
  public static final String ADMINISTRATOR = "administrator";

  private Role() {}
}
