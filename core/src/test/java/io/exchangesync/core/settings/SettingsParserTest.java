package io.exchangesync.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.core.settings.SyncSettings.Direction;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsParserTest {

  @Test
  void nothingSetGivesTheDefaults() {
    assertThat(SettingsParser.parse(Map.of(), Map.of())).isEqualTo(SyncSettings.DEFAULTS);
  }

  @Test
  void everyDefaultIsAnAllowedValue() {
    assertThat(Arrays.stream(SettingKey.values()))
        .allSatisfy(key -> assertThat(key.accepts(key.defaultValue())).as(key.key()).isTrue());
  }

  @Test
  void aUsersValueGoesBeforeTheSystems() {
    SyncSettings settings =
        SettingsParser.parse(
            Map.of("window.back", "10", "window.ahead", "20"), Map.of("window.back", "5"));
    assertThat(settings.windowBack()).isEqualTo(5);
    assertThat(settings.windowAhead()).isEqualTo(20);
  }

  @Test
  void everyKeyReachesItsSetting() {
    SyncSettings settings =
        SettingsParser.parse(
            Map.ofEntries(
                Map.entry("direction", "to-mailbox"),
                Map.entry("subject.format", "template"),
                Map.entry("subject.template", "{text} ({company})"),
                Map.entry("category.appointment", "type"),
                Map.entry("type.default", "3"),
                Map.entry("type.allday", "4"),
                Map.entry("type.from-category", "on"),
                Map.entry("company.default", "500"),
                Map.entry("company.lines", "off"),
                Map.entry("filter.allday", "to-crm"),
                Map.entry("filter.free", "both"),
                Map.entry("filter.private", "to-mailbox"),
                Map.entry("filter.recurring", "to-crm"),
                Map.entry("alarm.to-mailbox", "off"),
                Map.entry("alarm.to-crm", "off"),
                Map.entry("private.items", "time-only"),
                Map.entry("conflict", "hold"),
                Map.entry("delete.past", "delete"),
                Map.entry("brakes.deletes-count", "7"),
                Map.entry("brakes.deletes-percent", "8"),
                Map.entry("brakes.rewrites-per-hour", "9"),
                Map.entry("crm.visible-for", "direct")),
            Map.of());
    assertThat(settings)
        .isEqualTo(
            new SyncSettings(
                30,
                120,
                Direction.TO_MAILBOX,
                new MappingSettings(
                    MappingSettings.SubjectFormat.TEMPLATE,
                    "{text} ({company})",
                    Optional.empty(),
                    3,
                    4,
                    true,
                    500,
                    false,
                    false,
                    false,
                    MappingSettings.PrivateItems.TIME_ONLY,
                    ContactSettings.DEFAULTS),
                new SyncSettings.FilterSettings(
                    SyncSettings.FilterSettings.Filter.TO_CRM,
                    SyncSettings.FilterSettings.Filter.BOTH,
                    SyncSettings.FilterSettings.Filter.TO_MAILBOX,
                    SyncSettings.FilterSettings.Filter.TO_CRM),
                new SyncSettings.BrakeSettings(7, 8, 9),
                SyncSettings.ConflictPolicy.HOLD,
                SyncSettings.DeletePast.DELETE,
                SyncSettings.VisibleForMode.DIRECT));
  }

  @Test
  void aMistakeNamesKeyValueAndWhatIsAllowed() {
    assertThatThrownBy(() -> SettingsParser.parse(Map.of("window.back", "soon"), Map.of()))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessage("Setting window.back is \"soon\"; allowed is a whole number from 0 to 3650.");
    assertThat(SettingsParser.problems(Map.of(), Map.of("conflict", "me")))
        .containsExactly(new SettingProblem("conflict", "me", "one of newest, crm, mailbox, hold"));
  }

  @Test
  void allMistakesAreReportedTogether() {
    assertThat(
            SettingsParser.problems(
                Map.of("window.back", "-1"), Map.of("brakes.deletes-percent", "101", "x", "y")))
        .hasSize(3);
  }

  @Test
  void visibleForIsForTheWholeInstallationOnly() {
    assertThat(SettingsParser.problems(Map.of(), Map.of("crm.visible-for", "direct")))
        .extracting(SettingProblem::allowed)
        .containsExactly("no value for one user, only for the system");
  }

  @Test
  void aTemplateNeedsTheTextOnceAndKnownNamesOnly() {
    assertThat(SettingKey.SUBJECT_TEMPLATE.accepts("{company}: {text}")).isTrue();
    assertThat(SettingKey.SUBJECT_TEMPLATE.accepts("{company}")).isFalse();
    assertThat(SettingKey.SUBJECT_TEMPLATE.accepts("{text} {text}")).isFalse();
    assertThat(SettingKey.SUBJECT_TEMPLATE.accepts("{text} {salary}")).isFalse();
    assertThat(SettingsParser.problems(Map.of("subject.format", "template"), Map.of()))
        .extracting(SettingProblem::key)
        .containsExactly("subject.template");
  }

  @Test
  void aFixedCategoryKeepsItsName() {
    assertThat(
            SettingsParser.parse(Map.of("category.appointment", "fixed:CRM"), Map.of())
                .mapping()
                .categoryFixed())
        .contains("CRM");
    assertThat(SettingKey.CATEGORY_APPOINTMENT.accepts("fixed:")).isFalse();
  }
}
