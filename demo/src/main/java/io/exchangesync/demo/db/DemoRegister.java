package io.exchangesync.demo.db;

import java.text.Normalizer;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Companies and persons of the demonstration database, with phone numbers and addresses. */
final class DemoRegister {
  private static final List<String> COUNTRIES = List.of("no", "se", "dk", "de", "nl");
  private static final String LIST = ",";

  /** A person of a company, as follow-ups refer to it. */
  record Customer(int contact, int person, int email) {}

  private final NamePool names = new NamePool("names.properties");
  private final DemoContext demo;
  private final DemoLists lists;
  private final List<Colleague> owners;
  private final List<Customer> customers = new ArrayList<>();

  DemoRegister(DemoContext demo, DemoLists lists, List<Colleague> owners) {
    this.demo = demo;
    this.lists = lists;
    this.owners = owners;
    for (int i = 0; i < demo.plan().companies(); i++) {
      company(COUNTRIES.get(i % COUNTRIES.size()), i / COUNTRIES.size());
    }
  }

  List<Customer> customers() {
    return List.copyOf(customers);
  }

  private void company(String country, int round) {
    List<String> stems = names.list(country + ".company", LIST);
    String name = stems.get(round % stems.size());
    int branch = round / stems.size();
    String city = demo.pick(names.list(country + ".city", LIST));
    LocalDateTime registered = demo.before(demo.now(), 1500);
    Colleague owner = demo.pick(owners);
    Row contact =
        demo.rows()
            .add("contact")
            .set("name", name + " " + names.one(country + ".form"))
            .set("department", branch == 0 ? "" : city + " " + branch)
            .set("associate_id", owner.associate())
            .set("group_id", owner.group())
            .set("country_id", Integer.valueOf(names.one(country + ".country")))
            .set("business_idx", demo.pick(lists.businesses))
            .set("category_idx", demo.pick(lists.categories))
            .set("number1", String.valueOf(10000 + demo.rows().of("contact").size()))
            .registered(registered, owner.associate());
    phone(contact.id(), 1, country, registered, owner);
    address(contact.id(), city, registered, owner);
    demo.logInsert(5, contact.id(), registered, owner.associate());
    int persons = demo.between(1, 4);
    for (int rank = 1; rank <= persons; rank++) {
      person(contact.id(), country, rank, registered, owner);
    }
  }

  private void person(
      int contact, String country, int rank, LocalDateTime registered, Colleague owner) {
    String first = demo.pick(names.list(country + ".first", LIST));
    String last = demo.pick(names.list(country + ".last", LIST));
    Row person =
        demo.rows()
            .add("person")
            .set("contact_id", contact)
            .set("firstname", first)
            .set("lastname", last)
            .set("rank", rank)
            .set("associate_id", owner.associate())
            .set("group_id", owner.group())
            .set("country_id", Integer.valueOf(names.one(country + ".country")))
            .set("retired", demo.chance(4) ? 1 : 0)
            .registered(registered, owner.associate());
    phone(person.id(), 16385, country, registered, owner);
    phone(person.id(), 16389, country, registered, owner);
    Row email =
        demo.rows()
            .add("Email")
            .set("person_id", person.id())
            .set("protocol", "SMTP")
            .set("description", "Work")
            .set("email_address", ascii(first + "." + last) + "." + person.id() + "@kunde.example")
            .set("rank", 1)
            .registered(registered, owner.associate());
    demo.logInsert(6, person.id(), registered, owner.associate());
    customers.add(new Customer(contact, person.id(), email.id()));
  }

  private void phone(int owner, int kind, String country, LocalDateTime registered, Colleague by) {
    String digits = String.format(Locale.ROOT, "%08d", demo.between(20000000, 99999999));
    demo.rows()
        .add("phone")
        .set("owner_id", owner)
        .set("ptype_idx", kind)
        .set("phone", names.one(country + ".phone") + " " + digits)
        .set("rank", 1)
        .set("searchPhoneNumber", names.one(country + ".phone").substring(1) + digits)
        .registered(registered, by.associate());
  }

  private void address(int contact, String city, LocalDateTime registered, Colleague by) {
    demo.rows()
        .add("address")
        .set("owner_id", contact)
        .set("atype_idx", 2)
        .set("zipcode", String.valueOf(demo.between(1000, 9999)))
        .set("city", city)
        .set("address1", "Havnegata " + demo.between(1, 99))
        .registered(registered, by.associate());
  }

  private static String ascii(String name) {
    return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replace("ø", "o")
        .replace("æ", "ae")
        .replace("ß", "ss")
        .replaceAll("[^a-z.]", "");
  }
}
