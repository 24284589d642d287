package io.exchangesync.exchange.oab.download;

import io.exchangesync.exchange.oab.Manifest;
import io.exchangesync.exchange.oab.OabException;
import io.exchangesync.exchange.oab.download.DistributionPoint.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** A file on its way: what has come lies beside its place until all of it has been checked. */
final class PartialFile {
  /** The folder can't be written. */
  static final class LocalException extends IOException {
    private static final long serialVersionUID = 1L;

    LocalException(IOException cause) {
      super("The address book can't be kept: " + cause, cause);
    }
  }

  private final Manifest.File file;
  private final Path part;
  private final Path complete;

  PartialFile(Manifest.File file, Path folder) throws IOException {
    this.file = file;
    Files.createDirectories(folder);
    this.part = folder.resolve(file.sha1() + ".part");
    this.complete = folder.resolve(file.sha1() + ".lzx");
    if (size() > file.size()) {
      discard();
    }
  }

  static Map<String, String> range(long from) {
    return from == 0 ? Map.of() : Map.of("Range", "bytes=" + from + "-");
  }

  String name() {
    return file.name();
  }

  boolean isComplete() throws IOException {
    return Files.exists(complete) && Files.size(complete) == file.size();
  }

  Path complete() {
    return complete;
  }

  /** Bytes that have come. */
  long size() throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  void discard() throws IOException {
    Files.deleteIfExists(part);
  }

  /**
   * Keeps what an answer brings; its body is not closed, which could mean reading the rest of it.
   *
   * @param deadline by {@link System#nanoTime}
   * @throws OabException if it brings more than the manifest says
   */
  void append(Answer answer, long deadline) throws IOException {
    long room = file.size() - size();
    byte[] buffer = new byte[1 << 16];
    InputStream in = answer.body();
    try (OutputStream out = open()) {
      for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
        room -= got;
        if (room < 0) {
          throw OabException.otherSize(file.size());
        }
        write(out, buffer, got);
        if (System.nanoTime() - deadline > 0) {
          throw new SocketTimeoutException("the address book took too long");
        }
      }
    } catch (OabException e) {
      discard();
      throw e;
    }
  }

  /**
   * Checks the whole and puts it into its place.
   *
   * @throws OabException if it is not what the manifest says; it is gone then
   */
  Path finish() throws IOException {
    if (!sha1(part).equals(file.sha1())) {
      discard();
      throw OabException.otherSha1(file.size());
    }
    return Files.move(part, complete, StandardCopyOption.REPLACE_EXISTING);
  }

  private OutputStream open() throws LocalException {
    try {
      return Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new LocalException(e);
    }
  }

  private static void write(OutputStream out, byte[] bytes, int count) throws LocalException {
    try {
      out.write(bytes, 0, count);
    } catch (IOException e) {
      throw new LocalException(e);
    }
  }

  private static String sha1(Path path) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
