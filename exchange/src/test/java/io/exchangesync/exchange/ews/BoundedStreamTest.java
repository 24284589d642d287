package io.exchangesync.exchange.ews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An answer without end or without haste does not hold a worker for ever. */
class BoundedStreamTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void whatFitsIsReadWhole() throws IOException {
    try (InputStream stream = new BoundedStream(bytes(1000), 1000, MINUTE)) {
      assertThat(stream.readAllBytes()).hasSize(1000);
    }
  }

  @Test
  void oneByteTooManyIsRefused() throws IOException {
    try (InputStream stream = new BoundedStream(bytes(1001), 1000, MINUTE)) {
      assertThatThrownBy(stream::readAllBytes).isInstanceOf(BoundedStream.TooLong.class);
    }
  }

  @Test
  void anAnswerThatComesTooSlowlyIsGivenUp() throws IOException {
    try (InputStream stream = new BoundedStream(bytes(10), 1000, Duration.ofNanos(1))) {
      assertThatThrownBy(stream::readAllBytes).isInstanceOf(SocketTimeoutException.class);
    }
  }

  private static InputStream bytes(int count) {
    return new ByteArrayInputStream(new byte[count]);
  }
}
