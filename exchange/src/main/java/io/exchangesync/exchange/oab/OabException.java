package io.exchangesync.exchange.oab;

import java.io.IOException;

/** A file of an address book that can't be used; says what is wrong and at which byte. */
public final class OabException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Problem {
    /** Something else than an address book. */
    NOT_AN_ADDRESS_BOOK,
    /** An address book of a kind that is not read: another version, a differential file. */
    UNSUPPORTED,
    /** It ends before it is complete. */
    TRUNCATED,
    /** It contradicts itself or its format. */
    DAMAGED,
    /** A checksum does not fit. */
    CHECKSUM,
    /** More than {@link OabLimits} allow. */
    TOO_LARGE
  }

  /** What the bytes are counted in. */
  public enum Place {
    FILE("of the file"),
    CONTENT("of the decompressed address book"),
    MANIFEST("of the manifest");

    private final String words;

    Place(String words) {
      this.words = words;
    }
  }

  private final Problem problem;
  private final Place place;
  private final long offset;

  /**
   * @param message what is wrong, in words for an administrator, without a full stop
   * @param offset the byte at which that was seen, from 0; of a manifest, the character
   */
  OabException(Problem problem, String message, Place place, long offset) {
    this(problem, message, place, offset, null);
  }

  OabException(Problem problem, String message, Place place, long offset, Throwable cause) {
    super(message + ", at byte " + offset + " " + place.words, cause);
    this.problem = problem;
    this.place = place;
    this.offset = offset;
  }

  /** The manifest tells of a file with more bytes than are allowed. */
  public static OabException tooLarge(long size) {
    return new OabException(
        Problem.TOO_LARGE, "a file of " + size + " bytes is too large", Place.FILE, 0);
  }

  /** A download brings more bytes than the manifest says. */
  public static OabException otherSize(long size) {
    return new OabException(
        Problem.DAMAGED, "the file is larger than its manifest says", Place.FILE, size);
  }

  /** A complete download is not the file of the manifest. */
  public static OabException otherSha1(long size) {
    return new OabException(
        Problem.CHECKSUM, "the SHA-1 is not the one of the manifest", Place.FILE, size);
  }

  public Problem problem() {
    return problem;
  }

  public Place place() {
    return place;
  }

  public long offset() {
    return offset;
  }
}
