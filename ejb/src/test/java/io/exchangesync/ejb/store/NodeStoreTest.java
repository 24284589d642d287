package io.exchangesync.ejb.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.ejb.plain.TestDatabase;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class NodeStoreTest {
  private final TestDatabase database = TestDatabase.h2();
  private final Beans beans = new Beans(database);

  @Test
  void aNodeSilentForTwoMinutesIsDead() {
    beat("a");
    beat("b");
    silentFor("a", 121);
    silentFor("b", 110);

    assertThat(ask(NodeStore::dead)).containsExactly("a");
    assertThat(ask(NodeStore::alive)).containsExactly("b");
  }

  @Test
  void aBeatBringsANodeBack() {
    beat("a");
    silentFor("a", 600);
    beat("a");

    assertThat(ask(NodeStore::dead)).isEmpty();
    assertThat(ask(NodeStore::alive)).isEqualTo(List.of("a"));
  }

  @Test
  void aForgottenNodeIsNeitherAliveNorDead() {
    beat("a");
    ask(
        nodes -> {
          nodes.forget("a");
          return true;
        });

    assertThat(ask(NodeStore::alive)).isEmpty();
    assertThat(ask(NodeStore::dead)).isEmpty();
  }

  private void beat(String node) {
    ask(
        nodes -> {
          nodes.beat(node);
          return true;
        });
  }

  private void silentFor(String node, int seconds) {
    database.execute(
        "update {schema}.exsync_node set heartbeat = dateadd(second, -"
            + seconds
            + ", heartbeat) where node = '"
            + node
            + "'");
  }

  private <T> T ask(Function<NodeStore, T> question) {
    return beans.inTransaction(em -> question.apply(new NodeStore(em, database.time())));
  }
}
