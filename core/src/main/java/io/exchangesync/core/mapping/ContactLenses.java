package io.exchangesync.core.mapping;

import static io.exchangesync.core.mapping.CanonicalText.line;

import io.exchangesync.core.model.CrmPerson;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.MailboxContact;
import io.exchangesync.core.model.MailboxContact.AddressSlot;
import io.exchangesync.core.model.MailboxContact.EmailSlot;
import io.exchangesync.core.model.MailboxContact.PhoneSlot;
import io.exchangesync.core.model.PersonPhone;
import io.exchangesync.core.model.PostalAddress;
import io.exchangesync.core.settings.ContactSettings;
import io.exchangesync.core.settings.ContactSettings.PhoneOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The lenses of sync-rules section 4, but for categories and folders.
 *
 * <p>Only values of the person itself may travel back: what belongs to the company would change for
 * everybody else in it.
 */
final class ContactLenses {
  private static final int TEXT_LENGTH = 255;

  private final ContactSettings settings;
  private final Travel own;

  private ContactLenses(ContactSettings settings) {
    this.settings = settings;
    this.own = settings.twoWayFields() ? Travel.BOTH : Travel.PUT_BACK;
  }

  static List<ContactLens> of(ContactSettings settings) {
    ContactLenses lenses = new ContactLenses(settings);
    return Stream.of(lenses.names(), lenses.phones(), lenses.emails(), lenses.addresses())
        .flatMap(List::stream)
        .toList();
  }

  private List<ContactLens> names() {
    List<ContactLens> lenses = new ArrayList<>();
    lenses.add(
        text(
            Field.DISPLAY_NAME,
            CrmPerson::fullName,
            MailboxContact::displayName,
            (c, t) -> c.with().displayName(t).build()));
    lenses.add(
        text(
            Field.FILE_AS,
            ContactLenses::fileAs,
            MailboxContact::fileAs,
            (c, t) -> c.with().fileAs(t).build()));
    lenses.add(
        text(
            Field.FORM_OF_ADDRESS,
            CrmPerson::formOfAddress,
            MailboxContact::formOfAddress,
            (c, t) -> c.with().formOfAddress(t).build()));
    lenses.add(
        text(
            Field.FIRST_NAME,
            CrmPerson::firstName,
            MailboxContact::firstName,
            (c, t) -> c.with().firstName(t).build()));
    lenses.add(
        text(
            Field.MIDDLE_NAME,
            CrmPerson::middleName,
            MailboxContact::middleName,
            (c, t) -> c.with().middleName(t).build()));
    lenses.add(
        text(
            Field.LAST_NAME,
            CrmPerson::lastName,
            MailboxContact::lastName,
            (c, t) -> c.with().lastName(t).build()));
    lenses.add(
        ContactLens.ownOf(
            Field.JOB_TITLE,
            own,
            person -> shortLine(person.title()),
            contact -> shortLine(contact.jobTitle()),
            (c, t) -> c.with().jobTitle(t).build(),
            (p, t) -> p.with().title(t).build()));
    lenses.add(
        text(
            Field.COMPANY,
            person -> person.company().name(),
            MailboxContact::companyName,
            (c, t) -> c.with().companyName(t).build()));
    lenses.add(
        text(
            Field.DEPARTMENT,
            person -> person.company().department(),
            MailboxContact::department,
            (c, t) -> c.with().department(t).build()));
    lenses.add(
        ContactLens.owned(
            Field.HOME_PAGE,
            person -> line(person.company().web()),
            contact -> line(contact.homePage()),
            (c, t) -> c.with().homePage(t).build()));
    if (settings.birthday()) {
      lenses.add(
          ContactLens.owned(
              Field.BIRTHDAY,
              person -> date(person.birthday()),
              contact -> date(contact.birthday()),
              (c, t) ->
                  c.with()
                      .birthday(t.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(t)))
                      .build()));
    }
    return lenses;
  }

  private static ContactLens text(
      Field field,
      Function<CrmPerson, String> crm,
      Function<MailboxContact, String> mailbox,
      BiFunction<MailboxContact, String, MailboxContact> put) {
    return ContactLens.owned(
        field,
        crm.andThen(ContactLenses::shortLine),
        mailbox.andThen(ContactLenses::shortLine),
        put);
  }

  private static String fileAs(CrmPerson person) {
    String given = (person.firstName() + " " + person.middleName()).strip();
    if (person.lastName().isBlank() || given.isEmpty()) {
      return person.fullName();
    }
    return person.lastName().strip() + ", " + given;
  }

  private List<ContactLens> phones() {
    boolean directFirst = settings.phoneOrder() == PhoneOrder.DIRECT_FIRST;
    PhoneSlot direct = directFirst ? PhoneSlot.BUSINESS_1 : PhoneSlot.BUSINESS_2;
    PhoneSlot switchboard = directFirst ? PhoneSlot.BUSINESS_2 : PhoneSlot.BUSINESS_1;
    return List.of(
        phone(field(direct), direct, PersonPhone.DIRECT),
        companyPhone(field(switchboard), switchboard, person -> person.company().phone()),
        phone(Field.MOBILE_PHONE, PhoneSlot.MOBILE, PersonPhone.MOBILE),
        phone(Field.HOME_PHONE, PhoneSlot.HOME, PersonPhone.PRIVATE),
        phone(Field.PAGER, PhoneSlot.PAGER, PersonPhone.PAGER),
        phone(Field.HOME_FAX, PhoneSlot.HOME_FAX, PersonPhone.FAX),
        companyPhone(Field.BUSINESS_FAX, PhoneSlot.BUSINESS_FAX, person -> person.company().fax()));
  }

  private static Field field(PhoneSlot business) {
    return business == PhoneSlot.BUSINESS_1 ? Field.BUSINESS_PHONE_1 : Field.BUSINESS_PHONE_2;
  }

  private ContactLens phone(Field field, PhoneSlot slot, PersonPhone phone) {
    return ContactLens.ownOf(
        field,
        own,
        person -> shortLine(person.phones().getOrDefault(phone, "")),
        contact -> shortLine(contact.phones().getOrDefault(slot, "")),
        (c, t) -> c.with().phones(with(PhoneSlot.class, c.phones(), slot, t)).build(),
        (p, t) -> p.with().phones(with(PersonPhone.class, p.phones(), phone, t)).build());
  }

  private static ContactLens companyPhone(
      Field field, PhoneSlot slot, Function<CrmPerson, String> crm) {
    return ContactLens.owned(
        field,
        crm.andThen(ContactLenses::shortLine),
        contact -> shortLine(contact.phones().getOrDefault(slot, "")),
        (c, t) -> c.with().phones(with(PhoneSlot.class, c.phones(), slot, t)).build());
  }

  private List<ContactLens> emails() {
    return List.of(
        email(Field.EMAIL_1, EmailSlot.FIRST),
        email(Field.EMAIL_2, EmailSlot.SECOND),
        email(Field.EMAIL_3, EmailSlot.THIRD));
  }

  private ContactLens email(Field field, EmailSlot slot) {
    int at = slot.ordinal();
    return ContactLens.ownOf(
        field,
        own,
        person -> at < person.emails().size() ? shortLine(person.emails().get(at)) : "",
        contact -> shortLine(contact.emails().getOrDefault(slot, "")),
        (c, t) -> c.with().emails(with(EmailSlot.class, c.emails(), slot, t)).build(),
        (p, t) -> p.with().emails(withEmail(p.emails(), at, t)).build());
  }

  private static List<String> withEmail(List<String> emails, int at, String wanted) {
    List<String> changed = new ArrayList<>(emails);
    while (changed.size() <= at) {
      changed.add("");
    }
    changed.set(at, wanted);
    while (!changed.isEmpty() && changed.get(changed.size() - 1).isEmpty()) {
      changed.remove(changed.size() - 1);
    }
    return changed;
  }

  private List<ContactLens> addresses() {
    return List.of(
        companyAddress(
            Field.BUSINESS_ADDRESS, AddressSlot.BUSINESS, person -> person.company().street()),
        companyAddress(Field.OTHER_ADDRESS, AddressSlot.OTHER, person -> person.company().postal()),
        ContactLens.ownOf(
            Field.HOME_ADDRESS,
            own,
            person -> AddressText.of(person.home()),
            contact -> address(contact, AddressSlot.HOME),
            (c, t) -> withAddress(c, AddressSlot.HOME, t),
            (p, t) -> p.with().home(AddressText.parse(t)).build()));
  }

  private static ContactLens companyAddress(
      Field field, AddressSlot slot, Function<CrmPerson, PostalAddress> crm) {
    return ContactLens.owned(
        field,
        crm.andThen(AddressText::of),
        contact -> address(contact, slot),
        (c, t) -> withAddress(c, slot, t));
  }

  private static String address(MailboxContact contact, AddressSlot slot) {
    return AddressText.of(contact.addresses().getOrDefault(slot, PostalAddress.NONE));
  }

  private static MailboxContact withAddress(MailboxContact c, AddressSlot slot, String text) {
    Map<AddressSlot, PostalAddress> addresses = new EnumMap<>(AddressSlot.class);
    addresses.putAll(c.addresses());
    addresses.put(slot, AddressText.parse(text));
    return c.with().addresses(addresses).build();
  }

  private static <K extends Enum<K>> Map<K, String> with(
      Class<K> type, Map<K, String> values, K key, String value) {
    Map<K, String> changed = new EnumMap<>(type);
    changed.putAll(values);
    changed.put(key, value);
    changed.values().removeIf(String::isEmpty);
    return changed;
  }

  private static String shortLine(String text) {
    return CanonicalText.cut(line(text), TEXT_LENGTH);
  }

  private static String date(Optional<LocalDate> date) {
    return date.map(LocalDate::toString).orElse("");
  }
}
