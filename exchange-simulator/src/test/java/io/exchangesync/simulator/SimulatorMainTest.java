package io.exchangesync.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulatorMainTest {

  @Test
  void argumentsWinOverTheEnvironment() {
    Map<String, String> options =
        SimulatorMain.options(
            new String[] {"--port=9000"},
            Map.of("EXSYNC_SIM_PORT", "8000", "EXSYNC_SIM_HTTPS_PORT", "8443", "PATH", "/bin"));
    assertThat(options).containsOnly(Map.entry("port", "9000"), Map.entry("https-port", "8443"));
    assertThat(SimulatorMain.config(options).httpsPort()).contains(8443);
  }

  @Test
  void whatIsNoOptionIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SimulatorMain.options(new String[] {"port"}, Map.of()))
        .withMessageContaining("--name=value");
  }
}
