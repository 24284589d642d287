package io.exchangesync.core.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One thing that a user made, and what users did to it since: the oracle's whole knowledge.
 *
 * <p>Everybody recognises it by its name, the first word of its title, which nobody edits.
 */
final class Thing {
  /** What it is. */
  enum Shape {
    SINGLE,
    SERIES,
    TASK
  }

  /** Which side a user worked on. */
  enum Side {
    CRM,
    MAILBOX
  }

  /**
   * A value that a user gave it.
   *
   * @param field one letter; dates of series have a letter of their own
   * @param epoch how often everything had come to rest before
   * @param round how many runs there had been
   * @param unseen the last round of which it is not sure that the engine has seen the value: the
   *     next one for what was given in the middle of a run
   */
  record Edit(Side side, int who, char field, String value, int epoch, int round, int unseen) {
    /** Whether its author gave another value before any run had to see this one. */
    boolean overwrittenBy(Edit later) {
      return later != this
          && later.field == field
          && later.side == side
          && later.who == who
          && later.round >= round
          && later.round <= unseen;
    }
  }

  /** Somebody took it away, or out of his own calendar and diary. */
  record Departure(int who, int epoch) {}

  private final String name;
  private final Shape shape;
  private int home;
  private final List<Edit> edits = new ArrayList<>();
  private final List<Edit> foreign = new ArrayList<>();
  private final List<Departure> departures = new ArrayList<>();
  private final Set<Integer> invited = new HashSet<>();
  private final Set<Integer> touched = new HashSet<>();
  private final Set<Integer> unseen = new HashSet<>();
  private boolean meeting;
  private int lastMove = -1;
  private boolean loose;
  private boolean reshaped;

  /**
   * @param home the associate in whose diary and calendar it is; 0 = nobody's
   */
  Thing(String name, Shape shape, int home) {
    this.name = name;
    this.shape = shape;
    this.home = home;
  }

  String name() {
    return name;
  }

  Shape shape() {
    return shape;
  }

  int home() {
    return home;
  }

  void edited(Edit edit) {
    edits.add(edit);
  }

  /** An edit by somebody who does not own the field: it is put back. */
  void editedByAnother(Edit edit) {
    foreign.add(edit);
  }

  List<Edit> edits() {
    return edits;
  }

  List<Edit> foreignEdits() {
    return foreign;
  }

  /** It is taken away from everybody. */
  void removed(int epoch) {
    departures.add(new Departure(0, epoch));
  }

  /** It leaves one diary and calendar. */
  void left(int who, int epoch) {
    departures.add(new Departure(who, epoch));
    touched.add(who);
  }

  List<Departure> departures() {
    return departures;
  }

  /** Its row was given to somebody else. */
  void moved(int from, int to, int epoch) {
    left(from, epoch);
    home = to;
    lastMove = epoch;
  }

  /** The epoch in which it was given away last; -1 if it never was. */
  int lastMove() {
    return lastMove;
  }

  /** Something ended before the engine ever saw a guest's copy of it: the other half stays. */
  void unseen(int who) {
    unseen.add(who);
  }

  boolean unseenAt(int who) {
    return unseen.contains(who);
  }

  /** Exchange brings no new copy of a meeting that a guest refused and that is moved silently. */
  boolean mayLackAnItemAt(int who) {
    return unseen.contains(who) || meeting && touched.contains(who) && who != home;
  }

  boolean mayBeMissingAt(int who) {
    return departures.stream().anyMatch(gone -> gone.who() == 0 || gone.who() == who);
  }

  boolean removedByAnybody() {
    return departures.stream().anyMatch(gone -> gone.who() == 0 || gone.who() == home);
  }

  void invites(int associate) {
    meeting = true;
    invited.add(associate);
  }

  void meeting() {
    meeting = true;
  }

  boolean isMeeting() {
    return meeting;
  }

  /** Invited and never refused, taken out or gone. */
  Set<Integer> certainGuests() {
    Set<Integer> certain = new HashSet<>(invited);
    certain.removeAll(touched);
    return certain;
  }

  /** What becomes of it can't be told by simple rules; it is still not doubled. */
  void loosen() {
    loose = true;
  }

  boolean isLoose() {
    return loose;
  }

  /** Whether a guest refused it or took it out of his calendar. */
  boolean refused() {
    return meeting && !touched.isEmpty();
  }

  /** Its dates were laid anew, which takes single edits of dates away. */
  void reshape() {
    reshaped = true;
  }

  boolean isReshaped() {
    return reshaped;
  }
}
