package io.exchangesync.demo.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.demo.launch.DemoOptions.Ending;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DemoOptionsTest {
  private static final Path DEFAULT = Path.of(".demo");

  @Test
  void withoutOptionsTheUsualPortsAreUsedAndItRunsUntilInterrupted() {
    var options = parse();
    assertThat(options.serverPorts()).isEqualTo(new ServerPorts(8080, 9990, 0));
    assertThat(options.databasePort()).isEqualTo(9092);
    assertThat(options.data()).isEqualTo(DEFAULT.toAbsolutePath());
    assertThat(options.ending()).isEqualTo(Ending.RUN_UNTIL_INTERRUPTED);
  }

  @Test
  void theOffsetMovesEveryPort() {
    var options = parse("--port-offset=300");
    assertThat(options.serverPorts().httpInUse()).isEqualTo(8380);
    assertThat(options.serverPorts().managementInUse()).isEqualTo(10290);
    assertThat(options.databasePort()).isEqualTo(9392);
    assertThat(options.exchangePort()).isEqualTo(parse().exchangePort() + 300);
  }

  @Test
  void anArgumentIsStrongerThanASystemProperty() {
    System.setProperty("exsync.demo.mailboxes", "3");
    try {
      assertThat(parse().mailboxes()).isEqualTo(3);
      assertThat(parse("--mailboxes=5").mailboxes()).isEqualTo(5);
    } finally {
      System.clearProperty("exsync.demo.mailboxes");
    }
  }

  @Test
  void onceStopsAfterTheSummary() {
    assertThat(parse("--once").ending()).isEqualTo(Ending.STOP);
  }

  @Test
  void anUnknownOptionIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> parse("--mailboxs=5"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--mailboxes=");
  }

  @Test
  void aValueThatIsNoNumberIsRefused() {
    assertThatThrownBy(() -> parse("--items=many"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--items=many");
  }

  private static DemoOptions parse(String... arguments) {
    return DemoOptions.parse(arguments, DEFAULT);
  }
}
