package io.exchangesync.exchange.oab.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.core.port.SyncException;
import io.exchangesync.exchange.oab.Manifest;
import io.exchangesync.exchange.oab.Manifest.Kind;
import io.exchangesync.exchange.oab.OabException;
import io.exchangesync.exchange.oab.OabException.Problem;
import io.exchangesync.exchange.oab.OabLimits;
import io.exchangesync.exchange.oab.download.DistributionPoint.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that answers what it should not. */
class HostileServerTest {
  private static final byte[] HELLO = "hello".getBytes(StandardCharsets.US_ASCII);
  private static final String SHA1_OF_HELLO = "aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d";

  @TempDir Path folder;

  private final List<Map<String, String>> requests = new ArrayList<>();

  @Test
  void theRightBytesAreTaken() throws IOException {
    assertThat(download(answer(200, "", HELLO)).file(file(5, SHA1_OF_HELLO), folder))
        .hasBinaryContent(HELLO);
  }

  @Test
  void otherBytesAreRefusedAndForgotten() {
    assertProblem(Problem.CHECKSUM, file(5, "0".repeat(40)), answer(200, "", HELLO));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anEndlessBodyIsNotRead() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }
        };
    assertProblem(Problem.DAMAGED, file(5, SHA1_OF_HELLO), new Fixed(200, "", endless));
    assertThatThrownBy(() -> download(new Fixed(200, "", endless)).manifest(Validators.NONE))
        .isInstanceOfSatisfying(
            OabException.class, e -> assertThat(e.problem()).isEqualTo(Problem.TOO_LARGE));
  }

  @Test
  void aFileThatIsTooLargeIsNotEvenAskedFor() {
    assertProblem(Problem.TOO_LARGE, file(5L << 30, SHA1_OF_HELLO), answer(200, "", HELLO));
    assertThat(requests).isEmpty();
  }

  @Test
  void aBodyThatNeverEndsInTimeIsGivenUp() {
    OabDownload hasty =
        new OabDownload(
            (name, headers) -> answer(200, "", HELLO), OabLimits.USUAL, Duration.ofNanos(1));
    assertThatThrownBy(() -> hasty.file(file(50, SHA1_OF_HELLO), folder))
        .isInstanceOf(SyncException.Retriable.class);
  }

  @Test
  void aManifestThatNeverEndsInTimeIsGivenUp() {
    OabDownload hasty =
        new OabDownload(
            (name, headers) -> answer(200, "", HELLO), OabLimits.USUAL, Duration.ofNanos(1));
    assertThatThrownBy(() -> hasty.manifest(Validators.NONE))
        .isInstanceOf(SyncException.Retriable.class);
  }

  @Test
  void aServerThatIgnoresRangesSendsTheFileFromItsBeginning() throws IOException {
    Answer cut = answer(200, "", new byte[] {'h', 'e'});
    Answer whole = answer(200, "", HELLO);
    assertThat(download(cut, whole).file(file(5, SHA1_OF_HELLO), folder)).hasBinaryContent(HELLO);
    assertThat(requests.get(1)).containsEntry("Range", "bytes=2-");
  }

  @Test
  void theRestIsAppended() throws IOException {
    Answer cut = answer(200, "", new byte[] {'h', 'e'});
    Answer rest = answer(206, "bytes 2-4/5", new byte[] {'l', 'l', 'o'});
    assertThat(download(cut, rest).file(file(5, SHA1_OF_HELLO), folder)).hasBinaryContent(HELLO);
  }

  @Test
  void anotherPartThanAskedForIsNotAppended() {
    Answer cut = answer(200, "", new byte[] {'h', 'e'});
    Answer wrong = answer(206, "bytes 1-4/5", new byte[] {'l', 'l', 'o'});
    assertThatThrownBy(() -> download(cut, wrong).file(file(5, SHA1_OF_HELLO), folder))
        .isInstanceOf(SyncException.Retriable.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aServerThatAlwaysCutsIsAskedAgainOnlyWhileSomethingComes() {
    Answer nothing = answer(200, "", new byte[0]);
    assertThatThrownBy(() -> download(nothing).file(file(5, SHA1_OF_HELLO), folder))
        .isInstanceOf(SyncException.Retriable.class)
        .hasMessageContaining("0 of 5 bytes");
    assertThat(requests).hasSize(1);
  }

  @Test
  void redirectsAndMissingFilesAreToldAndNotFollowed() {
    for (int status : new int[] {302, 404, 403}) {
      assertThatThrownBy(
              () -> download(answer(status, "", HELLO)).file(file(5, SHA1_OF_HELLO), folder))
          .isInstanceOf(SyncException.MailboxFatal.class)
          .hasMessageContaining("HTTP " + status);
    }
  }

  private void assertProblem(Problem problem, Manifest.File file, Answer answer) {
    assertThatThrownBy(() -> download(answer).file(file, folder))
        .isInstanceOfSatisfying(
            OabException.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }

  private OabDownload download(Answer... answers) {
    return new OabDownload(
        (name, headers) -> {
          requests.add(headers);
          return answers[Math.min(requests.size(), answers.length) - 1];
        },
        OabLimits.USUAL,
        Duration.ofMinutes(1));
  }

  private static Manifest.File file(long size, String sha1) {
    return new Manifest.File(Kind.FULL, "a.lzx", 1, 32, size, 10, sha1);
  }

  private static Answer answer(int status, String range, byte[] body) {
    return new Fixed(status, range, new ByteArrayInputStream(body));
  }

  private record Fixed(int status, String range, InputStream body) implements Answer {
    @Override
    public Optional<String> header(String name) {
      return name.equals("Content-Range") && !range.isEmpty()
          ? Optional.of(range)
          : Optional.empty();
    }

    @Override
    public void close() {}
  }
}
