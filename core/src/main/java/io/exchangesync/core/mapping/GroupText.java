package io.exchangesync.core.mapping;

import io.exchangesync.core.model.GroupAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Members of a group as one comparable text: a line per address, in ascending order, with the name
 * behind a tab.
 *
 * <p>A server calls members as its directory does, so names are compared as SuperOffice gave them
 * last: only addresses tell whether somebody changed the group.
 */
final class GroupText {
  private static final String TAB = "\t";

  private GroupText() {}

  static String of(Collection<GroupAddress> members) {
    return of(members, "");
  }

  /** The text with the names of {@code known} for its addresses. */
  static String of(Collection<GroupAddress> members, String known) {
    Map<String, String> names = names(known);
    Map<String, String> lines = new TreeMap<>();
    for (GroupAddress member : members) {
      String address = address(member.address());
      if (!address.isEmpty()) {
        lines.putIfAbsent(
            address,
            Optional.ofNullable(names.get(address)).orElse(CanonicalText.line(member.name())));
      }
    }
    return lines.entrySet().stream()
        .map(line -> line.getKey() + TAB + line.getValue())
        .collect(Collectors.joining("\n"));
  }

  /** The members that {@code wanted} names; those that stay keep what the server knows of them. */
  static List<GroupAddress> put(String wanted, List<GroupAddress> present, String known) {
    Map<String, String> before = names(known);
    Map<String, String> open = names(wanted);
    List<GroupAddress> members = new ArrayList<>();
    for (GroupAddress member : present) {
      String address = address(member.address());
      String name = open.get(address);
      if (name != null && (!before.containsKey(address) || name.equals(before.get(address)))) {
        members.add(member);
        open.remove(address);
      }
    }
    open.forEach((address, name) -> members.add(new GroupAddress(address, name)));
    return members;
  }

  private static Map<String, String> names(String text) {
    Map<String, String> names = new TreeMap<>();
    for (String line : text.isEmpty() ? List.<String>of() : List.of(text.split("\n", -1))) {
      int tab = line.indexOf(TAB);
      names.put(line.substring(0, tab), line.substring(tab + 1));
    }
    return names;
  }

  private static String address(String address) {
    return CanonicalText.line(address).toLowerCase(Locale.ROOT);
  }
}
