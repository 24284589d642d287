package io.exchangesync.ejb.crm;

import io.exchangesync.core.model.CrmKeys;
import io.exchangesync.core.model.Visibility;
import io.exchangesync.ejb.crm.sql.CrmRow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rows of one follow-up as they stand in the database: appointment, title, agenda, VisibleFor.
 *
 * @param invited whether an invitation row of SuperOffice's own feature refers to it
 */
public record FollowUpRecord(
    CrmRow appointment,
    Optional<CrmRow> title,
    Optional<CrmRow> agenda,
    List<CrmRow> visibleFor,
    boolean invited) {
  private static final int VERSION_BYTES = 16;

  public FollowUpRecord {
    visibleFor = List.copyOf(visibleFor);
  }

  public int id() {
    return appointment.number("appointment_id");
  }

  /** Who may see it; several rows, none, or somebody else's are OTHER (schema rule 42). */
  public Visibility visibility() {
    if (visibleFor.size() != 1) {
      return Visibility.OTHER;
    }
    CrmRow row = visibleFor.get(0);
    if (row.flag("forAll")) {
      return Visibility.EVERYONE;
    }
    int associate = row.number("forAssocId");
    int group = row.number("forGroupId");
    if (associate != 0) {
      return associate == appointment.number("associate_id") && group == 0
          ? Visibility.OWNER
          : Visibility.OTHER;
    }
    return group != 0 && group == appointment.number("group_idx")
        ? Visibility.GROUP
        : Visibility.OTHER;
  }

  /** Keys of the rows that hang on the appointment. */
  public CrmKeys keys() {
    return new CrmKeys(
        appointment.number("text_id"),
        appointment.number("agenda_text_id"),
        visibleFor.stream().mapToInt(v -> v.number("VisibleFor_id")).findFirst().orElse(0));
  }

  /** All rows that exist. */
  Stream<CrmRow> rows() {
    return Stream.of(Stream.of(appointment), title.stream(), agenda.stream(), visibleFor.stream())
        .flatMap(each -> each);
  }

  /** A hash over every value read, so that a write that left the stamps alone is noticed too. */
  public String version() {
    MessageDigest digest = sha256();
    rows()
        .forEach(
            row -> {
              for (Map.Entry<String, Object> each : row.asMap().entrySet()) {
                String text = each.getKey() + '=' + each.getValue() + '\u0001';
                digest.update(text.getBytes(StandardCharsets.UTF_8));
              }
              digest.update((byte) 2);
            });
    return HexFormat.of().formatHex(digest.digest(), 0, VERSION_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
