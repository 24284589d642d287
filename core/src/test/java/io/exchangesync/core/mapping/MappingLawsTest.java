package io.exchangesync.core.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.When;
import java.time.ZoneId;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** GetPut and PutGet of both sides, for every field, level and setting. */
class MappingLawsTest {
  @Provide
  Arbitrary<MappingContext> contexts() {
    return MappingArbitraries.contexts();
  }

  @Provide
  Arbitrary<CrmAppointment> rows() {
    return MappingArbitraries.rows();
  }

  @Provide
  Arbitrary<MailboxAppointment> items() {
    return MappingArbitraries.items();
  }

  @Property(seed = "20261122", tries = 400)
  void whatARowReadsWrittenBackChangesNothing(
      @ForAll("contexts") MappingContext context, @ForAll("rows") CrmAppointment row) {
    AppointmentMapping mapping = new AppointmentMapping(context);
    assertThat(mapping.putCrm(mapping.readCrm(row), row)).isEqualTo(row);
  }

  @Property(seed = "20261122", tries = 400)
  void whatAnItemReadsWrittenBackChangesNothing(
      @ForAll("contexts") MappingContext context,
      @ForAll("items") MailboxAppointment item,
      @ForAll("rows") CrmAppointment row) {
    AppointmentMapping mapping = new AppointmentMapping(context);
    assertThat(mapping.putMailbox(mapping.readMailbox(item, Optional.empty()), item))
        .isEqualTo(item);
    Optional<Base> base = base(mapping, row);
    assertThat(mapping.putMailbox(mapping.readMailbox(item, base), item, base)).isEqualTo(item);
  }

  @Property(seed = "20261122", tries = 400)
  void anItemReadsWhatWasWrittenFromARow(
      @ForAll("contexts") MappingContext context,
      @ForAll("rows") CrmAppointment row,
      @ForAll("items") MailboxAppointment item) {
    AppointmentMapping mapping = new AppointmentMapping(context);
    FieldValues wanted = mapping.readCrm(row);
    Optional<Base> base = base(mapping, row);
    MailboxAppointment written = item;
    try {
      written = mapping.putMailbox(wanted, item);
    } catch (UnmappableException outOfRange) {
      Assume.that(false);
    }
    FieldValues read = mapping.readMailbox(written, base);
    for (Field field : Field.values()) {
      assertMailboxHolds(context, field, wanted, read, mapping.readMailbox(item, base));
    }
    boolean hidden = hidden(context, mapping.readMailbox(item, base)) && !hidden(context, wanted);
    if (!hidden) {
      Optional<Base> agreed = Optional.of(new Base(wanted, read, mapping.version()));
      assertThat(mapping.putMailbox(wanted, written, agreed))
          .as("a second write changes nothing")
          .isEqualTo(written);
    }
  }

  private static void assertMailboxHolds(
      MappingContext context, Field field, FieldValues wanted, FieldValues read, FieldValues was) {
    String asked = wanted.get(field).orElse("absent");
    String got = read.get(field).orElse("absent");
    boolean hidden = hidden(context, was) && !hidden(context, wanted);
    switch (field) {
      case WHEN -> {
        boolean forward = WhenText.of(forward(asked)).equals(asked);
        if (forward) {
          assertThat(got).isEqualTo(asked);
        }
      }
      case SUBJECT -> {
        if (!hidden) {
          assertThat(asked).startsWith(got);
        }
      }
      case BODY -> {
        if (!hidden && !asked.isEmpty() && !asked.equals(got)) {
          assertThat(got.length()).as("only a tail is added").isGreaterThan(asked.length());
        }
      }
      case LOCATION -> {
        if (!hidden) {
          assertThat(got).startsWith(CanonicalText.cut(asked, 250));
        }
      }
      case DECORATION, CRM_REFERENCES -> {
        if (!hidden) {
          assertThat(got).isEqualTo(asked);
        }
      }
      case CATEGORY -> {
        if (!asked.isEmpty()) {
          assertThat(got).isEqualTo(asked);
        }
      }
      default -> assertThat(got).as(field.name()).isEqualTo(asked);
    }
  }

  private static boolean hidden(MappingContext context, FieldValues values) {
    return new PrivateCurtain(context.settings().privateItems(), "Private appointment")
        .drawn(
            FieldValues.none()
                .with(Field.PRIVACY, values.get(Field.PRIVACY).orElse(""))
                .with(Field.SUBJECT, "seen"))
        .get(Field.SUBJECT)
        .filter("seen"::equals)
        .isEmpty();
  }

  private static When forward(String text) {
    When when = WhenText.parse(text, ZoneId.of("UTC"));
    if (when instanceof When.Timed timed) {
      return timed.end().isBefore(timed.start())
          ? new When.Timed(timed.start(), timed.start(), timed.zone())
          : timed;
    }
    When.AllDay days = (When.AllDay) when;
    return days.last().isBefore(days.first()) ? new When.AllDay(days.first(), days.first()) : days;
  }

  @Property(seed = "20261122", tries = 400)
  void aRowReadsWhatWasWrittenFromAnItem(
      @ForAll("contexts") MappingContext context,
      @ForAll("items") MailboxAppointment item,
      @ForAll("rows") CrmAppointment anyRow) {
    CrmAppointment row = storable(context, anyRow);
    AppointmentMapping mapping = new AppointmentMapping(context);
    FieldValues wanted = mapping.readMailbox(item, Optional.empty());
    CrmAppointment written = row;
    try {
      written = mapping.putCrm(wanted, row);
    } catch (UnmappableException outOfRange) {
      Assume.that(false);
    }
    FieldValues read = mapping.readCrm(written);
    boolean hidden = hidden(context, mapping.readCrm(row)) && !hidden(context, wanted);
    for (Field field : Field.values()) {
      if (!hidden || !curtained(field)) {
        assertCrmHolds(mapping, context, field, wanted, read, written);
      }
    }
    boolean keptTail = !read.get(Field.SUBJECT).equals(wanted.get(Field.SUBJECT));
    if (!hidden && !keptTail) {
      assertThat(mapping.putCrm(wanted, written))
          .as("a second write changes nothing")
          .isEqualTo(written);
    }
  }

  /** No row holds more than its column. */
  private static CrmAppointment storable(MappingContext context, CrmAppointment row) {
    String location = CanonicalText.cut(row.location(), context.capabilities().locationLength());
    return row.with().location(location).build();
  }

  private static boolean curtained(Field field) {
    return field == Field.SUBJECT || field == Field.BODY || field == Field.LOCATION;
  }

  private static void assertCrmHolds(
      AppointmentMapping mapping,
      MappingContext context,
      Field field,
      FieldValues wanted,
      FieldValues read,
      CrmAppointment written) {
    String asked = wanted.get(field).orElse("absent");
    String got = read.get(field).orElse("absent");
    switch (field) {
      case WHEN -> assertThat(mapping.agree(field, got, asked)).as(got + " is " + asked).isTrue();
      case SUBJECT -> assertThat(got).startsWith(asked);
      case BODY -> {
        boolean fits =
            asked.length() + written.title().length() < context.capabilities().textLength();
        if (fits) {
          assertThat(got).isEqualTo(asked);
        }
      }
      case LOCATION ->
          assertThat(got)
              .isEqualTo(CanonicalText.cut(asked, context.capabilities().locationLength()));
      case FREE_BUSY, IMPORTANCE -> assertThat(got).isEqualTo(asked);
      case REMINDER -> {
        if (!asked.startsWith("on/") || Integer.parseInt(asked.substring(3)) <= Short.MAX_VALUE) {
          assertThat(got).isEqualTo(asked);
        }
      }
      case CATEGORY -> {
        boolean known = asked.equals("Meeting") || asked.equals("Lunch");
        if (context.settings().typeFromCategory() && known) {
          assertThat(got).isEqualTo(asked);
        }
      }
      default -> {}
    }
  }

  @Property(seed = "20261122", tries = 200)
  void aNewItemReadsLikeTheRowItWasMadeFrom(
      @ForAll("contexts") MappingContext context, @ForAll("rows") CrmAppointment row) {
    AppointmentMapping mapping = new AppointmentMapping(context);
    FieldValues wanted = mapping.readCrm(row);
    MailboxAppointment made = MailboxAppointment.blank(mapping.when(row).orElseThrow());
    try {
      made = mapping.newMailbox(wanted, row);
    } catch (UnmappableException outOfRange) {
      Assume.that(false);
    }
    FieldValues read = mapping.readMailbox(made, base(mapping, row));
    assertThat(read.get(Field.BODY)).isEqualTo(wanted.get(Field.BODY));
    assertThat(read.get(Field.DECORATION)).isEqualTo(wanted.get(Field.DECORATION));
    assertThat(wanted.get(Field.SUBJECT).orElse(""))
        .startsWith(read.get(Field.SUBJECT).orElse("?"));
    assertThat(read.get(Field.PRIVACY)).isEqualTo(wanted.get(Field.PRIVACY));
  }

  @Property(seed = "20261122", tries = 200)
  void aNewRowReadsLikeTheItemItWasMadeFrom(
      @ForAll("contexts") MappingContext context, @ForAll("items") MailboxAppointment item) {
    AppointmentMapping mapping = new AppointmentMapping(context);
    FieldValues wanted = mapping.readMailbox(item, Optional.empty());
    CrmAppointment made = MappingSamples.row();
    try {
      made = mapping.newCrm(wanted);
    } catch (UnmappableException outOfRange) {
      Assume.that(false);
    }
    FieldValues read = mapping.readCrm(made);
    assertThat(read.get(Field.SUBJECT)).isEqualTo(wanted.get(Field.SUBJECT));
    assertThat(
            mapping.agree(
                Field.WHEN, read.get(Field.WHEN).orElse(""), wanted.get(Field.WHEN).orElse("?")))
        .isTrue();
    assertThat(made.activeDate()).isEqualTo(made.doBy());
  }

  private static Optional<Base> base(AppointmentMapping mapping, CrmAppointment row) {
    return Optional.of(new Base(mapping.readCrm(row), FieldValues.none(), mapping.version()));
  }
}
