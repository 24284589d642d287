package io.exchangesync.core.mapping;

import io.exchangesync.core.model.Body;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmNames;
import io.exchangesync.core.model.CrmReferences;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.BusyStatus;
import io.exchangesync.core.model.MailboxAppointment.Importance;
import io.exchangesync.core.model.MailboxAppointment.Sensitivity;
import io.exchangesync.core.model.Visibility;
import io.exchangesync.core.model.When;
import io.exchangesync.core.port.CrmCapabilities;
import io.exchangesync.core.settings.ContactSettings;
import io.exchangesync.core.settings.MappingSettings;
import io.exchangesync.core.settings.MappingSettings.PrivateItems;
import io.exchangesync.core.settings.MappingSettings.SubjectFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Nasty values: zones with odd switches, broken Unicode, HTML soups, texts beyond every length. */
final class MappingArbitraries {
  private MappingArbitraries() {}

  static Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "Europe/Oslo",
            "Europe/London",
            "America/New_York",
            "Australia/Sydney",
            "Australia/Lord_Howe",
            "Asia/Kathmandu",
            "UTC")
        .map(ZoneId::of);
  }

  static Arbitrary<MappingContext> contexts() {
    return Combinators.combine(zones(), zones(), capabilities(), settings())
        .as(MappingSamples::context);
  }

  private static Arbitrary<CrmCapabilities> capabilities() {
    return Arbitraries.of(
        MappingSamples.AGENDA,
        MappingSamples.ONE_TEXT,
        new CrmCapabilities(true, 300, 20, true),
        new CrmCapabilities(false, 300, 20, false));
  }

  private static Arbitrary<MappingSettings> settings() {
    Arbitrary<String> templates =
        Arbitraries.of("{text} ({company})", "{company} - {text}", "!{type}: {text} | {person}");
    Arbitrary<Boolean> flag = Arbitraries.of(true, false);
    return Combinators.combine(
            Arbitraries.of(SubjectFormat.class),
            templates,
            Arbitraries.of("SuperOffice Appointment", "").map(MappingArbitraries::nonEmpty),
            flag,
            flag,
            Arbitraries.of(PrivateItems.class))
        .as(
            (format, template, fixed, fromCategory, lines, privateItems) ->
                new MappingSettings(
                    format,
                    template,
                    fixed,
                    0,
                    0,
                    fromCategory,
                    0,
                    lines,
                    true,
                    true,
                    privateItems,
                    ContactSettings.DEFAULTS));
  }

  private static Optional<String> nonEmpty(String text) {
    return Optional.of(text).filter(given -> !given.isEmpty());
  }

  static Arbitrary<LocalDateTime> walls() {
    Arbitrary<LocalDateTime> aroundSwitches =
        Arbitraries.of(
            LocalDateTime.of(2026, 3, 29, 1, 0),
            LocalDateTime.of(2026, 10, 25, 1, 0),
            LocalDateTime.of(2026, 3, 8, 1, 0),
            LocalDateTime.of(2026, 11, 1, 0, 0),
            LocalDateTime.of(2026, 4, 5, 1, 0),
            LocalDateTime.of(2026, 10, 4, 1, 0));
    Arbitrary<LocalDateTime> shifted =
        Combinators.combine(aroundSwitches, Arbitraries.integers().between(-200, 400))
            .as(LocalDateTime::plusMinutes);
    Arbitrary<LocalDateTime> ordinary =
        Arbitraries.integers()
            .between(0, 60 * 24 * 400)
            .map(minutes -> LocalDateTime.of(2026, 1, 1, 0, 0).plusMinutes(minutes));
    Arbitrary<LocalDateTime> odd =
        Arbitraries.of(
            CrmAppointment.NEVER,
            LocalDateTime.of(1601, 1, 1, 0, 0),
            LocalDateTime.of(4500, 8, 31, 23, 59),
            LocalDateTime.of(9999, 12, 31, 0, 0),
            LocalDateTime.of(2026, 6, 1, 12, 0, 59, 997_000_000));
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(5, shifted),
        net.jqwik.api.Tuple.of(5, ordinary),
        net.jqwik.api.Tuple.of(1, odd));
  }

  static Arbitrary<String> texts() {
    Arbitrary<String> broken =
        Arbitraries.of(
            "",
            " ",
            "\n",
            "\r\n",
            "\t",
            "\u00a0",
            "  ",
            "\ud800",
            "\udc00",
            "\ud83d\ude00",
            "\u0000",
            "\u0007",
            "\ufffe",
            "\ufeff",
            "\u2028",
            "\u0085",
            "&amp;",
            "<",
            ">",
            "\"",
            "|",
            "\\",
            "\\n",
            "[SuperOffice]",
            "[/SuperOffice]",
            "Company: Acme",
            "Acme",
            "Acme: ",
            " (Acme)",
            "x",
            "Title",
            "e\u0301",
            "\u05d0",
            "!!!",
            "RE: ");
    Arbitrary<String> pieces = broken.list().ofMaxSize(8).map(parts -> String.join("", parts));
    Arbitrary<String> longOnes =
        Combinators.combine(pieces, Arbitraries.integers().between(1, 250))
            .as((piece, times) -> (piece + "ab \ud83d\ude00").repeat(times));
    Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(60);
    return Arbitraries.oneOf(pieces, any, longOnes);
  }

  static Arbitrary<String> soups() {
    Arbitrary<String> tags =
        Arbitraries.of(
            "<p>",
            "</p>",
            "<br>",
            "<div>",
            "</div>",
            "<b>",
            "</b>",
            "<i>",
            "</i>",
            "<strong>",
            "</strong>",
            "<ul>",
            "<li>",
            "</li>",
            "</ul>",
            "<ol>",
            "</ol>",
            "<table>",
            "<tr>",
            "<td>",
            "</td>",
            "<td colspan=2>",
            "</tr>",
            "</table>",
            "<th>",
            "<a href='https://x.example/?a=1&b=2'>",
            "<a href='javascript:alert(1)'>",
            "</a>",
            "<span style='color:red'>",
            "</span>",
            "<o:p>",
            "</o:p>",
            "<o:p>&nbsp;</o:p>",
            "<p class=MsoNormal>",
            "<blockquote>",
            "</blockquote>",
            "<pre>",
            "</pre>",
            "<h1>",
            "</h1>",
            "<hr>",
            "<img src='cid:1'>",
            "<script>alert(1)</script>",
            "<style>p{}</style>",
            "<!-- c -->",
            "<![if x]>",
            "<html><head><title>t</title></head><body>",
            "<font size=2>",
            "</font>",
            "<u>",
            "<form>",
            "<title>",
            "<caption>",
            "<svg>",
            "<select>",
            "<p/>",
            "&#1;",
            "&nbsp;",
            "\n");
    Arbitrary<String> mixed =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(3, tags),
            net.jqwik.api.Tuple.of(1, texts()),
            net.jqwik.api.Tuple.of(2, Arbitraries.of("a", "b c", " ", "word")));
    return mixed.list().ofMaxSize(25).map(parts -> String.join("", parts));
  }

  static Arbitrary<CrmAppointment> rows() {
    Arbitrary<Object[]> timing =
        Combinators.combine(
                walls(), walls(), Arbitraries.of(true, false), Arbitraries.of(1, 2, 3, 5, 11))
            .as((start, end, allDay, status) -> new Object[] {start, end, allDay, status});
    Arbitrary<CrmNames> names =
        Combinators.combine(names(), names(), names(), names()).as(CrmNames::new);
    Arbitrary<CrmAppointment> timed =
        Combinators.combine(
                timing, texts(), soups(), texts(), names, Arbitraries.of(0, 3, 4, 9, 88))
            .as(
                (time, title, agenda, location, names4, task) ->
                    MappingSamples.row()
                        .with()
                        .doBy((LocalDateTime) time[0])
                        .endDate((LocalDateTime) time[1])
                        .allDay((Boolean) time[2])
                        .status((Integer) time[3])
                        .title(title)
                        .agenda(agenda)
                        .location(location)
                        .names(names4)
                        .taskId(task)
                        .build());
    return Combinators.combine(
            timed,
            Arbitraries.of(0, 31, 32, 33, 99),
            Arbitraries.of(0, 1, 7),
            Arbitraries.of(Visibility.class),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(-5, 40000),
            Arbitraries.of(0, 41, 42, 43))
        .as(
            (row, priority, freeBusy, visibility, alarm, minutes, zone) ->
                row.with()
                    .priorityId(priority)
                    .freeBusy(freeBusy)
                    .visibility(visibility)
                    .hasAlarm(alarm)
                    .alarmMinutes(minutes)
                    .preferredTzLocation(zone)
                    .references(new CrmReferences(minutes, 2, 0, 3))
                    .build());
  }

  private static Arbitrary<String> names() {
    return Arbitraries.oneOf(Arbitraries.of("", "Acme", "Ann  Lee", "A|B\\n"), texts());
  }

  static Arbitrary<MailboxAppointment> items() {
    Arbitrary<Body> bodies =
        Arbitraries.oneOf(
            soups().map(html -> new Body(Body.Format.HTML, html)),
            texts().map(text -> new Body(Body.Format.TEXT, text)));
    Arbitrary<List<String>> categories =
        Arbitraries.of("Red", "superoffice appointment", "Meeting", "LUNCH", "Meeting ", "")
            .list()
            .ofMaxSize(4);
    Arbitrary<MailboxAppointment> written =
        Combinators.combine(whens(), texts(), bodies, texts(), categories)
            .as(
                (when, subject, body, location, names) ->
                    MailboxAppointment.blank(when)
                        .with()
                        .subject(subject)
                        .body(body)
                        .location(location)
                        .categories(names)
                        .build());
    return Combinators.combine(
            written,
            Arbitraries.of(BusyStatus.class),
            Arbitraries.of(Sensitivity.class),
            Arbitraries.of(Importance.class),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 50000))
        .as(
            (item, busy, sensitivity, importance, reminder, minutes) ->
                item.with()
                    .busyStatus(busy)
                    .sensitivity(sensitivity)
                    .importance(importance)
                    .reminderSet(reminder)
                    .reminderMinutes(minutes)
                    .references(new CrmReferences(1, 2, 3, 4))
                    .build());
  }

  private static Arbitrary<When> whens() {
    Arbitrary<When> timed =
        Combinators.combine(walls(), Arbitraries.integers().between(0, 5000), zones())
            .as(
                (wall, minutes, zone) -> {
                  Instant start = wall.atZone(zone).toInstant();
                  return new When.Timed(start, start.plusSeconds(60L * minutes), zone);
                });
    Arbitrary<When> days =
        Combinators.combine(walls(), Arbitraries.integers().between(0, 10))
            .as(
                (wall, more) -> {
                  LocalDate first = wall.toLocalDate();
                  return new When.AllDay(first, first.plusDays(more));
                });
    return Arbitraries.oneOf(timed, days);
  }
}
