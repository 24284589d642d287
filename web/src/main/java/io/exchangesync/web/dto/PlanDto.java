package io.exchangesync.web.dto;

import io.exchangesync.core.engine.DryRun;
import io.exchangesync.web.json.Confidential;
import java.util.List;

/**
 * What a run would do now.
 *
 * @param counts over everything, skipped things included
 * @param mails mails that would leave: invitations, updates and cancellations of meetings
 * @param items what would be done or held, at most the limit asked for
 */
public record PlanDto(List<CountDto> counts, int mails, List<DecisionDto> items) {

  public static PlanDto of(DryRun.Plan plan, Confidential reader) {
    List<CountDto> counts =
        plan.counts().entrySet().stream()
            .flatMap(
                decision ->
                    decision.getValue().entrySet().stream()
                        .map(
                            reason ->
                                CountDto.of(decision.getKey(), reason.getKey(), reason.getValue())))
            .toList();
    return new PlanDto(
        counts,
        plan.mails(),
        plan.items().stream().map(item -> DecisionDto.of(item, reader)).toList());
  }
}
