package io.exchangesync.exchange.oab;

import io.exchangesync.simulator.oab.BookWriter;
import io.exchangesync.simulator.oab.Tags;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Address books for tests, written by the simulator's writer. */
final class Books {
  static final List<String> NAMES =
      List.of("Anna Berg", "Bo Dahl", "Zoë Ünal", "Søren Ærø", "Łukasz Żak", "山田 太郎", "Tab\tName");

  private Books() {}

  /** What the writer is given for an entry. */
  static Map<Integer, Object> values(AddressBookEntry entry) {
    Map<Integer, Object> values = new HashMap<>();
    put(values, Tags.SMTP_ADDRESS, entry.smtpAddress());
    put(values, Tags.DISPLAY_NAME, entry.displayName());
    put(values, Tags.ALIAS, entry.alias());
    put(values, Tags.LEGACY_DN, entry.legacyDn());
    put(values, Tags.TITLE, entry.title());
    put(values, Tags.DEPARTMENT, entry.department());
    put(values, Tags.OFFICE, entry.office());
    put(values, Tags.BUSINESS_PHONE, entry.businessPhone());
    put(values, Tags.MOBILE_PHONE, entry.mobilePhone());
    if (!entry.proxyAddresses().isEmpty()) {
      values.put(Tags.PROXY_ADDRESSES, entry.proxyAddresses());
    }
    switch (entry.type()) {
      case MAILBOX -> types(values, 0, 0x40000000, 6);
      case ROOM -> types(values, 0, 7, 6);
      case EQUIPMENT -> types(values, 0, 8, 6);
      case DISTRIBUTION_LIST -> types(values, 1, 0x40000009, 8);
      case PUBLIC_FOLDER -> types(values, 2, 2, 3);
      case CONTACT -> types(values, 6, 6, 6);
      case OTHER -> {}
    }
    return values;
  }

  static AddressBookEntry entry(String smtp, String name, EntryType type) {
    return new AddressBookEntry(smtp, name, type, "", "", List.of(), "", "", "", "", "");
  }

  static AddressBookEntry random(Random random, int number) {
    String name = NAMES.get(random.nextInt(NAMES.size()));
    String smtp = "user" + number + "@example.com";
    List<String> proxies = new ArrayList<>(List.of("SMTP:" + smtp));
    for (int i = random.nextInt(5); i > 0; i--) {
      proxies.add((random.nextBoolean() ? "smtp:" : "sip:") + "u" + number + "." + i + "@old.test");
    }
    EntryType type = EntryType.values()[random.nextInt(EntryType.values().length)];
    return new AddressBookEntry(
        smtp,
        name + " " + number,
        type,
        "user" + number,
        "/o=Org/ou=First/cn=Recipients/cn=" + number,
        random.nextInt(5) == 0 ? List.of() : proxies,
        some(random, "Manager"),
        some(random, "Sales".repeat(1 + random.nextInt(60))),
        some(random, "Room 4"),
        some(random, "+47 22 00 " + number),
        some(random, "+47 900 " + number));
  }

  /** Values that are not read, of every type; they stand between those that are. */
  static Map<Integer, Object> withUnread(Map<Integer, Object> values, Random random) {
    Map<Integer, Object> all = new HashMap<>(values);
    byte[] picture = new byte[random.nextInt(700)];
    random.nextBytes(picture);
    all.put(Tags.PICTURE, picture);
    all.put(Tags.CERTIFICATES, List.of(picture, new byte[random.nextInt(3)]));
    all.put(Tags.TRUNCATED, List.of(Tags.MEMBERS, -1, 0, random.nextInt()));
    all.put(Tags.MEMBERS, List.of("/o=Org/cn=a", "/o=Org/cn=b"));
    all.put(Tags.MANAGER, "none is written");
    all.put(Tags.RICH_TEXT, random.nextBoolean());
    all.keySet().removeIf(tag -> !values.containsKey(tag) && random.nextBoolean());
    return all;
  }

  static byte[] write(List<AddressBookEntry> entries) {
    return new BookWriter(Tags.ENTRY)
        .write("Everybody", "/", "id", 300, entries.stream().map(Books::values).toList());
  }

  /** With unread values and columns in any order. */
  static byte[] shuffled(List<AddressBookEntry> entries, Random random) {
    List<Integer> columns = new ArrayList<>(Tags.ENTRY);
    Collections.shuffle(columns, random);
    return new BookWriter(columns)
        .write(
            "Everybody",
            "/",
            "id",
            random.nextInt(),
            entries.stream().map(entry -> withUnread(values(entry), random)).toList());
  }

  static List<AddressBookEntry> read(byte[] file) throws IOException {
    try (AddressBookReader reader =
        AddressBookReader.open(new ByteArrayInputStream(file), OabLimits.USUAL)) {
      List<AddressBookEntry> entries = new ArrayList<>();
      for (Optional<AddressBookEntry> next = reader.next();
          next.isPresent();
          next = reader.next()) {
        entries.add(next.get());
      }
      reader.leftOver();
      return entries;
    }
  }

  static String line(AddressBookEntry entry) {
    return String.format(
        Locale.ROOT,
        "%s\t%s\t%s",
        entry.smtpAddress(),
        entry.displayName().replace('\t', ' '),
        entry.type().words());
  }

  private static String some(Random random, String text) {
    return random.nextInt(3) == 0 ? "" : text;
  }

  private static void put(Map<Integer, Object> values, int tag, String text) {
    if (!text.isEmpty()) {
      values.put(tag, text);
    }
  }

  private static void types(Map<Integer, Object> values, int display, int extended, int object) {
    values.put(Tags.DISPLAY_TYPE, display);
    values.put(Tags.DISPLAY_TYPE_EX, extended);
    values.put(Tags.OBJECT_TYPE, object);
  }
}
