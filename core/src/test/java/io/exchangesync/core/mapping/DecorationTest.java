package io.exchangesync.core.mapping;

import static io.exchangesync.core.mapping.MappingSamples.html;
import static io.exchangesync.core.mapping.MappingSamples.item;
import static io.exchangesync.core.mapping.MappingSamples.row;
import static io.exchangesync.core.mapping.MappingSamples.rowOfAcme;
import static io.exchangesync.core.mapping.MappingSamples.settings;
import static io.exchangesync.core.mapping.MappingSamples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmNames;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.settings.MappingSettings.PrivateItems;
import io.exchangesync.core.settings.MappingSettings.SubjectFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What surrounds title and body on the mailbox side. */
class DecorationTest {
  private static final AppointmentMapping COMPANY =
      MappingSamples.mapping(settings(SubjectFormat.COMPANY_PERSON, ""));
  private static final AppointmentMapping TEMPLATE =
      MappingSamples.mapping(settings(SubjectFormat.TEMPLATE, "{text} ({company})"));
  private static final AppointmentMapping LINES =
      MappingSamples.mapping(settings(SubjectFormat.TEXT, "", true, PrivateItems.FULL));

  private static Optional<Base> base(AppointmentMapping mapping, CrmAppointment row) {
    FieldValues crm = mapping.readCrm(row);
    return Optional.of(new Base(crm, crm, mapping.version()));
  }

  private static MailboxAppointment made(AppointmentMapping mapping, CrmAppointment row) {
    return mapping.newMailbox(mapping.readCrm(row), row);
  }

  private static CrmAppointment renamed(CrmAppointment row) {
    return row.with().names(new CrmNames("Bolt", "", "Ann Lee", "")).build();
  }

  private static String read(
      AppointmentMapping mapping, Field field, MailboxAppointment item, Optional<Base> base) {
    return mapping.readMailbox(item, base).get(field).orElseThrow();
  }

  @Test
  void theTitleAloneIsTheDefault() {
    AppointmentMapping plain = MappingSamples.mapping(settings(SubjectFormat.TEXT, ""));
    assertThat(made(plain, rowOfAcme()).subject()).isEqualTo("Budget");
    assertThat(plain.readCrm(rowOfAcme()).get(Field.DECORATION)).contains("");
  }

  @Test
  void companyAndPersonStandBeforeTheTitle() {
    CrmAppointment row = rowOfAcme().with().taskId(MappingSamples.LUNCH).build();
    assertThat(made(COMPANY, row).subject())
        .isEqualTo("Acme, Sales, Ann Lee, 555 12, Lunch: Budget");
  }

  @Test
  void theTypeStandsBeforeTheFirstLine() {
    AppointmentMapping type = MappingSamples.mapping(settings(SubjectFormat.TYPE, ""));
    assertThat(made(type, row()).subject()).isEqualTo("Meeting: Budget");
  }

  @Test
  void aPartOfATemplateWithoutNamesIsLeftOut() {
    assertThat(made(TEMPLATE, rowOfAcme()).subject()).isEqualTo("Budget (Acme)");
    assertThat(made(TEMPLATE, row()).subject()).isEqualTo("Budget");
  }

  @Test
  void aTitleEditedInOutlookGoesBackWithoutTheDecoration() {
    MailboxAppointment edited = made(TEMPLATE, rowOfAcme()).with().subject("Plan (Acme)").build();
    Optional<Base> base = base(TEMPLATE, rowOfAcme());
    assertThat(read(TEMPLATE, Field.SUBJECT, edited, base)).isEqualTo("Plan");
    assertThat(read(TEMPLATE, Field.DECORATION, edited, base))
        .isEqualTo(TEMPLATE.readCrm(rowOfAcme()).get(Field.DECORATION).orElseThrow());
  }

  @Test
  void aDecorationRemovedInOutlookReadsAsNone() {
    MailboxAppointment edited = made(TEMPLATE, rowOfAcme()).with().subject("Plan").build();
    Optional<Base> base = base(TEMPLATE, rowOfAcme());
    assertThat(read(TEMPLATE, Field.SUBJECT, edited, base)).isEqualTo("Plan");
    assertThat(read(TEMPLATE, Field.DECORATION, edited, base)).isEmpty();
  }

  @Test
  void aNewCompanyNameReplacesTheOldOneAndKeepsTheTitle() {
    CrmAppointment renamed = renamed(rowOfAcme());
    FieldValues decoration =
        FieldValues.none()
            .with(Field.DECORATION, TEMPLATE.readCrm(renamed).get(Field.DECORATION).orElseThrow());
    MailboxAppointment after =
        TEMPLATE.putMailbox(decoration, made(TEMPLATE, rowOfAcme()), base(TEMPLATE, rowOfAcme()));
    assertThat(after.subject()).isEqualTo("Budget (Bolt)");
  }

  @Test
  void aNewTitleKeepsTheDecoration() {
    MailboxAppointment after =
        TEMPLATE.putMailbox(
            FieldValues.none().with(Field.SUBJECT, "Plan"),
            made(TEMPLATE, rowOfAcme()),
            base(TEMPLATE, rowOfAcme()));
    assertThat(after.subject()).isEqualTo("Plan (Acme)");
  }

  @Test
  void aLoneDecorationWithoutABaseLeavesTheSubjectAlone() {
    FieldValues decoration =
        FieldValues.none()
            .with(
                Field.DECORATION,
                TEMPLATE.readCrm(renamed(rowOfAcme())).get(Field.DECORATION).orElseThrow());
    MailboxAppointment item = made(TEMPLATE, rowOfAcme());
    assertThat(TEMPLATE.putMailbox(decoration, item).subject()).isEqualTo("Budget (Acme)");
  }

  @Test
  void aSubjectIsNeverLongerThanTheMailboxTakes() {
    CrmAppointment row = rowOfAcme().with().title("x".repeat(300)).build();
    assertThat(made(TEMPLATE, row).subject()).hasSize(255).endsWith("x (Acme)");
  }

  @Test
  void companyAndPersonLinesStandMarkedBelowTheText() {
    CrmAppointment row = rowOfAcme().with().agenda("<p>Numbers</p>").build();
    MailboxAppointment item = made(LINES, row);
    assertThat(item.body())
        .isEqualTo(
            text(
                "Numbers\n\n[SuperOffice]\nCompany: Acme, Sales\nPerson: Ann Lee, 555 12\n"
                    + "[/SuperOffice]"));
    assertThat(read(LINES, Field.BODY, item, Optional.empty())).isEqualTo("<p>Numbers</p>");
  }

  @Test
  void aBodyEditedInOutlookNeverBringsTheLinesIntoSuperOffice() {
    String outlook =
        "<div class=WordSection1><p class=MsoNormal>Numbers!</p><p class=MsoNormal>"
            + "[<span class=SpellE>SuperOffice</span>]<br>Company: Acme<o:p></o:p></p>"
            + "<p class=MsoNormal>[/SuperOffice]</p><p>below</p></div>";
    MailboxAppointment item = item().with().body(html(outlook)).build();
    assertThat(read(LINES, Field.BODY, item, Optional.empty()))
        .isEqualTo("<p>Numbers!</p><p>below</p>");
    assertThat(read(LINES, Field.DECORATION, item, Optional.empty())).isEqualTo("||Company: Acme");
  }

  @Test
  void linesWhoseEndMarkWasDeletedAreStillOurs() {
    MailboxAppointment item =
        item().with().body(text("a\n[SuperOffice]\nCompany: Acme\nmine")).build();
    assertThat(read(LINES, Field.BODY, item, Optional.empty())).isEqualTo("<p>a</p><p>mine</p>");
  }

  @Test
  void aChangedCompanyNameRewritesTheLinesAndNothingElse() {
    String before =
        "<html><head><style>p{color:red}</style></head><body><p>a<img src=\"cid:1\"></p>"
            + "<p>[SuperOffice]<br>Company: Acme<br>[/SuperOffice]</p></body></html>";
    MailboxAppointment item = item().with().body(html(before)).build();
    MailboxAppointment after =
        LINES.putMailbox(
            FieldValues.none().with(Field.DECORATION, "||Company: Bolt"), item, Optional.empty());
    assertThat(after.body().content()).isEqualTo(before.replace("Acme", "Bolt"));
    MailboxAppointment without =
        LINES.putMailbox(FieldValues.none().with(Field.DECORATION, ""), item, Optional.empty());
    assertThat(without.body().content()).contains("cid:1").doesNotContain("SuperOffice", "Acme");
  }

  @Test
  void decorationsOfAnyTextAreReadBack() {
    Decoration odd = new Decoration("a|b\\n ", "\\s|", "c\nd\\b");
    assertThat(Decoration.decoded(odd.encoded())).isEqualTo(odd);
  }

  @Test
  void firstLinksCompareWithoutKnownDecorations() {
    assertThat(SubjectDecorations.undecorated("!!! RE: Budget ")).isEqualTo("Budget");
    CrmNames names = new CrmNames("Acme", "Sales", "Ann Lee", "");
    assertThat(SubjectDecorations.undecorated("Acme, Sales - Ann Lee: Budget", names, "Meeting"))
        .isEqualTo("Budget");
    assertThat(SubjectDecorations.undecorated("Budget (Acme)", names, "")).isEqualTo("Budget");
    assertThat(SubjectDecorations.undecorated("Acmeology", names, "")).isEqualTo("Acmeology");
  }
}
