package io.exchangesync.core.mapping;

import io.exchangesync.core.model.CrmBooking.Participant;
import io.exchangesync.core.model.Meeting.Address;
import java.util.Locale;

/**
 * One identity of a participant on both sides, whatever address he is written with: {@code
 * associate:N}, {@code person:N}; of those whom SuperOffice does not know the address or name.
 *
 * <p>Invariant: an identity holds no blank, so that it can stand in a line.
 */
public final class Who {
  private static final String ASSOCIATE = "associate:";
  private static final String PERSON = "person:";
  private static final String MAIL = "mail:";
  private static final String EXCHANGE = "exchange:";
  private static final String NAME = "name:";

  private Who() {}

  /** An associate with a diary. */
  public static String associate(int associateId) {
    return ASSOCIATE + associateId;
  }

  /** A participant's row or somebody known by an address. */
  public static String of(Participant one, People people) {
    if (one.associateId() != 0) {
      return associate(one.associateId());
    }
    if (one.personId() != 0) {
      return PERSON + one.personId();
    }
    return one.email().isEmpty() ? NAME + word(one.name()) : ofAddress(one.email(), people);
  }

  /** Somebody invited, as far as his address says. */
  static String of(Address address, People people) {
    if (!address.smtp().isEmpty()) {
      return ofAddress(address.smtp(), people);
    }
    return address.exchange().isEmpty()
        ? NAME + word(address.name())
        : EXCHANGE + word(address.exchange());
  }

  /** Whoever has an SMTP address. */
  static String ofAddress(String smtp, People people) {
    String address = word(smtp);
    return people
        .byAddress(address)
        .filter(one -> one.associateId() != 0 || one.personId() != 0)
        .map(one -> of(one, people))
        .orElse(unknown(address));
  }

  /** Somebody with this address whom SuperOffice does not know. */
  static String unknown(String smtp) {
    return MAIL + word(smtp);
  }

  /** Whether SuperOffice knows him. */
  static boolean known(String who) {
    return who.startsWith(ASSOCIATE) || who.startsWith(PERSON);
  }

  /** Whether neither an SMTP address nor SuperOffice tells who it is. */
  static boolean opaque(String who) {
    return who.startsWith(EXCHANGE) || who.startsWith(NAME);
  }

  /** The address that an identity is; "" if it is none. */
  static String address(String who) {
    return who.startsWith(MAIL) ? who.substring(MAIL.length()) : "";
  }

  /** Whether a text is an address as readings had it before there were identities. */
  static boolean bareAddress(String who) {
    return who.contains("@")
        && !who.startsWith(MAIL)
        && !who.startsWith(EXCHANGE)
        && !who.startsWith(NAME);
  }

  static String word(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s", "%20");
  }
}
