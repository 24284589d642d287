package io.exchangesync.demo.launch;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A task as its owner would enter it in Outlook.
 *
 * @param due empty for a task without due date
 * @param repetition whether it recurs weekly
 * @param sensitivity an EWS SensitivityChoices value
 * @param importance an EWS ImportanceChoices value
 * @param status an EWS TaskStatus value
 */
public record SeedTask(
    String subject,
    String htmlBody,
    Optional<LocalDate> due,
    Repetition repetition,
    String sensitivity,
    String importance,
    String status) {
  private static final List<String> SUBJECTS =
      List.of(
          "Ring tilbake til Håkon Sørlie",
          "Skicka offert till Västerås Fönster",
          "Godkend tilbud til Nørregaard",
          "Reisekosten abrechnen",
          "Offerte IJsselstein nakijken",
          "Update price list \"<2027>\" & share it");
  private static final List<String> STATUSES =
      List.of("NotStarted", "NotStarted", "InProgress", "WaitingOnOthers", "Deferred", "Completed");

  /** Whether a task recurs. */
  public enum Repetition {
    ONCE,
    WEEKLY
  }

  public SeedTask {
    Objects.requireNonNull(due);
    Objects.requireNonNull(repetition);
  }

  /**
   * Makes up the tasks of a mailbox; the same address, day and number always give the same ones.
   * The first recurs weekly, the second is never due.
   *
   * @param today due dates lie between 15 days back and 40 ahead
   */
  public static List<SeedTask> of(String address, LocalDate today, int tasks) {
    var random = new Random(address.hashCode() * 37L + tasks);
    return IntStream.range(0, tasks).mapToObj(number -> task(random, today, number)).toList();
  }

  private static SeedTask task(Random random, LocalDate today, int number) {
    String subject = number == 0 ? "Ukerapport" : pick(random, SUBJECTS);
    LocalDate due = today.plusDays(random.nextInt(56) - 15L);
    return new SeedTask(
        subject,
        random.nextBoolean() ? "" : "<html><body><p>" + Xml.escape(subject) + "!</p></body></html>",
        number == 1 ? Optional.empty() : Optional.of(due),
        number == 0 ? Repetition.WEEKLY : Repetition.ONCE,
        random.nextInt(6) == 0 ? "Private" : "Normal",
        pick(random, List.of("Low", "Normal", "Normal", "High")),
        number == 0 ? "NotStarted" : pick(random, STATUSES));
  }

  private static <T> T pick(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
