package io.exchangesync.web.dto;

import io.exchangesync.core.model.*;
import io.exchangesync.core.plan.Candidate;
import io.exchangesync.ejb.admin.Explanation;
import io.exchangesync.web.json.Confidential;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything that is known about one thing: why it is as it is, and what would happen now.
 *
 * @param last what was last done or tried
 * @param now what would be done now
 * @param crm what SuperOffice says now, by property; a text if it says nothing
 * @param mailbox what the mailbox says now, likewise
 * @param base what both sides said when they last agreed, by field
 * @param hold what waits for a person
 * @param nextTry when it is looked at again [UTC]
 */
public record ExplainDto(
    Optional<LinkDto> link,
    Optional<JournalDto> last,
    DecisionDto now,
    Map<String, String> crm,
    Map<String, String> mailbox,
    Optional<BaseDto> base,
    Optional<HoldDto> hold,
    Optional<Instant> nextTry) {

  /** What each side said when both last agreed. */
  public record BaseDto(Map<String, String> crm, Map<String, String> mailbox) {}

  public static ExplainDto of(Explanation explanation, Confidential reader) {
    Candidate candidate = explanation.decided().candidate();
    boolean hidden = confidential(explanation);
    return new ExplainDto(
        candidate.link().map(LinkDto::of),
        explanation.last().map(entry -> JournalDto.of(entry.id(), entry.entry(), reader)),
        DecisionDto.of(explanation.decided(), reader),
        SideVersion.of(candidate.crm(), hidden, reader),
        SideVersion.of(candidate.mailbox(), hidden, reader),
        candidate.link().map(Link::base).map(base -> base(base, hidden, reader)),
        explanation.hold().map(hold -> HoldDto.of(hold, hidden || hold.confidential(), reader)),
        explanation.nextTry());
  }

  /** What no side has any more can't be asked whether it was private. */
  private static boolean confidential(Explanation explanation) {
    Candidate candidate = explanation.decided().candidate();
    boolean gone = candidate.crm().content().isEmpty() && candidate.mailbox().content().isEmpty();
    return gone
        || candidate.confidential()
        || explanation.last().filter(line -> line.entry().confidential()).isPresent();
  }

  private static BaseDto base(Base base, boolean hidden, Confidential reader) {
    return new BaseDto(fields(base.crm(), hidden, reader), fields(base.mailbox(), hidden, reader));
  }

  private static Map<String, String> fields(
      FieldValues values, boolean hidden, Confidential reader) {
    Map<String, String> fields = new TreeMap<>();
    values.asMap().forEach((field, value) -> fields.put(field.name(), reader.show(value, hidden)));
    return fields;
  }
}
