package io.exchangesync.web.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.core.model.Kind;
import io.exchangesync.core.port.JournalEntry;
import io.exchangesync.ejb.store.JournalQueries;
import io.exchangesync.web.json.Confidential;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JournalCsvTest {
  @Test
  void everyPageIsWritten() throws IOException {
    List<JournalQueries.Line> newestFirst =
        IntStream.rangeClosed(1, 1203).mapToObj(i -> line(1204 - i, "{}")).toList();
    var out = new ByteArrayOutputStream();
    int written =
        new JournalCsv(
                (after, limit) ->
                    newestFirst.stream()
                        .filter(line -> after == 0 || line.id() < after)
                        .limit(limit)
                        .toList(),
                Confidential.SHOWN)
            .write(out);
    assertThat(written).isEqualTo(1203);
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(1204).doesNotHaveDuplicates();
  }

  @Test
  void quotesCommasAndLineEndsStayInTheirCell() {
    assertThat(JournalCsv.cell("a,\"b\"\nc")).isEqualTo("\"a,\"\"b\"\"\nc\"");
  }

  @Test
  void noCellIsAFormula() {
    assertThat(JournalCsv.cell("=1+1")).isEqualTo("'=1+1");
    assertThat(JournalCsv.cell("@SUM(A1)")).isEqualTo("'@SUM(A1)");
  }

  private static JournalQueries.Line line(int id, String after) {
    return new JournalQueries.Line(
        id,
        new JournalEntry(
            17,
            3,
            Kind.APPOINTMENT,
            41,
            1201,
            Optional.empty(),
            "Align",
            "CHANGED_IN_CRM",
            "",
            after,
            Optional.empty(),
            false,
            Instant.parse("2026-11-22T08:00:00Z")));
  }
}
