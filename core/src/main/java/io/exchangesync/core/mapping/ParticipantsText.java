package io.exchangesync.core.mapping;

import io.exchangesync.core.model.Meeting.Response;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Canonical text of participants: one line each, who (address, else key) and reply, in the order of
 * who.
 */
final class ParticipantsText {
  private static final String BETWEEN = " ";

  private ParticipantsText() {}

  static String of(Map<String, Response> replies) {
    return new TreeMap<>(replies)
        .entrySet().stream()
            .map(one -> one.getKey() + BETWEEN + one.getValue())
            .collect(Collectors.joining("\n"));
  }

  static TreeMap<String, Response> parse(String text) {
    TreeMap<String, Response> replies = new TreeMap<>();
    text.lines()
        .forEach(
            line -> {
              int at = line.lastIndexOf(BETWEEN);
              replies.put(line.substring(0, at), Response.valueOf(line.substring(at + 1)));
            });
    return replies;
  }
}
