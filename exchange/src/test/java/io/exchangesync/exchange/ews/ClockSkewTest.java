package io.exchangesync.exchange.ews;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The difference of the clocks, from the header Date. */
class ClockSkewTest {
  private static final Clock OURS =
      Clock.fixed(Instant.parse("2026-05-12T10:00:30.500Z"), ZoneOffset.UTC);

  @Test
  void aServerBehindHasItsTimesMovedForward() {
    assertThat(EwsHttpErrors.skew("Tue, 12 May 2026 09:58:30 GMT", OURS))
        .contains(Duration.ofMinutes(2));
    assertThat(EwsHttpErrors.skew("Tue, 12 May 2026 10:00:30 GMT", OURS)).contains(Duration.ZERO);
  }

  @Test
  void whatIsNoDateMeasuresNothing() {
    assertThat(EwsHttpErrors.skew(null, OURS)).isEmpty();
    assertThat(EwsHttpErrors.skew("yesterday", OURS)).isEmpty();
  }
}
