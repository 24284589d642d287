package io.exchangesync.core.settings;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What values a setting takes, as a test and in words.
 *
 * @param allowed completes the sentence "allowed is ..."
 */
record SettingForm(String allowed, Predicate<String> test) {
  private static final int LONGEST_CATEGORY = 255;
  private static final int LONGEST_TEMPLATE = 150;
  private static final int MOST_KEYS = 200;

  /** The word before a fixed category name. */
  static final String FIXED = "fixed:";

  /** The word before the programmatic id of a user-defined field. */
  static final String FIELD = "udef:";

  private static final int LONGEST_PROGRAMMATIC_ID = 254;

  /** Category by name of the follow-up type. */
  static final String BY_TYPE = "type";

  boolean accepts(String value) {
    return test.test(value);
  }

  static SettingForm wholeNumber(int least, int most) {
    return new SettingForm(
        "a whole number from " + least + " to " + most,
        value -> {
          try {
            int number = Integer.parseInt(value.trim());
            return number >= least && number <= most;
          } catch (NumberFormatException e) {
            return false;
          }
        });
  }

  static SettingForm timeOfDay() {
    return new SettingForm(
        "a time of day from 00:00 to 23:59",
        value -> value.trim().matches("([01][0-9]|2[0-3]):[0-5][0-9]"));
  }

  static SettingForm zone() {
    return new SettingForm(
        "a time zone like Europe/Oslo, or empty",
        value -> value.isBlank() || ZoneId.getAvailableZoneIds().contains(value.trim()));
  }

  static SettingForm key() {
    SettingForm number = wholeNumber(0, Integer.MAX_VALUE);
    return new SettingForm("a SuperOffice key, or 0", number.test());
  }

  /**
   * A person's title or a user-defined field; whether SuperOffice has the field is not known here.
   */
  static SettingForm titleOrField() {
    return new SettingForm(
        "title, or " + FIELD + " and the programmatic id of a text field of persons",
        value -> {
          String field = value.startsWith(FIELD) ? value.substring(FIELD.length()).trim() : "";
          return value.trim().equals("title")
              || !field.isEmpty() && field.length() <= LONGEST_PROGRAMMATIC_ID;
        });
  }

  static SettingForm onOff() {
    return words(List.of("on", "off"));
  }

  static SettingForm oneOf(Class<? extends Enum<?>> type) {
    return words(Arrays.stream(type.getEnumConstants()).map(SettingForm::word).toList());
  }

  /** One of the words, or nothing for what another setting says. */
  static SettingForm oneOfOrAs(Class<? extends Enum<?>> type, String other) {
    SettingForm known = oneOf(type);
    return new SettingForm(
        known.allowed() + ", or empty for the value of " + other,
        value -> value.isBlank() || known.accepts(value));
  }

  static SettingForm category() {
    return new SettingForm(
        BY_TYPE + ", or " + FIXED + " and a name of 1 to " + LONGEST_CATEGORY + " characters",
        value -> {
          String name = value.startsWith(FIXED) ? value.substring(FIXED.length()).trim() : "";
          return value.trim().equals(BY_TYPE)
              || (!name.isEmpty() && name.length() <= LONGEST_CATEGORY);
        });
  }

  /** A fixed name, with another word for the alternative, or without one. */
  static SettingForm fixedCategoryOr(Optional<String> other) {
    return new SettingForm(
        other.map(word -> word + ", or ").orElse("")
            + FIXED
            + " and a name of 1 to "
            + LONGEST_CATEGORY
            + " characters",
        value ->
            other.filter(value.trim()::equals).isPresent()
                || value.startsWith(FIXED) && category().accepts(value));
  }

  static SettingForm keys() {
    return new SettingForm(
        "up to " + MOST_KEYS + " SuperOffice keys, with commas between them",
        value -> {
          try {
            List<Integer> keys = parseKeys(value);
            return keys.size() <= MOST_KEYS && keys.stream().allMatch(key -> key > 0);
          } catch (NumberFormatException e) {
            return false;
          }
        });
  }

  /** The keys of a list, each once, in their order. */
  static List<Integer> parseKeys(String value) {
    return value.isBlank()
        ? List.of()
        : Arrays.stream(value.split(",", -1))
            .map(key -> Integer.valueOf(key.trim()))
            .distinct()
            .toList();
  }

  static SettingForm template() {
    return new SettingForm(
        "at most "
            + LONGEST_TEMPLATE
            + " characters with {text} once, and {company} {department} {person} {phone} {type}",
        value ->
            value.isEmpty()
                || (value.length() <= LONGEST_TEMPLATE
                    && value.indexOf("{text}") >= 0
                    && value.indexOf("{text}") == value.lastIndexOf("{text}")
                    && !value
                        .replaceAll("\\{(text|company|department|person|phone|type)}", "")
                        .matches("(?s).*[{}].*")));
  }

  private static SettingForm words(List<String> words) {
    return new SettingForm(
        "one of " + words.stream().collect(Collectors.joining(", ")),
        value -> words.contains(value.trim()));
  }

  /** The word for an enum constant: lower case, hyphens. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <E extends Enum<E>> E parse(Class<E> type, String value) {
    return Enum.valueOf(type, value.trim().toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
