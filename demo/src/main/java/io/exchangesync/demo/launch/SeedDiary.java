package io.exchangesync.demo.launch;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Makes up the Outlook diary of a mailbox; the same address, day and number always give the same
 * diary.
 */
public final class SeedDiary {
  private static final List<String> SUBJECTS =
      List.of(
          "Kundemøte om ny avtale",
          "Årsgjennomgang med Håkon Sørlie",
          "Fjordbyggkonferansen: forberedelse",
          "Lunsj med Åse Bjørnstad",
          "Telefonmøte: tilbud på støtteavtale",
          "Säljmöte inför hösten",
          "Genomgång av offert till Västerås Fönster",
          "Fika med nya kollegor",
          "Projektmøde: udrulning i Århus",
          "Tilbudsgennemgang for Nørregaard",
          "Besprechung Rahmenvertrag Müller & Söhne",
          "Jahresgespräch mit Frau Groß",
          "Messevorbereitung Düsseldorf",
          "Rückruf wegen Lieferverzögerung",
          "Kennismaking met Van der Meer B.V.",
          "Evaluatie pilot in Groningen",
          "Kwartaaloverleg verkoop",
          "Voorbereiding offerte IJsselstein",
          "Design review: \"<draft>\" & next steps",
          "Steering group");
  private static final List<String> ALL_DAY =
      List.of(
          "Ferie",
          "Messe Köln",
          "Heimakontor",
          "Semester",
          "Vrije dag",
          "Kurs: forhandlingsteknikk",
          "Kundentag Zürich");
  private static final List<String> LOCATIONS =
      List.of(
          "Møterom Galdhøpiggen",
          "Konferensrum Öresund",
          "Besprechungsraum 2",
          "Vergaderzaal Zuid",
          "Kundens kontor, Tromsø",
          "Teams",
          "");
  private static final List<String> CATEGORIES =
      List.of("Meeting", "Phone - Out", "Customer", "Internal", "Privat");
  private static final List<String> FREE_BUSY =
      List.of("Busy", "Busy", "Busy", "Busy", "Tentative", "Free", "OOF");

  private SeedDiary() {}

  /**
   * @param today the middle of the diary: items lie between 20 days back and 60 days ahead
   */
  public static List<SeedItem> of(String address, LocalDate today, int items) {
    var random = new Random(address.hashCode() * 31L + items);
    return IntStream.range(0, items)
        .mapToObj(number -> number % 9 == 4 ? allDay(random, today) : timed(random, today))
        .toList();
  }

  private static SeedItem timed(Random random, LocalDate today) {
    var start = day(random, today).atTime(LocalTime.of(7, 0)).plusMinutes(15L * random.nextInt(40));
    String subject = pick(random, SUBJECTS);
    boolean confidential = random.nextInt(8) == 0;
    return new SeedItem(
        subject,
        start,
        start.plusMinutes(15L * (1 + random.nextInt(8))),
        false,
        body(random, subject),
        pick(random, LOCATIONS),
        random.nextInt(3) == 0 ? List.of() : List.of(pick(random, CATEGORIES)),
        confidential ? "Private" : "Normal",
        pick(random, FREE_BUSY),
        random.nextInt(3) == 0
            ? OptionalInt.empty()
            : OptionalInt.of(pick(random, List.of(0, 5, 15, 30, 60))));
  }

  private static SeedItem allDay(Random random, LocalDate today) {
    var start = day(random, today).atStartOfDay();
    String subject = pick(random, ALL_DAY);
    return new SeedItem(
        subject,
        start,
        start.plusDays(1 + random.nextInt(3)),
        true,
        body(random, subject),
        "",
        List.of(),
        "Normal",
        random.nextBoolean() ? "OOF" : "Free",
        OptionalInt.empty());
  }

  private static LocalDate day(Random random, LocalDate today) {
    return today.plusDays(random.nextInt(81) - 20L);
  }

  private static String body(Random random, String subject) {
    if (random.nextInt(4) == 0) {
      return "";
    }
    return "<html><body><p>Agenda for <b>"
        + Xml.escape(subject)
        + "</b></p><ul><li>Gjennomgang / Überblick</li><li>Beslut &amp; actie "
        + random.nextInt(100)
        + "</li></ul></body></html>";
  }

  private static <T> T pick(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
