package io.exchangesync.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.exchangesync.core.model.Kind;
import io.exchangesync.web.dto.LinkMailboxRequest;
import io.exchangesync.web.dto.MailboxPatch;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordBodiesTest {
  record Sample(Optional<String> absent, Instant at, List<String> none) {}

  private final RecordBodies bodies = new RecordBodies();

  @Test
  void whatIsNotGivenIsEmpty() throws IOException {
    var patch = (MailboxPatch) read(MailboxPatch.class, "{\"paused\": true}");
    assertThat(patch.paused()).contains(true);
    assertThat(patch.rank()).isEmpty();
    assertThat(patch.address()).isEmpty();
  }

  @Test
  void kindsAreReadByName() throws IOException {
    var link =
        (LinkMailboxRequest)
            read(
                LinkMailboxRequest.class,
                "{\"associateId\": 7, \"address\": \"a@example.com\", \"kinds\": [\"APPOINTMENT\"]}");
    assertThat(link.kinds()).contains(Set.of(Kind.APPOINTMENT));
  }

  @Test
  void anUnknownPropertyIsRefusedByName() {
    assertThatExceptionOfType(UnreadableBody.class)
        .isThrownBy(() -> read(MailboxPatch.class, "{\"pause\": true}"))
        .satisfies(e -> assertThat(e.property()).isEqualTo("pause"))
        .withMessageContaining("paused");
  }

  @Test
  void aWrongWordIsRefusedWithThoseThatAreKnown() {
    assertThatExceptionOfType(UnreadableBody.class)
        .isThrownBy(() -> read(MailboxPatch.class, "{\"kinds\": [\"MAIL\"]}"))
        .withMessageContaining("APPOINTMENT");
  }

  @Test
  void brokenJsonIsRefusedWithItsLine() {
    assertThatExceptionOfType(UnreadableBody.class)
        .isThrownBy(() -> read(MailboxPatch.class, "{\n\"rank\": }"))
        .withMessageContaining("line 2");
  }

  @Test
  void textIsNoNumber() {
    assertThatExceptionOfType(UnreadableBody.class)
        .isThrownBy(() -> read(MailboxPatch.class, "{\"rank\": \"10\"}"))
        .satisfies(e -> assertThat(e.property()).isEqualTo("rank"));
  }

  @Test
  void aBodyThatIsTooLongIsRefused() {
    String text = "{\"address\": \"" + "x".repeat(1 << 20) + "\"}";
    assertThatExceptionOfType(WebApplicationException.class)
        .isThrownBy(() -> read(MailboxPatch.class, text))
        .satisfies(e -> assertThat(e.getResponse().getStatus()).isEqualTo(413));
  }

  @Test
  void absentValuesAreLeftOutAndTimesAreIso8601() throws IOException {
    var out = new ByteArrayOutputStream();
    bodies.writeTo(
        new Sample(Optional.empty(), Instant.parse("2026-11-22T08:00:00Z"), List.of()),
        Sample.class,
        Sample.class,
        null,
        MediaType.APPLICATION_JSON_TYPE,
        null,
        out);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("{\"at\":\"2026-11-22T08:00:00Z\",\"none\":[]}");
  }

  @SuppressWarnings("unchecked")
  private Record read(Class<? extends Record> type, String json) throws IOException {
    return bodies.readFrom(
        (Class<Record>) type,
        type,
        null,
        MediaType.APPLICATION_JSON_TYPE,
        null,
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }
}
