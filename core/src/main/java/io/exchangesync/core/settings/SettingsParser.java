package io.exchangesync.core.settings;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.settings.ContactSettings.DeletedContact;
import io.exchangesync.core.settings.ContactSettings.PhoneOrder;
import io.exchangesync.core.settings.ContactSettings.SelectionsAs;
import io.exchangesync.core.settings.MappingSettings.PrivateItems;
import io.exchangesync.core.settings.MappingSettings.SubjectFormat;
import io.exchangesync.core.settings.SyncSettings.BrakeSettings;
import io.exchangesync.core.settings.SyncSettings.ConflictPolicy;
import io.exchangesync.core.settings.SyncSettings.DeletePast;
import io.exchangesync.core.settings.SyncSettings.Direction;
import io.exchangesync.core.settings.SyncSettings.FilterSettings;
import io.exchangesync.core.settings.SyncSettings.FilterSettings.Filter;
import io.exchangesync.core.settings.SyncSettings.VisibleForMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds the effective settings of one mailbox from two levels of text.
 *
 * <p>A value of the associate goes before one of the system, a value of the system before the
 * default; nothing is taken from levels that hold a mistake.
 */
public final class SettingsParser {
  private final Map<SettingKey, String> values = new EnumMap<>(SettingKey.class);

  private SettingsParser() {}

  /**
   * @param system values for the whole installation by key
   * @param associate values for one user by key
   * @throws InvalidSettingsException if any value is not allowed
   */
  public static SyncSettings parse(Map<String, String> system, Map<String, String> associate) {
    List<SettingProblem> problems = problems(system, associate);
    if (!problems.isEmpty()) {
      throw new InvalidSettingsException(problems);
    }
    SettingsParser parser = new SettingsParser();
    parser.take(system);
    parser.take(associate);
    return parser.settings();
  }

  /** Everything that keeps these two levels from being used; empty if they are fine. */
  public static List<SettingProblem> problems(
      Map<String, String> system, Map<String, String> associate) {
    List<SettingProblem> problems = new ArrayList<>();
    system.forEach((key, value) -> problem(key, value).ifPresent(problems::add));
    associate.forEach(
        (key, value) -> {
          boolean misplaced = SettingKey.find(key).filter(SettingKey::systemOnly).isPresent();
          problem(key, value).ifPresent(problems::add);
          if (misplaced) {
            problems.add(
                new SettingProblem(key, value, "no value for one user, only for the system"));
          }
        });
    if (problems.isEmpty()) {
      SettingsParser parser = new SettingsParser();
      parser.take(system);
      parser.take(associate);
      parser.templateProblem().ifPresent(problems::add);
    }
    return problems;
  }

  private static Optional<SettingProblem> problem(String key, String value) {
    Optional<SettingKey> known = SettingKey.find(key);
    if (known.isEmpty()) {
      return Optional.of(new SettingProblem(key, value, "no such setting"));
    }
    return known.get().accepts(value)
        ? Optional.empty()
        : Optional.of(new SettingProblem(key, value, known.get().allowed()));
  }

  private Optional<SettingProblem> templateProblem() {
    boolean needed = one(SubjectFormat.class, SettingKey.SUBJECT_FORMAT) == SubjectFormat.TEMPLATE;
    SettingKey key = SettingKey.SUBJECT_TEMPLATE;
    return needed && text(key).isEmpty()
        ? Optional.of(new SettingProblem(key.key(), "", key.allowed()))
        : Optional.empty();
  }

  private void take(Map<String, String> level) {
    level.forEach(
        (key, value) -> SettingKey.find(key).ifPresent(known -> values.put(known, value)));
  }

  private SyncSettings settings() {
    return new SyncSettings(
        number(SettingKey.WINDOW_BACK),
        number(SettingKey.WINDOW_AHEAD),
        one(Direction.class, SettingKey.DIRECTION),
        mapping(),
        new FilterSettings(
            one(Filter.class, SettingKey.FILTER_ALLDAY),
            one(Filter.class, SettingKey.FILTER_FREE),
            one(Filter.class, SettingKey.FILTER_PRIVATE),
            one(Filter.class, SettingKey.FILTER_RECURRING)),
        new BrakeSettings(
            number(SettingKey.BRAKES_DELETES_COUNT),
            number(SettingKey.BRAKES_DELETES_PERCENT),
            number(SettingKey.BRAKES_REWRITES_PER_HOUR)),
        one(ConflictPolicy.class, SettingKey.CONFLICT),
        one(DeletePast.class, SettingKey.DELETE_PAST),
        one(VisibleForMode.class, SettingKey.CRM_VISIBLE_FOR),
        new KindSettings(
            new TaskSettings(fixed(SettingKey.CATEGORY_TASK), number(SettingKey.TASK_TYPE_DEFAULT)),
            new MeetingSettings(
                one(MeetingSettings.Invitations.class, SettingKey.INVITATIONS),
                on(SettingKey.PARTICIPANTS_AS_TEXT),
                number(SettingKey.BRAKES_MAILS_PER_RUN)),
            directions()));
  }

  private Map<Kind, Direction> directions() {
    Map<Kind, Direction> directions = new EnumMap<>(Kind.class);
    Map.of(
            Kind.APPOINTMENT, SettingKey.DIRECTION_APPOINTMENT,
            Kind.TASK, SettingKey.DIRECTION_TASK,
            Kind.CONTACT, SettingKey.DIRECTION_CONTACT,
            Kind.SELECTION, SettingKey.DIRECTION_SELECTION)
        .forEach(
            (kind, key) -> {
              if (!text(key).isBlank()) {
                directions.put(kind, one(Direction.class, key));
              }
            });
    return directions;
  }

  private MappingSettings mapping() {
    return new MappingSettings(
        one(SubjectFormat.class, SettingKey.SUBJECT_FORMAT),
        text(SettingKey.SUBJECT_TEMPLATE),
        fixed(SettingKey.CATEGORY_APPOINTMENT),
        number(SettingKey.TYPE_DEFAULT),
        number(SettingKey.TYPE_ALLDAY),
        on(SettingKey.TYPE_FROM_CATEGORY),
        number(SettingKey.COMPANY_DEFAULT),
        on(SettingKey.COMPANY_LINES),
        on(SettingKey.ALARM_TO_MAILBOX),
        on(SettingKey.ALARM_TO_CRM),
        one(PrivateItems.class, SettingKey.PRIVATE_ITEMS),
        contacts());
  }

  private ContactSettings contacts() {
    return new ContactSettings(
        on(SettingKey.CONTACTS_TWO_WAY_FIELDS),
        one(DeletedContact.class, SettingKey.CONTACTS_DELETED),
        on(SettingKey.BIRTHDAY),
        one(PhoneOrder.class, SettingKey.CONTACTS_PHONE_ORDER),
        fixed(SettingKey.CATEGORY_PERSON).orElseThrow(),
        SettingForm.parseKeys(text(SettingKey.CONTACTS_CHOSEN)),
        SettingForm.parseKeys(text(SettingKey.SELECTIONS)),
        one(SelectionsAs.class, SettingKey.SELECTIONS_AS),
        fixed(SettingKey.CATEGORY_SELECTION),
        fieldOf(text(SettingKey.CONTACTS_JOB_TITLE)));
  }

  /** The programmatic id that a value of contacts.job-title names; empty for the title itself. */
  public static Optional<String> fieldOf(String jobTitle) {
    return jobTitle.startsWith(SettingForm.FIELD)
        ? Optional.of(jobTitle.substring(SettingForm.FIELD.length()).trim())
        : Optional.empty();
  }

  private Optional<String> fixed(SettingKey key) {
    String value = text(key);
    return value.startsWith(SettingForm.FIXED)
        ? Optional.of(value.substring(SettingForm.FIXED.length()).trim())
        : Optional.empty();
  }

  private String text(SettingKey key) {
    return values.getOrDefault(key, key.defaultValue());
  }

  private int number(SettingKey key) {
    return Integer.parseInt(text(key).trim());
  }

  private boolean on(SettingKey key) {
    return text(key).trim().equals("on");
  }

  private <E extends Enum<E>> E one(Class<E> type, SettingKey key) {
    return SettingForm.parse(type, text(key));
  }
}
