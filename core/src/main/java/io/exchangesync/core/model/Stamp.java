package io.exchangesync.core.model;

import java.util.Objects;
import java.util.Optional;

/**
 * The mark we leave on both sides of a link, from which links can be rebuilt (invariant I6).
 *
 * @param installationId which installation of this product made it
 * @param associateId the owner of the diary (SuperOffice associate.associate_id)
 * @param recordId the SuperOffice record (appointment.appointment_id)
 * @param linkId random id of the link, equal on both sides
 */
public record Stamp(
    String installationId, Kind kind, int associateId, int recordId, String linkId) {
  private static final String VERSION = "1";

  public Stamp {
    Objects.requireNonNull(installationId);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(linkId);
    if (installationId.contains(";") || linkId.contains(";")) {
      throw new IllegalArgumentException("a stamp's parts hold no semicolon");
    }
  }

  /** One line, at most 239 characters, so that it fits foreignkey.subvalue. */
  public String encoded() {
    return String.join(
        ";",
        VERSION,
        installationId,
        kind.name(),
        Integer.toString(associateId),
        Integer.toString(recordId),
        linkId);
  }

  /** Reads what {@link #encoded()} wrote; anything else is no stamp of ours. */
  public static Optional<Stamp> parse(String text) {
    String[] part = text.split(";", -1);
    if (part.length != 6 || !part[0].equals(VERSION)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Stamp(
              part[1],
              Kind.valueOf(part[2]),
              Integer.parseInt(part[3]),
              Integer.parseInt(part[4]),
              part[5]));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  /** Whether it was left for a link of this kind and associate. */
  public boolean isOf(Kind ofKind, int ofAssociateId) {
    return kind == ofKind && associateId == ofAssociateId;
  }

  public Stamp withRecord(int newRecordId) {
    return new Stamp(installationId, kind, associateId, newRecordId, linkId);
  }
}
