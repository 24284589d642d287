package io.exchangesync.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.simulator.ops.Tap;
import io.exchangesync.simulator.soap.Dom;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Checks what clients written by others are answered against Microsoft's schemas. */
final class SchemaTap implements Tap {
  private final List<String> invalid = new CopyOnWriteArrayList<>();

  @Override
  public void seen(byte[] request, byte[] answer) {
    try {
      EwsSchemas.check(Dom.children(EwsClient.body(answer)).get(0));
    } catch (AssertionError e) {
      invalid.add(e.getMessage());
    }
  }

  void assertAllAnswersWereValid() {
    assertThat(invalid).isEmpty();
  }
}
