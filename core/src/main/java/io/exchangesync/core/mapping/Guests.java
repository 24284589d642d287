package io.exchangesync.core.mapping;

import io.exchangesync.core.model.Meeting.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who takes part, as one side reads it: identity ({@link Who}), the address he is invited by,
 * reply.
 *
 * <p>The text has one line each in the order of who: {@code who [address] reply}. Readings of
 * before had the address in the place of the identity; {@link #upgraded} finds out whose it is.
 */
public final class Guests {
  private static final String BETWEEN = " ";

  /**
   * One of them.
   *
   * @param address as the mailbox has it; "" on the CRM side
   */
  record Guest(String address, Response reply) {
    Guest {
      Objects.requireNonNull(address);
      Objects.requireNonNull(reply);
    }

    Guest with(Response other) {
      return new Guest(address, other);
    }
  }

  private Guests() {}

  static String text(Map<String, Guest> guests) {
    return new TreeMap<>(guests)
        .entrySet().stream()
            .map(one -> line(one.getKey(), one.getValue()))
            .collect(Collectors.joining("\n"));
  }

  private static String line(String who, Guest guest) {
    String address = guest.address().isEmpty() ? "" : BETWEEN + guest.address();
    return who + address + BETWEEN + guest.reply();
  }

  static TreeMap<String, Guest> parse(String text) {
    TreeMap<String, Guest> guests = new TreeMap<>();
    text.lines()
        .map(line -> line.split(BETWEEN))
        .forEach(
            part ->
                guests.put(
                    part[0],
                    new Guest(
                        part.length > 2 ? part[1] : "", Response.valueOf(part[part.length - 1]))));
    return guests;
  }

  /** Whose the addresses of a mailbox's reading were. */
  static Map<String, String> byAddress(String text) {
    Map<String, String> byAddress = new LinkedHashMap<>();
    parse(text)
        .forEach(
            (who, guest) -> {
              if (!guest.address().isEmpty()) {
                byAddress.put(guest.address(), who);
              }
            });
    return byAddress;
  }

  /**
   * SuperOffice's agreed reading with identities for addresses, as far as it is known today whose
   * they are; a line of before that can't be told stays as it is.
   */
  public static String upgradedCrm(String text, People people) {
    TreeMap<String, Guest> guests = new TreeMap<>();
    parse(text)
        .forEach(
            (who, guest) -> {
              String now = resolved(who, people);
              boolean untold = Who.bareAddress(who) && !Who.known(now);
              guests.put(untold ? who : now, guest);
            });
    return text(guests);
  }

  /**
   * The mailbox's agreed reading, likewise; each address is kept beside whose it is. Who was
   * unknown when both sides agreed stays so: known since, he is new to the booking.
   */
  public static String upgradedMailbox(String text, People people) {
    TreeMap<String, Guest> guests = new TreeMap<>();
    parse(text)
        .forEach(
            (who, guest) -> {
              String now = Who.bareAddress(who) ? resolved(who, people) : who;
              boolean told = !now.equals(who) && Who.known(now);
              guests.put(now, told ? new Guest(who, guest.reply()) : guest);
            });
    return text(guests);
  }

  /**
   * A mailbox's reading in which those who are known since both sides agreed are still whom they
   * were: to become known is no edit.
   */
  static String asAgreed(String now, String agreed) {
    TreeMap<String, Guest> guests = new TreeMap<>();
    TreeMap<String, Guest> before = parse(agreed);
    parse(now)
        .forEach(
            (who, guest) -> {
              String was = Who.unknown(guest.address());
              boolean told = !before.containsKey(who) && before.containsKey(was);
              guests.put(told ? was : who, told ? new Guest("", guest.reply()) : guest);
            });
    return text(guests);
  }

  private static String address(String who) {
    return Who.bareAddress(who) ? who : Who.address(who);
  }

  private static String resolved(String who, People people) {
    String address = address(who);
    return address.isEmpty() ? who : Who.ofAddress(address, people);
  }

  /** Whether an organizer's reading has an associate or an address among those invited. */
  public static boolean invites(String text, int associateId, String smtp) {
    String address = Who.word(smtp);
    return parse(text).entrySet().stream()
        .anyMatch(
            one ->
                one.getKey().equals(Who.associate(associateId))
                    || one.getKey().equals(address)
                    || Who.address(one.getKey()).equals(address)
                    || one.getValue().address().equals(address));
  }
}
