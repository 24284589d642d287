package io.exchangesync.core.settings;

import java.util.Objects;

/**
 * How meetings are written (sync-rules section 6).
 *
 * @param invitations whether attendees are written to Exchange, so that it sends mails
 * @param participantsAsText setting participants.as-text: participants the other side can't invite
 *     stand as lines below the text
 * @param mailsPerRun brakes.mails-per-run
 */
public record MeetingSettings(
    Invitations invitations, boolean participantsAsText, int mailsPerRun) {
  public static final MeetingSettings DEFAULTS = new MeetingSettings(Invitations.NONE, true, 20);

  public MeetingSettings {
    Objects.requireNonNull(invitations);
  }

  /** The same with no attendees written. */
  MeetingSettings silent() {
    return new MeetingSettings(Invitations.NONE, participantsAsText, mailsPerRun);
  }

  /** Setting {@code invitations}. */
  public enum Invitations {
    /** No attendees are written, so no mail can leave. */
    NONE,
    /** Attendees are written and Exchange sends. */
    ATTENDEES
  }
}
