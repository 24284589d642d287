package io.exchangesync.simulator.meetings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The mails that left because a client asked to send meeting messages, to whomever they went. */
public final class Outbox {
  private final List<Mail> mails = new ArrayList<>();

  /**
   * One mail to one recipient.
   *
   * @param from the mailbox it left
   */
  public record Mail(Instant sent, Kind kind, String from, String to, String subject, String uid) {}

  /** Why a mail left. */
  public enum Kind {
    INVITATION,
    UPDATE,
    CANCELLATION,
    RESPONSE
  }

  public synchronized void add(Mail mail) {
    mails.add(mail);
  }

  public synchronized List<Mail> mails() {
    return List.copyOf(mails);
  }

  public synchronized void clear() {
    mails.clear();
  }
}
