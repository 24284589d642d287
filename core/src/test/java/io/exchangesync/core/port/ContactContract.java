package io.exchangesync.core.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.ItemId;
import io.exchangesync.core.model.ItemVersion;
import io.exchangesync.core.model.Kind;
import io.exchangesync.core.model.MailboxContact;
import io.exchangesync.core.model.MailboxContact.AddressSlot;
import io.exchangesync.core.model.MailboxContact.EmailSlot;
import io.exchangesync.core.model.MailboxContact.PhoneSlot;
import io.exchangesync.core.model.PostalAddress;
import io.exchangesync.core.model.Stamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every mailbox side keeps to for contacts: every field there and back, and each by itself.
 */
public abstract class ContactContract extends MailboxContractBase {
  private static final Stamp STAMP = new Stamp("inst-1", Kind.CONTACT, 7, 4711, "link-4711");

  @Override
  Kind kind() {
    return Kind.CONTACT;
  }

  @Test
  void everyFieldIsStoredAndReadBack() {
    MailboxContact wanted = contact();
    ItemVersion created = create(wanted);
    MailboxContact stored = contact(created.id());
    assertThat(stored.version()).isEqualTo(created);
    assertThat(plain(stored)).isEqualTo(plain(wanted));
  }

  @Test
  void anUpdateWritesEntryByEntryAndLeavesTheOthers() {
    ItemVersion created = create(contact());
    MailboxContact stored = contact(created.id());
    MailboxContact wanted =
        stored
            .with()
            .lastName("Hansen")
            .jobTitle("")
            .birthday(Optional.empty())
            .phones(Map.of(PhoneSlot.MOBILE, "+47 1", PhoneSlot.HOME, "+47 33"))
            .emails(Map.of(EmailSlot.FIRST, "ny@kunde.example"))
            .addresses(
                Map.of(
                    AddressSlot.BUSINESS,
                    new PostalAddress("Ny gate 2", "0150", "Bergen", "", "Norway")))
            .categories(List.of("Friends"))
            .build();
    assertThat(session.apply(List.of(new MailboxWrite.Update(stored, wanted))).get(0).result())
        .isPresent();
    assertThat(plain(contact(created.id()))).isEqualTo(plain(wanted));
  }

  @Test
  void headsCarryTheStamp() {
    ItemVersion created = create(contact());
    MailboxChanges changes = session.changes(Optional.empty());
    assertThat(changes.present()).extracting(ItemHead::version).containsExactly(created);
    assertThat(changes.present().get(0).stamp()).contains(STAMP);
    assertThat(changes.present().get(0).itemClass()).isEqualTo("IPM.Contact");
  }

  @Test
  void aDeletedContactIsGoneAndReportedSo() {
    ItemVersion created = create(contact());
    String position = session.changes(Optional.empty()).next();
    assertThat(session.apply(List.of(new MailboxWrite.Delete(created))).get(0).result())
        .isPresent();
    assertThat(session.changes(Optional.of(position)).deleted()).containsExactly(created.id());
    assertThat(session.read(List.of(created.id())).get(0).failure())
        .map(ItemProblem::type)
        .contains(ItemProblem.Type.NOT_FOUND);
  }

  private static MailboxContact contact() {
    return MailboxContact.blank()
        .with()
        .formOfAddress("Ms")
        .firstName("Kåre")
        .middleName("M.")
        .lastName("Berg & Sønn")
        .displayName("Kåre M. Berg")
        .fileAs("Berg, Kåre M.")
        .jobTitle("Head of <purchasing>")
        .birthday(Optional.of(LocalDate.of(1980, 5, 17)))
        .companyName("Kunde AS")
        .department("Oslo")
        .phones(
            Map.of(
                PhoneSlot.BUSINESS_1,
                "+47 22",
                PhoneSlot.BUSINESS_2,
                "+47 21",
                PhoneSlot.MOBILE,
                "+47 90",
                PhoneSlot.HOME,
                "+47 33",
                PhoneSlot.PAGER,
                "1",
                PhoneSlot.HOME_FAX,
                "+47 34",
                PhoneSlot.BUSINESS_FAX,
                "+47 23"))
        .emails(
            Map.of(
                EmailSlot.FIRST, "a@kunde.example",
                EmailSlot.SECOND, "b@kunde.example",
                EmailSlot.THIRD, "c@kunde.example"))
        .addresses(
            Map.of(
                AddressSlot.BUSINESS,
                new PostalAddress("Gata 1\n3. etasje", "0150", "Oslo", "OS", "Norway"),
                AddressSlot.OTHER,
                new PostalAddress("Postboks 1", "0101", "Oslo", "", "Norway"),
                AddressSlot.HOME,
                new PostalAddress("Hjemveien 1", "0123", "Oslo", "", "")))
        .homePage("https://kunde.example")
        .categories(List.of("Friends", "SuperOffice Person"))
        .stamp(Optional.of(STAMP))
        .build();
  }

  private MailboxContact contact(ItemId id) {
    return (MailboxContact) ok(readOne(id));
  }

  private static MailboxContact plain(MailboxContact contact) {
    return contact.with().item(Optional.empty()).lastModified(Instant.EPOCH).build();
  }
}
