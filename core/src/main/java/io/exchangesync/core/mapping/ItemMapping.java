package io.exchangesync.core.mapping;

import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.When;
import io.exchangesync.core.model.Window;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The translation of whole things of one kind.
 *
 * <p>Laws, for every value: {@code putX(readX(v), v) == v} (GetPut), and {@code readX(putX(f, v))}
 * agrees with {@code f} in every field that the side can hold (PutGet).
 */
public interface ItemMapping {

  /** Version of the mapping; a base read by another version is read again before it is compared. */
  int version();

  /** Which way changes of a field travel, by rule and setting. */
  Travel travel(Field field);

  /** When the record takes place; empty for kinds without a time. */
  Optional<When> when(CrmRecord row);

  /** Every date on which the record takes place; one unless it is a series. */
  default List<When> dates(CrmRecord row) {
    return when(row).stream().toList();
  }

  /** A series with only those of its dates that stay, ended at the last of them. */
  default CrmRecord onlyDates(CrmRecord row, Predicate<CrmRecord> stays) {
    return row;
  }

  /** Whether any date of a record takes place inside, for somebody in {@code viewer}. */
  default boolean overlaps(CrmRecord row, Window window, ZoneId viewer) {
    return dates(row).stream().anyMatch(date -> window.overlaps(date, viewer));
  }

  /** Whether any date of an item takes place inside, for somebody in {@code viewer}. */
  default boolean overlaps(MailboxItem item, Window window, ZoneId viewer) {
    return false;
  }

  /** The canonical fields of a row. */
  FieldValues readCrm(CrmRecord row);

  /**
   * The canonical fields of an item.
   *
   * @param base the last agreed readings, which tell what decoration we wrote into the subject and
   *     body
   */
  FieldValues readMailbox(MailboxItem item, Optional<Base> base);

  /**
   * Fields that a side with this reading keeps to itself for now: not compared, and what was agreed
   * on them stays agreed.
   */
  default Set<Field> withheld(FieldValues read) {
    return Set.of();
  }

  /**
   * A side's reading with what is withheld as it was agreed.
   *
   * @param withheld fields that are kept back on either side
   */
  default FieldValues asAgreed(FieldValues now, FieldValues agreed, Set<Field> withheld) {
    FieldValues values = now;
    for (Field field : withheld) {
      Optional<String> text = agreed.get(field);
      values = text.isPresent() ? values.with(field, text.get()) : values.without(field);
    }
    return values;
  }

  /** What was agreed on, but for dates that the item keeps to itself: their texts as before. */
  default Base agreed(Base now, Base before, MailboxItem item) {
    return now;
  }

  /** What a record says although its side keeps it to itself. */
  default FieldValues unveiled(CrmRecord row) {
    return readCrm(row);
  }

  /**
   * What an item says although its side keeps it to itself.
   *
   * @param base as for {@link #readMailbox}
   */
  default FieldValues unveiled(MailboxItem item, Optional<Base> base) {
    return readMailbox(item, base);
  }

  /**
   * The item with neutral texts in place of its own.
   *
   * @param texts the fields concerned
   * @param base as for {@link #readMailbox}
   */
  default MailboxItem veiled(MailboxItem item, Set<Field> texts, Optional<Base> base) {
    return item;
  }

  /** How a field that is made of parts is merged; empty = as a whole. */
  default Optional<FieldMerge.Result> merge(Field field, FieldMerge.Question question) {
    return Optional.empty();
  }

  /**
   * What the side that owns a field will have: its own value, with those parts of the other side's
   * that belong to everybody.
   *
   * @param merged its value with the other side's edits
   */
  default String owned(Field field, String own, String merged) {
    return own;
  }

  /** Whether two halves have to be looked at although neither changed since they agreed on this. */
  default boolean stale(Base base) {
    return false;
  }

  /** What unlinked halves are compared by; empty if these values can't be matched. */
  Optional<MatchKey> matchKey(FieldValues values);

  /**
   * Whether two canonical values of a field mean the same although the texts differ, such as the
   * two instants of an ambiguous autumn hour; used where there is no base to compare with.
   */
  boolean agree(Field field, String crm, String mailbox);

  /**
   * The row with these fields changed and everything else kept; fields absent from {@code wanted}
   * stay as they are.
   *
   * @throws UnmappableException if SuperOffice can't hold a value at all
   */
  CrmRecord putCrm(FieldValues wanted, CrmRecord original);

  /**
   * The item with these fields changed and everything else kept.
   *
   * <p>Without the base a lone {@code DECORATION} leaves the subject alone, because the old
   * decoration can't be told from the title.
   *
   * @throws UnmappableException if the mailbox can't hold a value at all
   */
  MailboxItem putMailbox(FieldValues wanted, MailboxItem original);

  /**
   * The item with these fields changed and everything else kept.
   *
   * @param base as for {@link #readMailbox}: tells an old decoration from the title
   * @throws UnmappableException if the mailbox can't hold a value at all
   */
  default MailboxItem putMailbox(FieldValues wanted, MailboxItem original, Optional<Base> base) {
    return putMailbox(wanted, original);
  }

  /** A new record of the owner with these fields, defaults by settings; recordId 0. */
  CrmRecord newCrm(FieldValues wanted);

  /** A new record of the owner for an item, with what only the whole item tells. */
  default CrmRecord newCrm(FieldValues wanted, MailboxItem item) {
    return newCrm(wanted);
  }

  /**
   * A new item with these fields; {@code zone} of a timed one is the row's preferred zone, else the
   * owner's.
   */
  MailboxItem newMailbox(FieldValues wanted, CrmRecord row);
}
