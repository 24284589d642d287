package io.exchangesync.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What a run is asked to do, and its form as job parameters.
 *
 * @param mailboxes ids to work on, due or not; empty = what is due
 */
public record RunRequest(List<Integer> mailboxes, Mode mode, Effect effect) {
  public static final String MAILBOXES = "mailboxes";
  public static final String MODE = "mode";
  public static final String DRY_RUN = "dryRun";
  private static final String WHAT_IS_DUE = "due";

  /** What the timers start: whatever is due. */
  public static final RunRequest DUE = new RunRequest(List.of(), Mode.CHANGES, Effect.WRITE);

  /** How mailboxes are read. */
  public enum Mode {
    /** Both sides are asked what changed. */
    CHANGES,
    /** Both sides are listed completely and compared. */
    FULL,
    /** Only mailboxes that were never read to the end; they are listed completely. */
    FIRST_LINK,
    /** Both sides are listed and every linked pair is looked at: changed settings reach them. */
    REAPPLY;

    /**
     * @param text changes, full, first-link or reapply
     * @throws IllegalArgumentException with a text for the administrator
     */
    public static Mode of(String text) {
      return Arrays.stream(values())
          .filter(mode -> mode.text().equals(text))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "The mode must be changes, full, first-link or reapply, not '"
                          + text
                          + "'."));
    }

    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Whether anything is written. */
  public enum Effect {
    WRITE,
    DRY_RUN;

    /**
     * @param dryRun true or false
     * @throws IllegalArgumentException with a text for the administrator
     */
    public static Effect of(String dryRun) {
      return switch (dryRun) {
        case "true" -> DRY_RUN;
        case "false" -> WRITE;
        default ->
            throw new IllegalArgumentException(
                "dryRun must be true or false, not '" + dryRun + "'.");
      };
    }
  }

  public RunRequest {
    mailboxes = List.copyOf(mailboxes);
    Objects.requireNonNull(mode);
    Objects.requireNonNull(effect);
  }

  /** Whether the run takes whatever is due, and therefore may exist only once. */
  public boolean general() {
    return mailboxes.isEmpty();
  }

  public Properties toParameters() {
    Properties parameters = new Properties();
    parameters.setProperty(MAILBOXES, text(mailboxes));
    parameters.setProperty(MODE, mode.text());
    parameters.setProperty(DRY_RUN, String.valueOf(effect == Effect.DRY_RUN));
    return parameters;
  }

  static String text(List<Integer> ids) {
    return ids.isEmpty()
        ? WHAT_IS_DUE
        : ids.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  /**
   * Ids from a comma list; "due" or "" = what is due.
   *
   * @throws IllegalArgumentException with a text for the administrator
   */
  public static List<Integer> ids(String text) {
    if (text.equals(WHAT_IS_DUE)) {
      return List.of();
    }
    try {
      return Arrays.stream(text.split(","))
          .map(String::strip)
          .filter(id -> !id.isEmpty())
          .map(Integer::valueOf)
          .distinct()
          .toList();
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "mailboxes must be a comma list of mailbox ids, not '" + text + "'.", e);
    }
  }
}
