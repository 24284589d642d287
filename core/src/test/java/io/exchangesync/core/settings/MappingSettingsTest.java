package io.exchangesync.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MappingSettingsTest {

  @Test
  void anotherCategoryAndTypeLeaveEverythingElse() {
    MappingSettings all =
        SettingsParser.parse(
                Map.of(
                    "contacts.two-way-fields", "on",
                    "subject.format", "type",
                    "alarm.to-crm", "off",
                    "private.items", "skip"),
                Map.of())
            .mapping();
    MappingSettings ofTasks = all.withType(Optional.of("Chores"), 5);
    assertThat(ofTasks.categoryFixed()).contains("Chores");
    assertThat(ofTasks.typeDefault()).isEqualTo(5);
    assertThat(ofTasks.contacts()).isEqualTo(all.contacts());
    assertThat(ofTasks.withType(all.categoryFixed(), all.typeDefault())).isEqualTo(all);
  }
}
