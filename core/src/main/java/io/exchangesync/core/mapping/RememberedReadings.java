package io.exchangesync.core.mapping;

import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.CrmRecord;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.MailboxItem;
import io.exchangesync.core.model.When;
import io.exchangesync.core.model.Window;
import java.time.ZoneId;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A mapping that remembers what rows and items read as: matching, planning and bookkeeping read the
 * same one after the other.
 *
 * <p>For the work of one thread on one mailbox; it remembers a few chunks at most. Readings of
 * items with a base are not remembered, because they depend on it.
 */
public final class RememberedReadings implements ItemMapping {
  private static final int MOST = 512;

  private final ItemMapping mapping;
  private final Map<Object, FieldValues> known = new IdentityHashMap<>();

  public RememberedReadings(ItemMapping mapping) {
    this.mapping = mapping;
  }

  @Override
  public FieldValues readCrm(CrmRecord row) {
    return remembered(row, () -> mapping.readCrm(row));
  }

  @Override
  public FieldValues readMailbox(MailboxItem item, Optional<Base> base) {
    return base.isEmpty()
        ? remembered(item, () -> mapping.readMailbox(item, base))
        : mapping.readMailbox(item, base);
  }

  private FieldValues remembered(Object side, Supplier<FieldValues> reading) {
    FieldValues values = known.get(side);
    if (values == null) {
      values = reading.get();
      if (known.size() >= MOST) {
        known.clear();
      }
      known.put(side, values);
    }
    return values;
  }

  @Override
  public int version() {
    return mapping.version();
  }

  @Override
  public Travel travel(Field field) {
    return mapping.travel(field);
  }

  @Override
  public Optional<When> when(CrmRecord row) {
    return mapping.when(row);
  }

  @Override
  public List<When> dates(CrmRecord row) {
    return mapping.dates(row);
  }

  @Override
  public CrmRecord onlyDates(CrmRecord row, Predicate<CrmRecord> stays) {
    return mapping.onlyDates(row, stays);
  }

  @Override
  public boolean overlaps(CrmRecord row, Window window, ZoneId viewer) {
    return mapping.overlaps(row, window, viewer);
  }

  @Override
  public boolean overlaps(MailboxItem item, Window window, ZoneId viewer) {
    return mapping.overlaps(item, window, viewer);
  }

  @Override
  public Optional<FieldMerge.Result> merge(Field field, FieldMerge.Question question) {
    return mapping.merge(field, question);
  }

  @Override
  public Set<Field> withheld(FieldValues read) {
    return mapping.withheld(read);
  }

  @Override
  public FieldValues asAgreed(FieldValues now, FieldValues agreed, Set<Field> withheld) {
    return mapping.asAgreed(now, agreed, withheld);
  }

  @Override
  public Base agreed(Base now, Base before, MailboxItem item) {
    return mapping.agreed(now, before, item);
  }

  @Override
  public FieldValues unveiled(CrmRecord row) {
    return mapping.unveiled(row);
  }

  @Override
  public FieldValues unveiled(MailboxItem item, Optional<Base> base) {
    return mapping.unveiled(item, base);
  }

  @Override
  public MailboxItem veiled(MailboxItem item, Set<Field> texts, Optional<Base> base) {
    return mapping.veiled(item, texts, base);
  }

  @Override
  public String owned(Field field, String own, String merged) {
    return mapping.owned(field, own, merged);
  }

  @Override
  public boolean stale(Base base) {
    return mapping.stale(base);
  }

  @Override
  public Optional<MatchKey> matchKey(FieldValues values) {
    return mapping.matchKey(values);
  }

  @Override
  public boolean agree(Field field, String crm, String mailbox) {
    return mapping.agree(field, crm, mailbox);
  }

  @Override
  public CrmRecord putCrm(FieldValues wanted, CrmRecord original) {
    return mapping.putCrm(wanted, original);
  }

  @Override
  public MailboxItem putMailbox(FieldValues wanted, MailboxItem original) {
    return mapping.putMailbox(wanted, original);
  }

  @Override
  public MailboxItem putMailbox(FieldValues wanted, MailboxItem original, Optional<Base> base) {
    return mapping.putMailbox(wanted, original, base);
  }

  @Override
  public CrmRecord newCrm(FieldValues wanted) {
    return mapping.newCrm(wanted);
  }

  @Override
  public CrmRecord newCrm(FieldValues wanted, MailboxItem item) {
    return mapping.newCrm(wanted, item);
  }

  @Override
  public MailboxItem newMailbox(FieldValues wanted, CrmRecord row) {
    return mapping.newMailbox(wanted, row);
  }
}
