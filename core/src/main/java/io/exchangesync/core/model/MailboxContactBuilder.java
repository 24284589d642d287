package io.exchangesync.core.model;

import io.exchangesync.core.model.MailboxContact.AddressSlot;
import io.exchangesync.core.model.MailboxContact.EmailSlot;
import io.exchangesync.core.model.MailboxContact.PhoneSlot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes single components of a {@link MailboxContact}. */
public final class MailboxContactBuilder {
  private Optional<ItemVersion> item;
  private String formOfAddress;
  private String firstName;
  private String middleName;
  private String lastName;
  private String displayName;
  private String fileAs;
  private String jobTitle;
  private Optional<LocalDate> birthday;
  private String companyName;
  private String department;
  private Map<PhoneSlot, String> phones;
  private Map<EmailSlot, String> emails;
  private Map<AddressSlot, PostalAddress> addresses;
  private String homePage;
  private List<String> categories;
  private boolean confidential;
  private Optional<Stamp> stamp;
  private Instant lastModified;

  MailboxContactBuilder(MailboxContact from) {
    this.item = from.item();
    this.formOfAddress = from.formOfAddress();
    this.firstName = from.firstName();
    this.middleName = from.middleName();
    this.lastName = from.lastName();
    this.displayName = from.displayName();
    this.fileAs = from.fileAs();
    this.jobTitle = from.jobTitle();
    this.birthday = from.birthday();
    this.companyName = from.companyName();
    this.department = from.department();
    this.phones = from.phones();
    this.emails = from.emails();
    this.addresses = from.addresses();
    this.homePage = from.homePage();
    this.categories = from.categories();
    this.confidential = from.confidential();
    this.stamp = from.stamp();
    this.lastModified = from.lastModified();
  }

  public MailboxContactBuilder item(Optional<ItemVersion> value) {
    this.item = value;
    return this;
  }

  public MailboxContactBuilder formOfAddress(String value) {
    this.formOfAddress = value;
    return this;
  }

  public MailboxContactBuilder firstName(String value) {
    this.firstName = value;
    return this;
  }

  public MailboxContactBuilder middleName(String value) {
    this.middleName = value;
    return this;
  }

  public MailboxContactBuilder lastName(String value) {
    this.lastName = value;
    return this;
  }

  public MailboxContactBuilder displayName(String value) {
    this.displayName = value;
    return this;
  }

  public MailboxContactBuilder fileAs(String value) {
    this.fileAs = value;
    return this;
  }

  public MailboxContactBuilder jobTitle(String value) {
    this.jobTitle = value;
    return this;
  }

  public MailboxContactBuilder birthday(Optional<LocalDate> value) {
    this.birthday = value;
    return this;
  }

  public MailboxContactBuilder companyName(String value) {
    this.companyName = value;
    return this;
  }

  public MailboxContactBuilder department(String value) {
    this.department = value;
    return this;
  }

  public MailboxContactBuilder phones(Map<PhoneSlot, String> value) {
    this.phones = value;
    return this;
  }

  public MailboxContactBuilder emails(Map<EmailSlot, String> value) {
    this.emails = value;
    return this;
  }

  public MailboxContactBuilder addresses(Map<AddressSlot, PostalAddress> value) {
    this.addresses = value;
    return this;
  }

  public MailboxContactBuilder homePage(String value) {
    this.homePage = value;
    return this;
  }

  public MailboxContactBuilder categories(List<String> value) {
    this.categories = value;
    return this;
  }

  public MailboxContactBuilder confidential(boolean value) {
    this.confidential = value;
    return this;
  }

  public MailboxContactBuilder stamp(Optional<Stamp> value) {
    this.stamp = value;
    return this;
  }

  public MailboxContactBuilder lastModified(Instant value) {
    this.lastModified = value;
    return this;
  }

  public MailboxContact build() {
    return new MailboxContact(
        item,
        formOfAddress,
        firstName,
        middleName,
        lastName,
        displayName,
        fileAs,
        jobTitle,
        birthday,
        companyName,
        department,
        phones,
        emails,
        addresses,
        homePage,
        categories,
        confidential,
        stamp,
        lastModified);
  }
}
