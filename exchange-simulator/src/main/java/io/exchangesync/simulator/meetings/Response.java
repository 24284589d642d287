package io.exchangesync.simulator.meetings;

/** What an attendee says to a meeting request. */
public enum Response {
  ACCEPT("Accept", "Accepted: ", "Pos"),
  TENTATIVE("Tentative", "Tentative: ", "Tent"),
  DECLINE("Decline", "Declined: ", "Neg");

  private final String type;
  private final String prefix;
  private final String classEnd;

  Response(String type, String prefix, String classEnd) {
    this.type = type;
    this.prefix = prefix;
    this.classEnd = classEnd;
  }

  /** A value of ResponseTypeType. */
  public String type() {
    return type;
  }

  /** What the answer's subject begins with. */
  String prefix() {
    return prefix;
  }

  String itemClass() {
    return "IPM.Schedule.Meeting.Resp." + classEnd;
  }
}
