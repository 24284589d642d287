package io.exchangesync.demo.db;

import java.time.LocalDate;

/**
 * How large the demonstration company is and around which day its diaries lie.
 *
 * <p>Invariant: equal plans give equal rows.
 *
 * @param today the day the diaries lie around
 * @param seed of everything that looks random
 * @param companies number of companies beside the own one
 * @param windowAppointments plain diary rows per associate from 29 days back to 118 days ahead
 * @param followUps rows of table {@code appointment} at least; the rest is older and later history
 */
public record DemoPlan(
    LocalDate today, long seed, int companies, int windowAppointments, int followUps) {
  /** The size of the demonstration: 250 companies, 40 appointments each, 4,000 follow-ups. */
  public static DemoPlan around(LocalDate today) {
    return new DemoPlan(today, 20240517L, 250, 40, 4000);
  }

  /** The same company with another number of appointments in the window. */
  public DemoPlan withWindowAppointments(int perAssociate) {
    return new DemoPlan(today, seed, companies, perAssociate, followUps);
  }

  /** The same company with another number of follow-ups in all. */
  public DemoPlan withFollowUps(int atLeast) {
    return new DemoPlan(today, seed, companies, windowAppointments, atLeast);
  }
}
