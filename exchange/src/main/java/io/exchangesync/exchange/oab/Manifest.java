package io.exchangesync.exchange.oab;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The address lists that a distribution point offers: what {@code oab.xml} says. */
public record Manifest(List<AddressList> lists) {
  /** Version 4, the only one that is read. */
  static final int VERSION = 32;

  public Manifest {
    lists = List.copyOf(lists);
  }

  /**
   * An address list with its files.
   *
   * @param id a GUID, the same in all generations
   * @param dn its X.500 name
   */
  public record AddressList(String id, String dn, String name, List<File> files) {
    public AddressList {
      Objects.requireNonNull(id);
      Objects.requireNonNull(dn);
      Objects.requireNonNull(name);
      files = List.copyOf(files);
    }

    /** The newest full download that can be read. */
    public Optional<File> full() {
      return files.stream()
          .filter(file -> file.kind() == Kind.FULL && file.version() == VERSION)
          .max((one, other) -> Long.compare(one.sequence(), other.sequence()));
    }
  }

  /** What a file is for. */
  public enum Kind {
    FULL,
    DIFFERENCE
  }

  /**
   * A file to download.
   *
   * @param name of the file, a plain name without folders, beside the manifest
   * @param sequence number of the generation, growing
   * @param size bytes to download
   * @param uncompressedSize bytes after decompression
   * @param sha1 of the bytes to download, 40 hexadecimal digits in lower case
   */
  public record File(
      Kind kind,
      String name,
      long sequence,
      int version,
      long size,
      long uncompressedSize,
      String sha1) {
    public File {
      Objects.requireNonNull(kind);
      Objects.requireNonNull(name);
      Objects.requireNonNull(sha1);
    }
  }
}
