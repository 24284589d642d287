package io.exchangesync.web.dto;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.port.JournalEntry;
import io.exchangesync.ejb.admin.ConnectionView;
import io.exchangesync.web.json.Confidential;
import io.exchangesync.web.json.Json;
import jakarta.validation.Validation;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  @Test
  void thePrivateTextOfTheJournalIsForAdministratorsAlone() {
    JournalEntry entry = entry(true);
    assertThat(JournalDto.of(1, entry, Confidential.SHOWN).after()).contains("Doctor");
    JournalDto hidden = JournalDto.of(1, entry, Confidential.HIDDEN);
    assertThat(hidden.after()).isEqualTo("(private)");
    assertThat(hidden.before()).isEmpty();
    assertThat(hidden.error()).contains("(private)");
    assertThat(hidden.reason()).isEqualTo("NEW_IN_CRM");
  }

  @Test
  void otherTextOfTheJournalIsForEverybody() {
    assertThat(JournalDto.of(1, entry(false), Confidential.HIDDEN).after()).contains("Doctor");
  }

  @Test
  void aConnectionNeverShowsItsSecret() throws Exception {
    var request =
        Json.mapper()
            .readValue(
                "{\"url\": \"https://mail.example.com/EWS/Exchange.asmx\", \"user\": \"svc\","
                    + " \"password\": \"hush\", \"token\": \"hush\","
                    + " \"clientSecret\": \"hush\", \"certificate\": \"hush\"}",
                ConnectionRequest.class);
    assertThat(request.toString()).contains("svc").doesNotContain("hush");
    var shown =
        ConnectionDto.of(
            new ConnectionView(
                1,
                "Head office",
                Optional.of(URI.create("https://outlook.office365.com/EWS/Exchange.asmx")),
                ConnectionView.SignInKind.CLIENT_SECRET,
                Optional.empty(),
                Optional.of(new ConnectionView.Application("https://a.example/t", "c", "s")),
                ConnectionView.AccessKind.IMPERSONATION,
                50,
                ConnectionView.Trusted.PUBLIC_AUTHORITIES,
                Optional.of(Instant.EPOCH),
                0));
    assertThat(Json.mapper().writeValueAsString(shown))
        .contains("\"secretSet\":true", "\"ewsEnds\":\"2027-04-01\"")
        .doesNotContain("\"password\"", "\"token\"", "\"clientSecret\"", "\"certificate\"");
  }

  /** What an administrator enters stands in the audit trail and must not look like lines of it. */
  @Test
  void aConnectionHasNoLineEnds() throws Exception {
    for (String property : List.of("name", "user", "clientId", "authority", "scope")) {
      assertThat(violations(connection(property, "one line"))).as(property).isZero();
      for (String broken : List.of("a\\nb", "a\\rb", "a\\u0085b", "a\\u2028b")) {
        assertThat(violations(connection(property, broken))).as(property).isEqualTo(1);
      }
    }
  }

  private static ConnectionRequest connection(String property, String value) throws Exception {
    return Json.mapper()
        .readValue(
            "{\"url\": \"https://mail.example.com/\", \"%s\": \"%s\"}".formatted(property, value),
            ConnectionRequest.class);
  }

  @Test
  void limitsOfNestedValuesAreKept() {
    assertThat(
            violations(
                new MailboxPatch(
                    Optional.of(-1),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("x"),
                    Optional.empty())))
        .isEqualTo(2);
    assertThat(
            violations(
                new ScheduleDto(false, List.of(new ScheduleDto.JobTimer("appointments", true, 0)))))
        .isEqualTo(1);
    assertThat(
            violations(
                new StartRequest(
                    Optional.of(List.of(0)), Optional.of("everything"), Optional.empty())))
        .isEqualTo(2);
  }

  @Test
  void aStartWithoutWordsTakesWhateverIsDueAndWrites() {
    assertThat(StartRequest.DUE.toRun().general()).isTrue();
    assertThat(StartRequest.DUE.toRun().toParameters()).containsEntry("dryRun", "false");
  }

  private static int violations(Object value) {
    try (var factory = Validation.buildDefaultValidatorFactory()) {
      return factory.getValidator().validate(value).size();
    }
  }

  private static JournalEntry entry(boolean confidential) {
    return new JournalEntry(
        17,
        3,
        Kind.APPOINTMENT,
        41,
        1201,
        Optional.empty(),
        "CreateInMailbox",
        "NEW_IN_CRM",
        "",
        "{\"subject\":\"Doctor\"}",
        Optional.of("Doctor refused"),
        confidential,
        Instant.parse("2026-11-22T08:00:00Z"));
  }
}
