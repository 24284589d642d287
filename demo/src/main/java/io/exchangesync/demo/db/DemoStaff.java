package io.exchangesync.demo.db;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The own company: groups, employees, a room, and accounts that have no diary to synchronize. */
final class DemoStaff {
  private static final LocalDateTime START = LocalDateTime.of(2014, 8, 18, 7, 30);
  private static final String DOMAIN = "fjordline.example";

  private record Hire(
      String initials,
      String first,
      String last,
      int group,
      String zone,
      ZoneId iana,
      String lang) {}

  private static final List<Hire> HIRES =
      List.of(
          hire("KHAU", "Kari", "Haugen", 0, "NO", "Europe/Oslo", "no"),
          hire("OAND", "Ola", "Andersen", 0, "NO", "Europe/Oslo", "no"),
          hire("IBER", "Ingrid", "Berg", 2, "NO", "Europe/Oslo", "no"),
          hire("SLIN", "Sven", "Lindqvist", 0, "SE", "Europe/Stockholm", "sv"),
          hire("AJOH", "Anna", "Johansson", 2, "SE", "Europe/Stockholm", "sv"),
          hire("MJEN", "Mette", "Jensen", 0, "DK", "Europe/Copenhagen", "da"),
          hire("KMUE", "Klaus", "Müller", 1, "DE", "Europe/Berlin", "de"),
          hire("SWEB", "Sabine", "Weber", 1, "DE", "Europe/Berlin", "de"),
          hire("JVRI", "Jan", "de Vries", 1, "NL", "Europe/Amsterdam", "nl"),
          hire("EBAK", "Els", "Bakker", 2, "NL", "Europe/Amsterdam", "nl"),
          hire("TSMI", "Tom", "Smith", 3, "UK", "Europe/London", "en"),
          hire("LMIL", "Laura", "Miller", 3, "US-NY", "America/New_York", "en"));

  private final DemoContext demo;
  private final DemoZones zones;
  private final List<Integer> groups = new ArrayList<>();
  private final List<Colleague> colleagues = new ArrayList<>();
  private final int company;
  private final int room;

  DemoStaff(DemoContext demo, DemoZones zones, DemoLists lists) {
    this.demo = demo;
    this.zones = zones;
    for (String name : List.of("Sales North", "Sales Continent", "Services", "Management")) {
      Row group = demo.rows().add("UserGroup").set("name", name).registered(START, 0);
      groups.add(group.set("rank", groups.size() + 1).id());
    }
    company =
        demo.rows()
            .add("contact")
            .set("name", "Fjordline AS")
            .set("country_id", 578)
            .set("business_idx", lists.businesses.get(0))
            .set("category_idx", lists.categories.get(0))
            .set("orgNr", "999 111 222")
            .set("soundEx", "FJRTLN")
            .registered(START, 0)
            .id();
    demo.rows().add("OwnerContactLink").set("contact_id", company).registered(START, 0);
    HIRES.forEach(this::employ);
    room = associate("ROOM1", 0, groups.get(2), 1, "Møterom Fjorden");
    retire();
    associate("PORTAL", person("Petra", "Extern", "NO"), 0, 4, "Customer portal");
    associate("SYNCSYS", 0, 0, 13, "System user");
    systemPreferences();
  }

  List<Colleague> colleagues() {
    return List.copyOf(colleagues);
  }

  int company() {
    return company;
  }

  /** The meeting room's key in table associate. */
  int room() {
    return room;
  }

  int roomGroup() {
    return groups.get(2);
  }

  private static Hire hire(
      String initials,
      String first,
      String last,
      int group,
      String zone,
      String iana,
      String lang) {
    return new Hire(initials, first, last, group, zone, ZoneId.of(iana), lang);
  }

  private void employ(Hire hire) {
    int person = person(hire.first(), hire.last(), hire.zone());
    String email = email(person, hire.first(), hire.last());
    int group = groups.get(hire.group());
    int id = associate(hire.initials(), person, group, 0, hire.first() + " " + hire.last());
    int zone = zones.id(hire.zone());
    demo.rows()
        .of("associate")
        .get(demo.rows().of("associate").size() - 1)
        .set("tzLocationId", zone);
    preference(5, id, "Defaults", "DefaultTimeZone", String.valueOf(zone));
    LocalTime from = LocalTime.of(8, 0);
    LocalTime to = LocalTime.of(16, 0);
    if (hire.lang().equals("nl")) {
      from = LocalTime.of(9, 0);
      to = LocalTime.of(17, 0);
      preference(5, id, "DiaryView", "AllDayStartTime", "09:00");
      preference(5, id, "DiaryView", "AllDayEndTime", "17:00");
    }
    colleagues.add(
        new Colleague(id, person, group, email, zone, hire.iana(), hire.lang(), from, to));
  }

  private void retire() {
    int person = person("Per", "Nilsen", "NO");
    associate("PNIL", person, groups.get(0), 0, "Per Nilsen");
    List<Row> all = demo.rows().of("associate");
    all.get(all.size() - 1).set("deleted", 1);
    demo.rows().of("person").get(demo.rows().of("person").size() - 1).set("retired", 1);
  }

  private int person(String first, String last, String zone) {
    return demo.rows()
        .add("person")
        .set("contact_id", company)
        .set("firstname", first)
        .set("lastname", last)
        .set("rank", demo.rows().of("person").size())
        .set("country_id", 578)
        .set("tzLocationId", zones.id(zone))
        .registered(START, 0)
        .id();
  }

  private String email(int person, String first, String last) {
    String address =
        (first + "." + last).toLowerCase(Locale.ROOT).replace("ü", "ue").replace(" ", "")
            + "@"
            + DOMAIN;
    demo.rows()
        .add("Email")
        .set("person_id", person)
        .set("protocol", "SMTP")
        .set("description", "Work")
        .set("email_address", address)
        .set("rank", 1)
        .registered(START, 0);
    return address;
  }

  private int associate(String initials, int person, int group, int type, String display) {
    return demo.rows()
        .add("associate")
        .set("name", initials)
        .set("tooltip", display)
        .set("rank", demo.rows().of("associate").size())
        .set("group_idx", group)
        .set("person_id", person)
        .set("type", type)
        .set("isLocation", type == 1 ? 1 : 0)
        .set("locationAddress", type == 1 ? "Strandgata 4, Bergen" : "")
        .set("userName", initials.toLowerCase(Locale.ROOT))
        .registered(START, 0)
        .id();
  }

  private void systemPreferences() {
    preference(2, 0, "Mail", "DiarySynchronizerActive", "1");
    preference(2, 0, "Mail", "IncomingInvitationHandling", "0");
    preference(2, 0, "DiaryView", "AllDayStartTime", "08:00");
    preference(2, 0, "DiaryView", "AllDayEndTime", "16:00");
    preference(2, 0, "DiaryView", "DefaultAlarmTime", "15");
    preference(2, 0, "Defaults", "DefaultTimeZone", String.valueOf(zones.id("NO")));
    preference(2, 0, "System", "SoftDeleteRetention", "14");
  }

  private void preference(int level, int owner, String section, String key, String value) {
    demo.rows()
        .add("UserPreference")
        .set("deflevel", level)
        .set("maxlevel", 5)
        .set("owner_id", owner)
        .set("prefsection", section)
        .set("prefkey", key)
        .set("prefvalue", value)
        .registered(START, 0);
  }
}
