package io.exchangesync.core.settings;

import java.util.Objects;
import java.util.Optional;

/**
 * How values are translated (sync-rules sections 2 and 6).
 *
 * @param categoryFixed setting category.appointment: a fixed name; empty = the name of the
 *     follow-up type
 * @param typeDefault Task_id for items from Outlook; 0 = first live type with record_type 1
 * @param typeAllDay Task_id for all-day items from Outlook; 0 = as typeDefault
 * @param typeFromCategory a category with a type's name chooses the type
 * @param companyDefault contact_id for items from Outlook; 0 = none
 * @param companyLines whether company and person are written as marked lines into the body
 */
public record MappingSettings(
    SubjectFormat subjectFormat,
    String subjectTemplate,
    Optional<String> categoryFixed,
    int typeDefault,
    int typeAllDay,
    boolean typeFromCategory,
    int companyDefault,
    boolean companyLines,
    boolean alarmToMailbox,
    boolean alarmToCrm,
    PrivateItems privateItems,
    ContactSettings contacts) {

  public static final MappingSettings DEFAULTS =
      new MappingSettings(
          SubjectFormat.TEXT,
          "",
          Optional.of("SuperOffice Appointment"),
          0,
          0,
          false,
          0,
          true,
          true,
          true,
          PrivateItems.FULL,
          ContactSettings.DEFAULTS);

  public MappingSettings {
    Objects.requireNonNull(subjectFormat);
    Objects.requireNonNull(subjectTemplate);
    Objects.requireNonNull(categoryFixed);
    Objects.requireNonNull(privateItems);
    Objects.requireNonNull(contacts);
  }

  /** The same with another category and default type, for another kind of follow-ups. */
  public MappingSettings withType(Optional<String> newCategoryFixed, int newTypeDefault) {
    return new MappingSettings(
        subjectFormat,
        subjectTemplate,
        newCategoryFixed,
        newTypeDefault,
        typeAllDay,
        typeFromCategory,
        companyDefault,
        companyLines,
        alarmToMailbox,
        alarmToCrm,
        privateItems,
        contacts);
  }

  /** The same with other settings of contacts. */
  public MappingSettings withContacts(ContactSettings newContacts) {
    return new MappingSettings(
        subjectFormat,
        subjectTemplate,
        categoryFixed,
        typeDefault,
        typeAllDay,
        typeFromCategory,
        companyDefault,
        companyLines,
        alarmToMailbox,
        alarmToCrm,
        privateItems,
        newContacts);
  }

  /** Setting {@code subject.format}. */
  public enum SubjectFormat {
    /** The title alone, first 250 characters. */
    TEXT,
    /** Company, department, person, phone and type before the title. */
    COMPANY_PERSON,
    /** Type and first line. */
    TYPE,
    /** A free template with {company} {department} {person} {phone} {type} {text}. */
    TEMPLATE
  }

  /** Setting {@code private.items}: what of a private item leaves its side. */
  public enum PrivateItems {
    FULL,
    TIME_ONLY,
    SKIP
  }
}
