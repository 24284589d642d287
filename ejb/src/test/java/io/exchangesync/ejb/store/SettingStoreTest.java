package io.exchangesync.ejb.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.ejb.plain.TestDatabase;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SettingStoreTest {
  private final Beans beans = new Beans(TestDatabase.h2());

  @Test
  void anAssociatesValueOverridesTheSystems() {
    change(s -> s.put(SettingStore.SYSTEM, "conflict", "newest"));
    change(s -> s.put(SettingStore.SYSTEM, "direction", "both"));
    change(s -> s.put(7, "conflict", "crm"));
    change(s -> s.put(7, "conflict", "hold"));

    assertThat(ask((SettingStore s) -> s.effective(7)))
        .isEqualTo(Map.of("conflict", "hold", "direction", "both"));
    assertThat(ask((SettingStore s) -> s.effective(8)))
        .isEqualTo(Map.of("conflict", "newest", "direction", "both"));
    assertThat(ask((SettingStore s) -> s.on(7))).isEqualTo(Map.of("conflict", "hold"));
  }

  @Test
  void aRemovedValueLetsTheSystemsCountAgain() {
    change(s -> s.put(SettingStore.SYSTEM, "conflict", "newest"));
    change(s -> s.put(7, "conflict", "crm"));

    change(s -> s.remove(7, "conflict"));

    assertThat(ask((SettingStore s) -> s.effective(7))).isEqualTo(Map.of("conflict", "newest"));
  }

  private <T> T ask(Function<SettingStore, T> question) {
    return beans.inTransaction(em -> question.apply(new SettingStore(em, beans.keys())));
  }

  private void change(Consumer<SettingStore> change) {
    ask(
        store -> {
          change.accept(store);
          return true;
        });
  }
}
