package io.exchangesync.core.mapping;

import static io.exchangesync.core.mapping.MappingSamples.html;
import static io.exchangesync.core.mapping.MappingSamples.item;
import static io.exchangesync.core.mapping.MappingSamples.mapping;
import static io.exchangesync.core.mapping.MappingSamples.oneTextMapping;
import static io.exchangesync.core.mapping.MappingSamples.row;
import static io.exchangesync.core.mapping.MappingSamples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.Body;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.MailboxAppointment;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Subject, body and location. */
class TextLensesTest {

  private static FieldValues only(Field field, String value) {
    return FieldValues.none().with(field, value);
  }

  private static String crm(AppointmentMapping mapping, Field field, CrmAppointment row) {
    return mapping.readCrm(row).get(field).orElseThrow();
  }

  private static String mailbox(AppointmentMapping mapping, Field field, MailboxAppointment item) {
    return mapping.readMailbox(item, Optional.empty()).get(field).orElseThrow();
  }

  private static MailboxAppointment withBody(Body body) {
    return item().with().body(body).build();
  }

  @Test
  void withAgendaTheTextIsTheTitle() {
    CrmAppointment row = row().with().title("Budget \r\n").agenda("<p>Numbers</p>").build();
    assertThat(crm(mapping(), Field.SUBJECT, row)).isEqualTo("Budget");
    assertThat(crm(mapping(), Field.BODY, row)).isEqualTo("<p>Numbers</p>");
  }

  @Test
  void withoutAgendaTheFirstLineIsTheTitleAndTheRestTheBody() {
    CrmAppointment row = row().with().title("Budget\r\n\r\nNumbers\r\n more \r\n").build();
    assertThat(crm(oneTextMapping(), Field.SUBJECT, row)).isEqualTo("Budget");
    assertThat(crm(oneTextMapping(), Field.BODY, row)).isEqualTo("Numbers\n more");
  }

  @Test
  void withoutAgendaAnEditOfOnePartKeepsTheOther() {
    CrmAppointment row = row().with().title("Budget\n\nNumbers").build();
    assertThat(oneTextMapping().putCrm(only(Field.SUBJECT, "Plan"), row).title())
        .isEqualTo("Plan\n\nNumbers");
    assertThat(oneTextMapping().putCrm(only(Field.BODY, "None"), row).title())
        .isEqualTo("Budget\n\nNone");
  }

  @Test
  void subjectsAreComparedByTheirFirst250Characters() {
    String title = "x".repeat(249) + "yz";
    CrmAppointment row = row().with().title(title).build();
    MailboxAppointment item = item().with().subject(title + "more").build();
    assertThat(crm(mapping(), Field.SUBJECT, row)).isEqualTo("x".repeat(249) + "y");
    assertThat(mailbox(mapping(), Field.SUBJECT, item)).isEqualTo("x".repeat(249) + "y");
  }

  @Test
  void aTitleIsNeverCutInsideACharacter() {
    CrmAppointment row = row().with().title("x".repeat(249) + "\ud83d\ude00").build();
    assertThat(crm(mapping(), Field.SUBJECT, row)).isEqualTo("x".repeat(249));
  }

  @Test
  void theTailOfALongTitleStaysWhenItsVisiblePartIsEdited() {
    String visible = "Budget " + "abc ".repeat(60) + "the seam of it";
    String title = CanonicalText.cut(visible, 250) + " and the tail";
    CrmAppointment row = row().with().title(title).build();
    String shown = crm(mapping(), Field.SUBJECT, row);
    CrmAppointment edited =
        mapping().putCrm(only(Field.SUBJECT, shown.replace("Budget", "Plan")), row);
    assertThat(edited.title()).isEqualTo(title.replace("Budget", "Plan"));
    assertThat(mapping().putCrm(only(Field.SUBJECT, "Other"), row).title()).isEqualTo("Other");
  }

  @Test
  void controlCharactersAndLoneSurrogatesNeverLeave() {
    CrmAppointment row = row().with().title("a\u0000b\ud800c\u0007").build();
    assertThat(crm(mapping(), Field.SUBJECT, row)).isEqualTo("abc");
    assertThat(mapping().putCrm(mapping().readCrm(row), row)).isEqualTo(row);
  }

  @Test
  void whatOutlookWrapsAroundATextIsNoChange() {
    String outlook =
        "<html><head><meta charset=utf-8><style>p{}</style></head><body lang=EN>"
            + "<div class=WordSection1><p class=MsoNormal><span style='color:red'>One "
            + "<b>two</b></span><o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p></div>"
            + "</body></html>";
    assertThat(mailbox(mapping(), Field.BODY, withBody(html(outlook))))
        .isEqualTo("<p>One <b>two</b></p>");
    MailboxAppointment item = withBody(html(outlook));
    assertThat(mapping().putMailbox(only(Field.BODY, "<p>One <b>two</b></p>"), item))
        .isSameAs(item);
  }

  @Test
  void scriptsAndUnsafeLinksNeverArrive() {
    String soup =
        "<p onclick='x()'>a<script>alert(1)</script><a href='javascript:x()'>b</a>"
            + "<a href='https://c.example/?d=1&amp;e=2'>c</a><img src=x onerror=y></p>";
    assertThat(mailbox(mapping(), Field.BODY, withBody(html(soup))))
        .isEqualTo("<p>ab<a href=\"https://c.example/?d=1&amp;e=2\">c</a></p>");
  }

  @Test
  void listsAndTablesTravel() {
    String body =
        "<ul><li><p>a</p></li><li>b<ol><li>c</li></ol></li></ul>"
            + "<table><tr><th>d</th><td colspan=2>e</td></tr></table>";
    assertThat(mailbox(mapping(), Field.BODY, withBody(html(body))))
        .isEqualTo(
            "<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>"
                + "<table><tbody><tr><th>d</th><td colspan=\"2\">e</td></tr></tbody></table>");
  }

  @Test
  void aTextBodyIsEscapedAndStaysText() {
    MailboxAppointment item = withBody(text("1 < 2\nnext"));
    assertThat(mailbox(mapping(), Field.BODY, item)).isEqualTo("<p>1 &lt; 2<br>next</p>");
    MailboxAppointment edited = mapping().putMailbox(only(Field.BODY, "<p>3 &gt; 2</p>"), item);
    assertThat(edited.body()).isEqualTo(text("3 > 2"));
  }

  @Test
  void aTextBodyBecomesHtmlWhenFormattingArrives() {
    MailboxAppointment edited =
        mapping().putMailbox(only(Field.BODY, "<p><b>a</b></p>"), withBody(text("b")));
    assertThat(edited.body()).isEqualTo(html("<html><body><p><b>a</b></p></body></html>"));
  }

  @Test
  void withoutAgendaHtmlBecomesLines() {
    MailboxAppointment item =
        withBody(
            html(
                "<p>a&nbsp; b</p><p><br></p><ul><li>c</li></ul>"
                    + "<a href='https://d.example/'>Join</a>"));
    assertThat(mailbox(oneTextMapping(), Field.BODY, item))
        .isEqualTo("a  b\n\n- c\nJoin <https://d.example/>");
  }

  @Test
  void whatExceedsTheColumnStaysInTheMailbox() {
    String head = "<p>" + "x".repeat(3000) + "</p>";
    String tail = "<p>" + "y".repeat(2000) + "</p>";
    MailboxAppointment item = withBody(html(head + tail));
    CrmAppointment row = mapping().newCrm(mapping().readMailbox(item, Optional.empty()));
    assertThat(row.agenda()).isEqualTo(head);
    MailboxAppointment edited = mapping().putMailbox(only(Field.BODY, "<p>new</p>"), item);
    assertThat(mailbox(mapping(), Field.BODY, edited)).isEqualTo("<p>new</p>" + tail);
  }

  @Test
  void theTailSurvivesASecondEditAlthoughItWouldFitByThen() {
    String tail = "<p>" + "y".repeat(2000) + "</p>";
    MailboxAppointment item = withBody(html("<p>old</p>" + tail));
    Base base =
        new Base(
            only(Field.BODY, "<p>old</p>"),
            only(Field.BODY, "<p>old</p>" + tail),
            mapping().version());
    MailboxAppointment edited =
        mapping().putMailbox(only(Field.BODY, "<p>new</p>"), item, Optional.of(base));
    assertThat(mailbox(mapping(), Field.BODY, edited)).isEqualTo("<p>new</p>" + tail);
  }

  @Test
  void aLocationIsCutForSuperOfficeAndKeptInTheMailbox() {
    String place = "p".repeat(255);
    MailboxAppointment item = item().with().location(place).build();
    CrmAppointment row = mapping().newCrm(mapping().readMailbox(item, Optional.empty()));
    assertThat(row.location()).hasSize(254);
    assertThat(mapping().putMailbox(only(Field.LOCATION, row.location()), item)).isSameAs(item);
  }
}
