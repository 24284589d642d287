package io.exchangesync.core.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What users did to selections and to contacts of their own. */
final class Rolodex {
  /** Members by selection, as a user of SuperOffice sees them. */
  final Map<Integer, Set<Integer>> members = new TreeMap<>();

  /** Job titles of contacts that a user keeps for himself, by name, by associate. */
  private final Map<Integer, Map<String, String>> own = new HashMap<>();

  Map<String, String> ownOf(int associate) {
    return own.computeIfAbsent(associate, none -> new TreeMap<>());
  }

  Set<Integer> membersOf(int selection) {
    return members.getOrDefault(selection, Set.of());
  }
}
