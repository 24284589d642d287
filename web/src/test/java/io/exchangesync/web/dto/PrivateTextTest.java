package io.exchangesync.web.dto;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.exchangesync.core.engine.Decided;
import io.exchangesync.core.engine.DryRun;
import io.exchangesync.core.model.*;
import io.exchangesync.core.model.MailboxAppointment.Sensitivity;
import io.exchangesync.core.plan.Candidate;
import io.exchangesync.core.plan.Decision;
import io.exchangesync.core.plan.Match;
import io.exchangesync.core.plan.Reason;
import io.exchangesync.core.port.Hold;
import io.exchangesync.core.port.JournalEntry;
import io.exchangesync.ejb.admin.Explanation;
import io.exchangesync.ejb.store.JournalQueries;
import io.exchangesync.web.csv.JournalCsv;
import io.exchangesync.web.json.Confidential;
import io.exchangesync.web.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What people wrote in private things, and whom they concern, is shown to administrators alone
 * (invariant I10): in every answer that could quote it.
 */
class PrivateTextTest {
  private static final String SECRET = "Surgeon";
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final LocalDateTime START = LocalDateTime.parse("2026-11-24T10:00:00");
  private static final ItemVersion ITEM = new ItemVersion(new ItemId("item-1"), "ck");

  @Test
  void theJournalHidesIt() throws IOException {
    JournalQueries.Line line = new JournalQueries.Line(1, entry());
    hides(reader -> json(JournalDto.of(line.id(), line.entry(), reader)));
    hides(
        reader -> {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          try {
            new JournalCsv((after, limit) -> after == 0 ? List.of(line) : List.of(), reader)
                .write(out);
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
          return out.toString(StandardCharsets.UTF_8);
        });
  }

  @Test
  void holdsHideIt() {
    hides(reader -> json(HoldDto.of(hold(), reader)));
  }

  @Test
  void plansHideItInEveryKindOfDecision() {
    CrmAppointment row = row(Visibility.OWNER);
    MailboxAppointment item = item(Sensitivity.PRIVATE);
    CrmAppointment moved = row.with().title(SECRET + " 2").location("near " + SECRET).build();
    MailboxAppointment edited = item.with().subject("my " + SECRET).build();
    for (Decision decision :
        List.of(
            new Decision.CreateInMailbox(Reason.NEW_IN_CRM, row, item),
            new Decision.CreateInCrm(Reason.NEW_IN_MAILBOX, item, row),
            new Decision.Align(
                Reason.CHANGED_ON_BOTH, row, moved, item, edited, Map.of(), Optional.empty()),
            new Decision.DeleteInCrm(Reason.DELETED_IN_MAILBOX, row),
            new Decision.Hold(Reason.UNMAPPABLE, SECRET + " can't be held."),
            new Decision.Skip(Reason.UNKNOWN_SIDE, "ErrorItemCorrupt: " + SECRET))) {
      Candidate candidate = candidate(row, item);
      hides(
          reader ->
              json(
                  PlanDto.of(
                      new DryRun.Plan(Map.of(), List.of(new Decided(candidate, decision))),
                      reader)));
    }
  }

  @Test
  void aSeriesIsAsPrivateAsItsMostPrivateDate() {
    CrmAppointment open = row(Visibility.EVERYONE).with().title("Open").location("").build();
    CrmSeries.Rule rule = new CrmSeries.Rule(5, 2, 0, 2, START, START, 0, 1, 0);
    CrmAppointment series =
        open.with()
            .names(CrmNames.NONE)
            .agenda("")
            .series(
                Optional.of(
                    new CrmSeries(
                        rule,
                        List.of(
                            new CrmSeries.Occurrence(Optional.empty(), row(Visibility.OWNER))))))
            .build();
    MailboxAppointment master =
        item(Sensitivity.NORMAL)
            .with()
            .subject("Open")
            .body(new Body(Body.Format.TEXT, ""))
            .location("")
            .categories(List.of())
            .series(
                Optional.of(
                    new MailboxSeries(
                        new Recurrence(
                            new Recurrence.Rule.Daily(1),
                            START.toLocalDate(),
                            new Recurrence.End.Never()),
                        List.of(
                            new MailboxSeries.Exception(
                                LocalDate.parse("2026-11-25"), item(Sensitivity.PRIVATE))),
                        Set.of())))
            .build();
    hides(reader -> json(explained(candidate(series, open(master)), reader)));
    hides(reader -> json(explained(candidate(open(series), master), reader)));
  }

  private static CrmAppointment open(CrmAppointment series) {
    return series.with().series(Optional.empty()).build();
  }

  private static MailboxAppointment open(MailboxAppointment series) {
    return series.with().series(Optional.empty()).build();
  }

  @Test
  void explanationsHideItOnBothSidesInTheBaseAndInWhatWentBefore() {
    hides(
        reader ->
            json(explained(candidate(row(Visibility.OWNER), item(Sensitivity.NORMAL)), reader)));
    hides(
        reader ->
            json(
                explained(candidate(row(Visibility.EVERYONE), item(Sensitivity.PRIVATE)), reader)));
  }

  @Test
  void aSideThatCannotBeReadTellsNothingEither() {
    Candidate unknown =
        new Candidate(
            Optional.of(link()),
            new Observation.Present<>(row(Visibility.OWNER)),
            new Observation.Unknown<>("ErrorItemCorrupt: " + SECRET),
            Match.NONE,
            Optional.of(ITEM),
            false,
            0,
            List.of());
    hides(reader -> json(explained(unknown, reader)));
  }

  @Test
  void timesAndNumbersAreForEverybody() {
    String shown =
        json(
            explained(
                candidate(row(Visibility.OWNER), item(Sensitivity.PRIVATE)), Confidential.HIDDEN));
    assertThat(shown).contains("2026-11-24T10:00", "item-1", "(private)", "1201");
  }

  @Test
  void linksHoldNoText() {
    assertThat(json(LinkDto.of(link()))).doesNotContain(SECRET);
  }

  private static ExplainDto explained(Candidate candidate, Confidential reader) {
    return ExplainDto.of(
        new Explanation(
            Optional.of(new JournalQueries.Line(1, entry())),
            new Decided(candidate, new Decision.Skip(Reason.UNCHANGED, SECRET)),
            Optional.of(hold()),
            Optional.empty()),
        reader);
  }

  private static void hides(java.util.function.Function<Confidential, String> answer) {
    assertThat(answer.apply(Confidential.SHOWN)).contains(SECRET);
    assertThat(answer.apply(Confidential.HIDDEN)).doesNotContain(SECRET).contains("(private)");
  }

  private static String json(Object dto) {
    try {
      return Json.mapper().writeValueAsString(dto);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Candidate candidate(CrmAppointment row, MailboxAppointment item) {
    return new Candidate(
        Optional.of(link()),
        new Observation.Present<>(row),
        new Observation.Present<>(item),
        Match.NONE,
        Optional.of(ITEM),
        false,
        0,
        List.of());
  }

  private static Link link() {
    FieldValues read = FieldValues.none().with(Field.SUBJECT, SECRET);
    return new Link(
        7,
        "link-7",
        3,
        Kind.APPOINTMENT,
        1201,
        Optional.of(ITEM),
        "uid",
        "v1",
        CrmKeys.NONE,
        new Base(read, read, 1),
        Link.State.LIVE);
  }

  private static Hold hold() {
    return new Hold(
        5,
        3,
        Kind.APPOINTMENT,
        7,
        1201,
        Optional.of(ITEM.id()),
        "UNMAPPABLE",
        SECRET + " can't be held.",
        true,
        Hold.State.OPEN,
        NOW);
  }

  private static JournalEntry entry() {
    return new JournalEntry(
        17,
        3,
        Kind.APPOINTMENT,
        7,
        1201,
        Optional.of(ITEM.id()),
        "Align",
        "CHANGED_IN_CRM",
        "{\"title\":\"" + SECRET + "\"}",
        "{\"title\":\"" + SECRET + " 2\"}",
        Optional.of("refused: " + SECRET),
        true,
        NOW);
  }

  private static CrmAppointment row(Visibility visibility) {
    return new CrmAppointment(
        1201,
        7,
        1,
        7,
        1,
        1,
        1,
        2,
        START,
        START,
        START.plusHours(1),
        CrmAppointment.NEVER,
        false,
        SECRET,
        "<p>" + SECRET + "</p>",
        "at the " + SECRET,
        false,
        0,
        0,
        visibility,
        CrmReferences.NONE,
        CrmNames.NONE,
        0,
        CrmTies.NONE,
        CrmKeys.NONE,
        Optional.empty(),
        Optional.empty(),
        NOW,
        NOW,
        "v1");
  }

  private static MailboxAppointment item(Sensitivity sensitivity) {
    return MailboxAppointment.blank(
            new When.Timed(NOW.plusSeconds(86_400), NOW.plusSeconds(90_000), ZoneId.of("UTC")))
        .with()
        .item(Optional.of(ITEM))
        .subject(SECRET)
        .body(new Body(Body.Format.TEXT, SECRET))
        .location(SECRET)
        .categories(List.of(SECRET))
        .sensitivity(sensitivity)
        .build();
  }
}
