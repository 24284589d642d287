package io.exchangesync.core.mapping;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmNames;
import io.exchangesync.core.port.FollowUpType;
import io.exchangesync.core.settings.MappingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands around the title and below the body on the mailbox side, by {@code subject.format}
 * and {@code company.lines}.
 */
public final class SubjectDecorations {
  private static final int LONGEST_PREFIX = 100;
  private static final int LONGEST_SUFFIX = 50;
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{(company|department|person|phone|type)}");
  private static final Pattern KNOWN_MARK =
      Pattern.compile(
          "^(?:\\s*(?:!!!|\\[SuperOffice]|(?:RE|FW|FWD|SV|VS|AW|WG)\\s*:))+\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern JOINT = Pattern.compile("^[\\s,;:/|\\-\u2013\u2014()]+");

  private final MappingContext context;

  SubjectDecorations(MappingContext context) {
    this.context = context;
  }

  /** The decoration of a row's item. */
  Decoration of(CrmAppointment row) {
    CrmNames names = row.names();
    String lines = context.settings().companyLines() ? CompanyBlock.lines(names) : "";
    return switch (context.settings().subjectFormat()) {
      case TEXT -> new Decoration("", "", lines);
      case COMPANY_PERSON ->
          before(
              join(
                  names.company(),
                  names.department(),
                  names.person(),
                  names.phone(),
                  typeName(row)),
              lines);
      case TYPE -> before(CanonicalText.line(typeName(row)), lines);
      case TEMPLATE -> byTemplate(context.settings(), names, typeName(row), lines);
    };
  }

  /**
   * A subject without the marks that this product, mail programs and other synchronizers put before
   * a title; for the comparison of first links only.
   */
  public static String undecorated(String subject) {
    return CanonicalText.line(KNOWN_MARK.matcher(CanonicalText.line(subject)).replaceFirst(""));
  }

  /**
   * As {@link #undecorated(String)}, and without company, department, person, phone and type names
   * at either end; for the comparison of first links only.
   */
  public static String undecorated(String subject, CrmNames names, String typeName) {
    List<String> known =
        Stream.of(names.company(), names.department(), names.person(), names.phone(), typeName)
            .map(CanonicalText::line)
            .filter(name -> !name.isEmpty())
            .toList();
    String title = undecorated(subject);
    boolean found = true;
    while (found) {
      String before = title;
      for (String name : known) {
        title = withoutStart(title, name);
        title = withoutEnd(title, name);
      }
      found = !title.equals(before);
    }
    return title;
  }

  private static String withoutStart(String title, String name) {
    if (!title.regionMatches(true, 0, name, 0, name.length())) {
      return title;
    }
    Matcher joint = JOINT.matcher(title.substring(name.length()));
    return joint.find() ? title.substring(name.length() + joint.end()) : title;
  }

  private static String withoutEnd(String title, String name) {
    Pattern end =
        Pattern.compile(
            "[\\s,;:/|\\-\u2013\u2014(]+" + Pattern.quote(name) + "\\)?$",
            Pattern.CASE_INSENSITIVE);
    Matcher found = end.matcher(title);
    return found.find() ? title.substring(0, found.start()) : title;
  }

  private static Decoration before(String text, String lines) {
    return text.isEmpty()
        ? new Decoration("", "", lines)
        : new Decoration(CanonicalText.cut(text, LONGEST_PREFIX) + ": ", "", lines);
  }

  private static Decoration byTemplate(
      MappingSettings settings, CrmNames names, String type, String lines) {
    String template = CanonicalText.clean(settings.subjectTemplate()).replace('\n', ' ');
    Map<String, String> values =
        Map.of(
            "company", names.company(),
            "department", names.department(),
            "person", names.person(),
            "phone", names.phone(),
            "type", type);
    int at = template.indexOf("{text}");
    String before = at < 0 ? template : template.substring(0, at);
    String after = at < 0 ? "" : template.substring(at + "{text}".length());
    String prefix = filled(before, values).stripLeading();
    String suffix = CanonicalText.trimEnd(filled(after, values));
    boolean cut = prefix.length() > LONGEST_PREFIX;
    return new Decoration(
        cut ? CanonicalText.cut(prefix, LONGEST_PREFIX) + " " : prefix,
        CanonicalText.cut(suffix, LONGEST_SUFFIX),
        lines);
  }

  /** The part with its names; left out if it asks for names and none of them is there. */
  private static String filled(String part, Map<String, String> values) {
    List<String> found = new ArrayList<>();
    String text =
        PLACEHOLDER
            .matcher(part)
            .replaceAll(
                match -> {
                  String value = CanonicalText.line(values.get(match.group(1)));
                  found.add(value);
                  return Matcher.quoteReplacement(value);
                });
    return !found.isEmpty() && found.stream().allMatch(String::isEmpty) ? "" : text;
  }

  private static String join(String... names) {
    return Stream.of(names)
        .map(CanonicalText::line)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private String typeName(CrmAppointment row) {
    return context.reference().types().stream()
        .filter(type -> type.id() == row.taskId())
        .map(FollowUpType::name)
        .findFirst()
        .orElse("");
  }
}
