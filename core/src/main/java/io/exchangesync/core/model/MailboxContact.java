package io.exchangesync.core.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One contact as the mailbox holds it; texts that are not there are "".
 *
 * @param item id and change key; empty only on an item that is still to be created
 * @param formOfAddress name prefix (PidTagDisplayNamePrefix)
 * @param fileAs the name it is sorted by
 * @param birthday calendar date
 * @param phones numbers by slot; absent if empty
 * @param emails addresses by slot; absent if empty
 * @param addresses postal addresses by slot; absent if empty
 * @param confidential marked private or confidential by the user
 * @param stamp our stamp, if the item carries one
 * @param lastModified LastModifiedTime; Instant.EPOCH if the server gave none
 */
public record MailboxContact(
    Optional<ItemVersion> item,
    String formOfAddress,
    String firstName,
    String middleName,
    String lastName,
    String displayName,
    String fileAs,
    String jobTitle,
    Optional<LocalDate> birthday,
    String companyName,
    String department,
    Map<PhoneSlot, String> phones,
    Map<EmailSlot, String> emails,
    Map<AddressSlot, PostalAddress> addresses,
    String homePage,
    List<String> categories,
    boolean confidential,
    Optional<Stamp> stamp,
    Instant lastModified)
    implements MailboxItem {

  /** The phone entries that are synchronized. */
  public enum PhoneSlot {
    BUSINESS_1,
    BUSINESS_2,
    MOBILE,
    HOME,
    PAGER,
    HOME_FAX,
    BUSINESS_FAX
  }

  /** The e-mail entries of a contact. */
  public enum EmailSlot {
    FIRST,
    SECOND,
    THIRD
  }

  /** The address entries of a contact. */
  public enum AddressSlot {
    BUSINESS,
    HOME,
    OTHER
  }

  public MailboxContact {
    Objects.requireNonNull(item);
    Objects.requireNonNull(formOfAddress);
    Objects.requireNonNull(firstName);
    Objects.requireNonNull(middleName);
    Objects.requireNonNull(lastName);
    Objects.requireNonNull(displayName);
    Objects.requireNonNull(fileAs);
    Objects.requireNonNull(jobTitle);
    Objects.requireNonNull(birthday);
    Objects.requireNonNull(companyName);
    Objects.requireNonNull(department);
    phones = copy(PhoneSlot.class, phones, "");
    emails = copy(EmailSlot.class, emails, "");
    addresses = copy(AddressSlot.class, addresses, PostalAddress.NONE);
    Objects.requireNonNull(homePage);
    categories = List.copyOf(categories);
    Objects.requireNonNull(stamp);
    Objects.requireNonNull(lastModified);
  }

  private static <K extends Enum<K>, V> Map<K, V> copy(Class<K> type, Map<K, V> values, V nothing) {
    EnumMap<K, V> copy = new EnumMap<>(type);
    copy.putAll(values);
    copy.values().removeIf(nothing::equals);
    return Collections.unmodifiableMap(copy);
  }

  /** An empty contact: what a create starts from. */
  public static MailboxContact blank() {
    return new MailboxContact(
        Optional.empty(),
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        Optional.empty(),
        "",
        "",
        Map.of(),
        Map.of(),
        Map.of(),
        "",
        List.of(),
        false,
        Optional.empty(),
        Instant.EPOCH);
  }

  @Override
  public String subject() {
    return displayName;
  }

  /** Contacts have no UID. */
  @Override
  public String uid() {
    return "";
  }

  @Override
  public MailboxContact withStamp(Optional<Stamp> newStamp) {
    return with().stamp(newStamp).build();
  }

  /** A builder that starts from these values. */
  public MailboxContactBuilder with() {
    return new MailboxContactBuilder(this);
  }
}
