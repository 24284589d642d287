package io.exchangesync.exchange.ews;

import io.exchangesync.core.model.MailboxContact.AddressSlot;
import io.exchangesync.core.model.MailboxContact.EmailSlot;
import io.exchangesync.core.model.MailboxContact.PhoneSlot;
import java.util.Arrays;
import java.util.Optional;

/** The keys of a contact's dictionaries in the types schema. */
final class ContactSlots {
  private ContactSlots() {}

  static String key(PhoneSlot slot) {
    return switch (slot) {
      case BUSINESS_1 -> "BusinessPhone";
      case BUSINESS_2 -> "BusinessPhone2";
      case MOBILE -> "MobilePhone";
      case HOME -> "HomePhone";
      case PAGER -> "Pager";
      case HOME_FAX -> "HomeFax";
      case BUSINESS_FAX -> "BusinessFax";
    };
  }

  static String key(EmailSlot slot) {
    return switch (slot) {
      case FIRST -> "EmailAddress1";
      case SECOND -> "EmailAddress2";
      case THIRD -> "EmailAddress3";
    };
  }

  static String key(AddressSlot slot) {
    return switch (slot) {
      case BUSINESS -> "Business";
      case HOME -> "Home";
      case OTHER -> "Other";
    };
  }

  static Optional<PhoneSlot> phone(String key) {
    return Arrays.stream(PhoneSlot.values()).filter(slot -> key(slot).equals(key)).findFirst();
  }

  static Optional<EmailSlot> email(String key) {
    return Arrays.stream(EmailSlot.values()).filter(slot -> key(slot).equals(key)).findFirst();
  }

  static Optional<AddressSlot> address(String key) {
    return Arrays.stream(AddressSlot.values()).filter(slot -> key(slot).equals(key)).findFirst();
  }
}
