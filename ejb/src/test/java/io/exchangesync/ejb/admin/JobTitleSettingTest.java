package io.exchangesync.ejb.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.core.port.CrmPersons;
import io.exchangesync.core.port.MailboxStore;
import io.exchangesync.ejb.store.SettingStore;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The field that stands for the job title has to exist when it is chosen. */
class JobTitleSettingTest {
  private static final String KEY = "contacts.job-title";

  private final List<String> stored = new ArrayList<>();

  @Test
  void aTextFieldOfPersonsIsTakenAndAnotherOneRefused() {
    SettingsService service = service();
    service.change(SettingsService.SYSTEM, Map.of(KEY, "udef:Acme:role"));
    service.change(SettingsService.SYSTEM, Map.of(KEY, "title"));
    assertThat(stored).containsExactly("udef:Acme:role", "title");
    assertThatThrownBy(
            () -> service.change(SettingsService.SYSTEM, Map.of(KEY, "udef:Acme:birthday")))
        .isInstanceOf(AdminException.Rejected.class)
        .hasMessageContaining("programmatic id");
    assertThatThrownBy(() -> service.change(SettingsService.SYSTEM, Map.of(KEY, "role")))
        .isInstanceOf(AdminException.Rejected.class);
    assertThat(stored).hasSize(2);
  }

  private SettingsService service() {
    SettingsService service = new SettingsService();
    service.store =
        new SettingStore() {
          @Override
          public Map<String, String> on(int level) {
            return Map.of();
          }

          @Override
          public Map<Integer, Map<String, String>> all() {
            return Map.of();
          }

          @Override
          public void put(int level, String key, String value) {
            stored.add(value);
          }
        };
    service.mailboxes = answering(MailboxStore.class, List.of());
    service.persons =
        (CrmPersons)
            Proxy.newProxyInstance(
                CrmPersons.class.getClassLoader(),
                new Class<?>[] {CrmPersons.class},
                (proxy, method, arguments) -> arguments[0].equals("Acme:role"));
    return service;
  }

  private static <T> T answering(Class<T> type, Object answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
  }
}
