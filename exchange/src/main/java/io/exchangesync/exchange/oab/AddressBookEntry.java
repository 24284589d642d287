package io.exchangesync.exchange.oab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One entry of an address book; what it does not say is "".
 *
 * @param smtpAddress its primary address, as written
 * @param legacyDn its X.500 name, such as /o=Org/ou=Site/cn=Recipients/cn=anna
 * @param proxyAddresses all its addresses with their kind before a colon; {@code SMTP:} is the
 *     primary one, {@code smtp:} the others
 */
public record AddressBookEntry(
    String smtpAddress,
    String displayName,
    EntryType type,
    String alias,
    String legacyDn,
    List<String> proxyAddresses,
    String title,
    String department,
    String office,
    String businessPhone,
    String mobilePhone) {

  private static final String PRIMARY = "SMTP:";

  public AddressBookEntry {
    Objects.requireNonNull(smtpAddress);
    Objects.requireNonNull(displayName);
    Objects.requireNonNull(type);
    proxyAddresses = List.copyOf(proxyAddresses);
  }

  static AddressBookEntry of(RecordReader.Values values) {
    List<String> proxies = values.texts(PropertyTag.PROXY_ADDRESSES);
    String smtp = values.text(PropertyTag.SMTP_ADDRESS);
    return new AddressBookEntry(
        smtp.isEmpty() ? primary(proxies) : smtp,
        values.text(PropertyTag.DISPLAY_NAME),
        EntryType.of(
            values.number(PropertyTag.DISPLAY_TYPE_EX),
            values.number(PropertyTag.DISPLAY_TYPE),
            values.number(PropertyTag.OBJECT_TYPE)),
        values.text(PropertyTag.ALIAS),
        values.text(PropertyTag.LEGACY_DN),
        proxies,
        values.text(PropertyTag.TITLE),
        values.text(PropertyTag.DEPARTMENT),
        values.text(PropertyTag.OFFICE),
        values.text(PropertyTag.BUSINESS_PHONE),
        values.text(PropertyTag.MOBILE_PHONE));
  }

  /** All SMTP addresses in lower case, the primary one first. */
  public List<String> smtpAddresses() {
    List<String> all = new ArrayList<>();
    all.add(smtpAddress.toLowerCase(Locale.ROOT));
    proxyAddresses.stream()
        .filter(proxy -> proxy.regionMatches(true, 0, PRIMARY, 0, PRIMARY.length()))
        .map(proxy -> proxy.substring(PRIMARY.length()).toLowerCase(Locale.ROOT))
        .forEach(all::add);
    return all.stream().filter(address -> !address.isEmpty()).distinct().toList();
  }

  private static String primary(List<String> proxies) {
    return proxies.stream()
        .filter(proxy -> proxy.startsWith(PRIMARY))
        .map(proxy -> proxy.substring(PRIMARY.length()))
        .findFirst()
        .orElse("");
  }
}
