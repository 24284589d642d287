package io.exchangesync.core.mapping;

import io.exchangesync.core.model.PostalAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The canonical text of a postal address: five lines - street, postal code, city, state, country -
 * with tabs between the lines of the street; "" if there is none.
 */
final class AddressText {
  private static final int PARTS = 5;

  private AddressText() {}

  static String of(PostalAddress address) {
    String street =
        CanonicalText.clean(address.street())
            .lines()
            .map(CanonicalText::line)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\t"));
    List<String> parts =
        List.of(
            street,
            CanonicalText.line(address.postalCode()),
            CanonicalText.line(address.city()),
            CanonicalText.line(address.state()),
            CanonicalText.line(address.country()));
    return parts.stream().allMatch(String::isEmpty) ? "" : String.join("\n", parts);
  }

  static PostalAddress parse(String text) {
    if (text.isEmpty()) {
      return PostalAddress.NONE;
    }
    String[] part = Arrays.copyOf(text.split("\n", -1), PARTS);
    for (int i = 0; i < PARTS; i++) {
      part[i] = part[i] == null ? "" : part[i];
    }
    return new PostalAddress(part[0].replace('\t', '\n'), part[1], part[2], part[3], part[4]);
  }
}
