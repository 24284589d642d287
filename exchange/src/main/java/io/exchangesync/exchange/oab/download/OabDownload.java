package io.exchangesync.exchange.oab.download;

import io.exchangesync.core.port.SyncException;
import io.exchangesync.exchange.oab.Manifest;
import io.exchangesync.exchange.oab.ManifestReader;
import io.exchangesync.exchange.oab.OabException;
import io.exchangesync.exchange.oab.OabLimits;
import io.exchangesync.exchange.oab.download.DistributionPoint.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Downloads manifests and files of address books.
 *
 * <p>Never reads more than the manifest or the limits say, never longer than allowed; a file is
 * given away only when its size and SHA-1 are those of the manifest.
 */
public final class OabDownload {
  private final DistributionPoint point;
  private final OabLimits limits;
  private final Duration longest;

  /**
   * @param longest time for one file or manifest
   */
  public OabDownload(DistributionPoint point, OabLimits limits, Duration longest) {
    this.point = point;
    this.limits = limits;
    this.longest = longest;
  }

  /** A manifest and how to ask for a newer one. */
  public record Fetched(Manifest manifest, Validators validators) {}

  /**
   * The manifest, unless it is the one we know.
   *
   * @throws OabException if it is no manifest
   * @throws SyncException if the server refuses, or does not answer
   */
  public Optional<Fetched> manifest(Validators known) throws OabException {
    try (Answer answer = point.get("oab.xml", known.headers())) {
      if (answer.status() == 304) {
        return Optional.empty();
      }
      if (answer.status() != 200) {
        throw Refusals.of(answer);
      }
      byte[] bytes = manifestBytes(answer.body());
      Validators validators =
          new Validators(
              answer.header("ETag").orElse(""), answer.header("Last-Modified").orElse(""));
      return Optional.of(new Fetched(ManifestReader.read(bytes), validators));
    } catch (OabException e) {
      throw e;
    } catch (IOException e) {
      throw Refusals.of(e);
    }
  }

  /** As many bytes as tell whether it is too large. */
  private byte[] manifestBytes(InputStream body) throws IOException {
    long deadline = System.nanoTime() + longest.toNanos();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    int got = body.read(buffer);
    while (got >= 0 && bytes.size() <= ManifestReader.LARGEST) {
      bytes.write(buffer, 0, got);
      if (System.nanoTime() - deadline > 0) {
        throw new SocketTimeoutException("the manifest took too long");
      }
      got = body.read(buffer);
    }
    return bytes.toByteArray();
  }

  /**
   * Downloads a file, or takes up a download that was cut.
   *
   * @param folder where the file and the part of one that was cut are kept, by their SHA-1
   * @return the complete file
   * @throws OabException if it is not what the manifest says, or larger than allowed
   * @throws SyncException if the server refuses, or does not answer; what has come is kept
   * @throws IOException if it can't be kept
   */
  public Path file(Manifest.File file, Path folder) throws IOException {
    if (file.size() > limits.content() || file.uncompressedSize() > limits.content()) {
      throw OabException.tooLarge(Math.max(file.size(), file.uncompressedSize()));
    }
    PartialFile partial = new PartialFile(file, folder);
    if (partial.isComplete()) {
      return partial.complete();
    }
    long deadline = System.nanoTime() + longest.toNanos();
    long before;
    do {
      before = partial.size();
      partial = more(partial, deadline);
    } while (partial.size() < file.size()
        && partial.size() > before
        && System.nanoTime() - deadline < 0);
    if (partial.size() < file.size()) {
      throw new SyncException.Retriable(
          "The address book came incompletely: " + partial.size() + " of " + file.size() + " bytes",
          Optional.empty(),
          null);
    }
    return partial.finish();
  }

  private PartialFile more(PartialFile partial, long deadline) throws IOException {
    long from = partial.size();
    try (Answer answer = point.get(partial.name(), PartialFile.range(from))) {
      boolean continues =
          answer.status() == 206
              && answer.header("Content-Range").orElse("").startsWith("bytes " + from + "-");
      if (answer.status() == 416 || answer.status() == 206 && !continues) {
        partial.discard();
        throw new SyncException.Retriable(
            "The server could not go on with the address book", Optional.empty(), null);
      }
      if (answer.status() != 200 && !continues) {
        throw Refusals.of(answer);
      }
      if (!continues) {
        partial.discard();
      }
      partial.append(answer, deadline);
      return partial;
    } catch (PartialFile.LocalException | OabException e) {
      throw e;
    } catch (IOException e) {
      if (partial.size() > from) {
        return partial;
      }
      throw Refusals.of(e);
    }
  }
}
