package io.exchangesync.core.settings;

import java.util.Arrays;
import java.util.Optional;

/** The settings an administrator can change (sync-rules section 6). */
public enum SettingKey {
  WINDOW_BACK(
      "window.back",
      "30",
      SettingForm.wholeNumber(0, 3650),
      "Days before today that are synchronized."),
  WINDOW_AHEAD(
      "window.ahead",
      "120",
      SettingForm.wholeNumber(0, 3650),
      "Days after today that are synchronized."),
  DIRECTION(
      "direction",
      "both",
      SettingForm.oneOf(SyncSettings.Direction.class),
      "Which way changes travel."),
  DIRECTION_APPOINTMENT(
      "direction.appointment",
      "",
      SettingForm.oneOfOrAs(SyncSettings.Direction.class, "direction"),
      "Which way changes of appointments travel; empty = as direction."),
  DIRECTION_TASK(
      "direction.task",
      "",
      SettingForm.oneOfOrAs(SyncSettings.Direction.class, "direction"),
      "Which way changes of tasks travel; empty = as direction."),
  DIRECTION_CONTACT(
      "direction.contact",
      "",
      SettingForm.oneOfOrAs(SyncSettings.Direction.class, "direction"),
      "Which way changes of contacts travel; empty = as direction."),
  DIRECTION_SELECTION(
      "direction.selection",
      "",
      SettingForm.oneOfOrAs(SyncSettings.Direction.class, "direction"),
      "Which way changes of selections travel; empty = as direction."),
  SUBJECT_FORMAT(
      "subject.format",
      "text",
      SettingForm.oneOf(MappingSettings.SubjectFormat.class),
      "What the subject shows around the title."),
  SUBJECT_TEMPLATE(
      "subject.template", "", SettingForm.template(), "The subject for subject.format = template."),
  CATEGORY_APPOINTMENT(
      "category.appointment",
      "fixed:SuperOffice Appointment",
      SettingForm.category(),
      "The category of appointments: a fixed name, or the name of the follow-up type."),
  CATEGORY_TASK(
      "category.task",
      "fixed:SuperOffice Task",
      SettingForm.category(),
      "The category of tasks: a fixed name, or the name of the follow-up type."),
  TASK_TYPE_DEFAULT(
      "task.type.default",
      "0",
      SettingForm.key(),
      "Follow-up type of tasks from Outlook; 0 = the first to-do type."),
  TYPE_DEFAULT(
      "type.default",
      "0",
      SettingForm.key(),
      "Follow-up type of items from Outlook; 0 = the first appointment type."),
  TYPE_ALLDAY(
      "type.allday",
      "0",
      SettingForm.key(),
      "Follow-up type of all-day items from Outlook; 0 = as type.default."),
  TYPE_FROM_CATEGORY(
      "type.from-category",
      "off",
      SettingForm.onOff(),
      "A category with a type's name chooses the follow-up type."),
  COMPANY_DEFAULT(
      "company.default", "0", SettingForm.key(), "Company of items from Outlook; 0 = none."),
  COMPANY_LINES(
      "company.lines",
      "on",
      SettingForm.onOff(),
      "Company and person are written as marked lines below the text in Outlook."),
  FILTER_ALLDAY(
      "filter.allday",
      "none",
      SettingForm.oneOf(SyncSettings.FilterSettings.Filter.class),
      "Directions in which all-day items are not followed."),
  FILTER_FREE(
      "filter.free",
      "none",
      SettingForm.oneOf(SyncSettings.FilterSettings.Filter.class),
      "Directions in which items shown as free are not followed."),
  FILTER_PRIVATE(
      "filter.private",
      "none",
      SettingForm.oneOf(SyncSettings.FilterSettings.Filter.class),
      "Directions in which private items are not followed."),
  FILTER_RECURRING(
      "filter.recurring",
      "none",
      SettingForm.oneOf(SyncSettings.FilterSettings.Filter.class),
      "Directions in which series are not followed."),
  ALARM_TO_MAILBOX(
      "alarm.to-mailbox", "on", SettingForm.onOff(), "Alarms of SuperOffice set reminders."),
  ALARM_TO_CRM("alarm.to-crm", "on", SettingForm.onOff(), "Reminders of Outlook set alarms."),
  PRIVATE_ITEMS(
      "private.items",
      "full",
      SettingForm.oneOf(MappingSettings.PrivateItems.class),
      "What of a private item leaves its side."),
  CONFLICT(
      "conflict",
      "newest",
      SettingForm.oneOf(SyncSettings.ConflictPolicy.class),
      "Who wins a field that both sides changed differently."),
  DELETE_PAST(
      "delete.past",
      "keep",
      SettingForm.oneOf(SyncSettings.DeletePast.class),
      "What happens to a completed or past follow-up whose item was deleted in the mailbox."),
  BRAKES_DELETES_COUNT(
      "brakes.deletes-count",
      "50",
      SettingForm.wholeNumber(1, 100_000),
      "Deletes within a run and the last 24 hours that stop a mailbox."),
  BRAKES_DELETES_PERCENT(
      "brakes.deletes-percent",
      "30",
      SettingForm.wholeNumber(1, 100),
      "Share of live links whose deletion stops a mailbox, from 5 deletes on."),
  BRAKES_REWRITES_PER_HOUR(
      "brakes.rewrites-per-hour",
      "10",
      SettingForm.wholeNumber(1, 1000),
      "Writes of one link per hour that hold it."),
  INVITATIONS(
      "invitations",
      "none",
      SettingForm.oneOf(MeetingSettings.Invitations.class),
      "Whether participants of SuperOffice are invited by Exchange, which sends mails."),
  PARTICIPANTS_AS_TEXT(
      "participants.as-text",
      "on",
      SettingForm.onOff(),
      "Participants that are not invited in Exchange stand as marked lines below the text."),
  BRAKES_MAILS_PER_RUN(
      "brakes.mails-per-run",
      "20",
      SettingForm.wholeNumber(0, 100_000),
      "Mails within a run of a mailbox from which on invitations are held."),
  CRM_VISIBLE_FOR(
      "crm.visible-for",
      "unproved",
      SettingForm.oneOf(SyncSettings.VisibleForMode.class),
      "Whether who may see a follow-up may be written in SuperOffice."),
  CATEGORY_PERSON(
      "category.person",
      "fixed:SuperOffice Person",
      SettingForm.fixedCategoryOr(Optional.empty()),
      "The category of contacts that come from SuperOffice."),
  BIRTHDAY("birthday", "on", SettingForm.onOff(), "Contacts carry the person's birthday."),
  CONTACTS_TWO_WAY_FIELDS(
      "contacts.two-way-fields",
      "off",
      SettingForm.onOff(),
      "Edits of a person's own phone, e-mail, address and title in Outlook travel to SuperOffice."),
  CONTACTS_DELETED(
      "contacts.deleted",
      "put-back",
      SettingForm.oneOf(ContactSettings.DeletedContact.class),
      "What follows when a contact of SuperOffice is deleted in the mailbox; the person stays."),
  CONTACTS_JOB_TITLE(
      "contacts.job-title",
      "title",
      SettingForm.titleOrField(),
      "What a contact shows as job title: the person's title, or a user-defined text field."),
  CONTACTS_PHONE_ORDER(
      "contacts.phone-order",
      "direct-first",
      SettingForm.oneOf(ContactSettings.PhoneOrder.class),
      "Which number is the first business phone: the person's own or the switchboard."),
  CONTACTS_CHOSEN(
      "contacts.chosen",
      "",
      SettingForm.keys(),
      "Persons that are always contacts of the mailbox (person_id)."),
  SELECTIONS(
      "selections",
      "",
      SettingForm.keys(),
      "Selections whose persons are contacts of the mailbox (selection_id)."),
  SELECTIONS_AS(
      "selections.as",
      "category",
      SettingForm.oneOf(ContactSettings.SelectionsAs.class),
      "How a selection shows in the mailbox."),
  CATEGORY_SELECTION(
      "category.selection",
      "name",
      SettingForm.fixedCategoryOr(Optional.of("name")),
      "The category of a selection's members: the selection's name, or one fixed name."),
  HOUSEKEEPING_AT(
      "housekeeping.at",
      "02:00",
      SettingForm.timeOfDay(),
      "When job housekeeping runs every day, in the zone of housekeeping.zone."),
  HOUSEKEEPING_ZONE(
      "housekeeping.zone",
      "",
      SettingForm.zone(),
      "The time zone of housekeeping.at; empty = that of the server."),
  JOURNAL_RETENTION_DAYS(
      "journal.retention-days",
      "90",
      SettingForm.wholeNumber(2, 3650),
      "Days after which housekeeping forgets what was done; it can't be explained or undone then."),
  POLL_INTERVAL(
      "poll.interval",
      "30",
      SettingForm.wholeNumber(1, 86_400),
      "Seconds after which a mailbox is asked again whether something changed.");

  private final String key;
  private final String defaultValue;
  private final SettingForm form;
  private final String description;

  SettingKey(String key, String defaultValue, SettingForm form, String description) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.form = form;
    this.description = description;
  }

  /** The name in tables, files and the administrator's API. */
  public String key() {
    return key;
  }

  public String defaultValue() {
    return defaultValue;
  }

  public String description() {
    return description;
  }

  /** What values are allowed, in words. */
  public String allowed() {
    return form.allowed();
  }

  /** Whether the value is one of those allowed. */
  public boolean accepts(String value) {
    return form.accepts(value);
  }

  /** Whether it can be set for the whole installation only. */
  public boolean systemOnly() {
    return switch (this) {
      case CRM_VISIBLE_FOR,
          HOUSEKEEPING_AT,
          HOUSEKEEPING_ZONE,
          JOURNAL_RETENTION_DAYS,
          POLL_INTERVAL ->
          true;
      default -> false;
    };
  }

  /** What a change of it means for what is linked already. */
  public Effect effect() {
    return switch (this) {
      case DELETE_PAST,
          CONFLICT,
          BRAKES_DELETES_COUNT,
          BRAKES_DELETES_PERCENT,
          BRAKES_REWRITES_PER_HOUR,
          TYPE_DEFAULT,
          TYPE_ALLDAY,
          TASK_TYPE_DEFAULT,
          COMPANY_DEFAULT,
          CONTACTS_DELETED,
          HOUSEKEEPING_AT,
          HOUSEKEEPING_ZONE,
          JOURNAL_RETENTION_DAYS,
          POLL_INTERVAL ->
          Effect.FROM_NOW_ON;
      case WINDOW_BACK,
          WINDOW_AHEAD,
          DIRECTION,
          DIRECTION_APPOINTMENT,
          DIRECTION_TASK,
          DIRECTION_CONTACT,
          DIRECTION_SELECTION,
          FILTER_ALLDAY,
          FILTER_FREE,
          FILTER_PRIVATE,
          FILTER_RECURRING,
          CONTACTS_CHOSEN,
          SELECTIONS,
          CRM_VISIBLE_FOR ->
          Effect.WHAT_IS_FOLLOWED;
      default -> Effect.HOW_IT_READS;
    };
  }

  /** What a change of a setting means for what is linked already. */
  public enum Effect {
    /** Decisions and new things only. */
    FROM_NOW_ON,
    /** More or less is followed; a comparison of both sides adds what is missing. */
    WHAT_IS_FOLLOWED,
    /** The same values are written otherwise; what is linked follows when it changes. */
    HOW_IT_READS
  }

  public static Optional<SettingKey> find(String key) {
    return Arrays.stream(values()).filter(known -> known.key.equals(key)).findFirst();
  }
}
