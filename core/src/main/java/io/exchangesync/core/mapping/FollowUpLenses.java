package io.exchangesync.core.mapping;

import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.MailboxEntry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * All lenses of one kind of follow-ups behind the curtain of private items.
 *
 * <p>A lens writes only where the side reads differently from what is wanted, so GetPut holds for
 * every value; reading is total, a value that can't be written ends in an {@link
 * UnmappableException}.
 */
final class FollowUpLenses {
  private final List<FieldLens> lenses;
  private final PrivateCurtain curtain;

  /**
   * @param lenses in the order in which they write
   */
  FollowUpLenses(List<FieldLens> lenses, PrivateCurtain curtain) {
    this.lenses = List.copyOf(lenses);
    this.curtain = curtain;
  }

  Set<Field> withheld(FieldValues read) {
    return curtain.withheld(read);
  }

  FieldValues readCrm(CrmAppointment row) {
    return curtain.drawn(rawCrm(row));
  }

  /** What a row says behind the curtain. */
  FieldValues rawCrm(CrmAppointment row) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    for (FieldLens lens : lenses) {
      lens.readCrm(row).ifPresent(text -> values.put(lens.field(), text));
    }
    return FieldValues.of(values);
  }

  FieldValues readMailbox(MailboxEntry item, Optional<Base> base) {
    return curtain.drawn(rawMailbox(item, base));
  }

  /** What an item says behind the curtain. */
  FieldValues rawMailbox(MailboxEntry item, Optional<Base> base) {
    return rawMailbox(worn(item, base, FieldValues.none()));
  }

  /** The item with neutral texts in these fields, also where it is private already. */
  MailboxEntry veiled(MailboxEntry original, Set<Field> texts, Optional<Base> base) {
    WornItem item = worn(original, base, FieldValues.none());
    for (FieldLens lens : lenses) {
      Optional<String> text =
          Optional.ofNullable(curtain.neutral().get(lens.field()))
              .filter(neutral -> texts.contains(lens.field()));
      if (text.isPresent() && !text.equals(lens.readMailbox(item))) {
        item = lens.putMailbox(text.get(), item);
      }
    }
    return item.entry();
  }

  private FieldValues rawMailbox(WornItem item) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    for (FieldLens lens : lenses) {
      lens.readMailbox(item).ifPresent(text -> values.put(lens.field(), text));
    }
    return FieldValues.of(values);
  }

  CrmAppointment putCrm(FieldValues wanted, CrmAppointment original) {
    FieldValues left = curtain.toPut(wanted, privacy(lens -> lens.readCrm(original)));
    CrmAppointment row = original;
    for (FieldLens lens : lenses) {
      Optional<String> text = left.get(lens.field());
      if (text.isPresent() && !text.equals(lens.readCrm(row))) {
        row = lens.putCrm(text.get(), row);
      }
    }
    return row.equals(original) ? original : row;
  }

  MailboxEntry putMailbox(FieldValues wanted, MailboxEntry original, Optional<Base> base) {
    WornItem item = worn(original, base, wanted);
    WornItem unchanged = item;
    FieldValues left = curtain.toPut(wanted, privacy(lens -> lens.readMailbox(unchanged)));
    for (FieldLens lens : lenses) {
      Optional<String> text = left.get(lens.field());
      if (text.isPresent() && !text.equals(lens.readMailbox(item))) {
        item = lens.putMailbox(text.get(), item);
      }
    }
    return item.entry().equals(original) ? original : item.entry();
  }

  /** The one field on which the curtain depends; nothing else is read before it is written. */
  private FieldValues privacy(Function<FieldLens, Optional<String>> reading) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    for (FieldLens lens : lenses) {
      if (lens.field() == Field.PRIVACY) {
        reading.apply(lens).ifPresent(text -> values.put(Field.PRIVACY, text));
      }
    }
    return FieldValues.of(values);
  }

  /**
   * What the subject wears: as a base tells, else as the wanted decoration if it is there already;
   * a subject that is to be replaced wears nothing we would have to keep.
   */
  private static WornItem worn(MailboxEntry item, Optional<Base> base, FieldValues wanted) {
    List<FieldValues> readings = new ArrayList<>();
    base.ifPresent(known -> readings.addAll(List.of(known.mailbox(), known.crm())));
    boolean known = base.isPresent() || wanted.get(Field.SUBJECT).isPresent();
    if (readings.isEmpty()) {
      readings.add(wanted);
    }
    Optional<Decoration> found =
        Decoration.worn(item.subject(), readings).filter(any -> !any.equals(Decoration.NONE));
    Optional<Decoration> worn = known ? found.or(() -> Optional.of(Decoration.NONE)) : found;
    return new WornItem(item, worn, base);
  }
}
