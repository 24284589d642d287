package io.exchangesync.web.dto;

import io.exchangesync.batch.control.ExecutionView;
import io.exchangesync.ejb.store.RunQueries.RunLine;
import jakarta.batch.runtime.BatchStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One run of a job.
 *
 * @param parameters what it was asked to do, and where it runs
 * @param counts every candidate once, by decision and reason, over all mailboxes
 * @param mailboxes the same per mailbox
 * @param results what steps that count nothing say of themselves, by step
 * @param progress counts of the batch runtime so far, by its names, over all steps
 */
public record ExecutionDto(
    @Schema(examples = "17") long id,
    @Schema(examples = "appointments") String job,
    BatchStatus status,
    Instant created,
    Optional<Instant> started,
    Optional<Instant> ended,
    Map<String, String> parameters,
    List<CountDto> counts,
    List<MailboxCounts> mailboxes,
    Map<String, String> results,
    Map<String, Long> progress) {

  /** What was counted for one mailbox. */
  public record MailboxCounts(@Schema(examples = "3") int mailboxId, List<CountDto> counts) {}

  /**
   * @param lines the run's counts; empty where they are not asked for
   */
  public static ExecutionDto of(ExecutionView view, List<RunLine> lines) {
    Map<String, Long> progress = new TreeMap<>();
    view.steps()
        .forEach(
            step ->
                step.metrics().forEach((name, count) -> progress.merge(name, count, Long::sum)));
    Map<String, String> results = new TreeMap<>();
    view.steps().forEach(step -> step.result().ifPresent(told -> results.put(step.name(), told)));
    return new ExecutionDto(
        view.id(),
        view.job(),
        view.status(),
        view.created(),
        view.started(),
        view.ended(),
        view.parameters(),
        sum(lines),
        perMailbox(lines),
        results,
        progress);
  }

  private static List<CountDto> sum(List<RunLine> lines) {
    Map<String, CountDto> sums = new TreeMap<>();
    for (RunLine line : lines) {
      CountDto count = count(line);
      sums.merge(
          count.decision() + ' ' + count.reason(),
          count,
          (one, other) -> CountDto.of(one.decision(), one.reason(), one.count() + other.count()));
    }
    return List.copyOf(sums.values());
  }

  private static List<MailboxCounts> perMailbox(List<RunLine> lines) {
    Map<Integer, List<CountDto>> mailboxes = new TreeMap<>();
    for (RunLine line : lines) {
      mailboxes.computeIfAbsent(line.mailboxId(), none -> new ArrayList<>()).add(count(line));
    }
    return mailboxes.entrySet().stream()
        .map(mailbox -> new MailboxCounts(mailbox.getKey(), mailbox.getValue()))
        .toList();
  }

  private static CountDto count(RunLine line) {
    return CountDto.of(line.tally().decision(), line.tally().reason(), line.count());
  }
}
