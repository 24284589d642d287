package io.exchangesync.core.mapping;

import io.exchangesync.core.model.Body;
import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.MailboxEntry;
import io.exchangesync.core.settings.MeetingSettings;
import io.exchangesync.core.settings.MeetingSettings.Invitations;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What surrounds the title in the subject, and the marked block in the body; travels to the mailbox
 * only.
 */
final class DecorationLens implements FieldLens {
  private final SubjectDecorations decorations;
  private final MeetingSettings meetings;

  DecorationLens(SubjectDecorations decorations, MeetingSettings meetings) {
    this.decorations = decorations;
    this.meetings = meetings;
  }

  /** The lines and, of a booking that Exchange does not invite to, who takes part. */
  private String with(String lines, CrmAppointment row) {
    boolean shown = meetings.participantsAsText() && meetings.invitations() == Invitations.NONE;
    if (!shown || row.booking().isEmpty()) {
      return lines;
    }
    String names =
        CompanyBlock.participants(
            row.booking().get().participants().stream()
                .filter(one -> one.status() != Replies.CANCELLED)
                .map(one -> one.name().isEmpty() ? one.email() : one.name())
                .sorted()
                .toList());
    return Stream.of(lines, names)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** A meeting of Exchange names its attendees itself. */
  private static String of(MailboxEntry entry, String lines) {
    boolean invited =
        entry instanceof MailboxAppointment item && item.meetingRole() != MeetingRole.NONE;
    return invited
        ? lines
            .lines()
            .filter(line -> !line.startsWith(CompanyBlock.PARTICIPANTS))
            .collect(Collectors.joining("\n"))
        : lines;
  }

  @Override
  public Field field() {
    return Field.DECORATION;
  }

  @Override
  public Optional<String> readCrm(CrmAppointment row) {
    Decoration decoration = decorations.of(row);
    return Optional.of(decoration.withLines(with(decoration.lines(), row)).encoded());
  }

  @Override
  public Optional<String> readMailbox(WornItem item) {
    String lines = MailboxBody.split(item.entry().body()).lines();
    return Optional.of(item.worn().orElse(Decoration.NONE).withLines(lines).encoded());
  }

  @Override
  public CrmAppointment putCrm(String wanted, CrmAppointment row) {
    return row;
  }

  @Override
  public WornItem putMailbox(String wanted, WornItem item) {
    Decoration decoration = Decoration.decoded(wanted);
    Body body = MailboxBody.withLines(item.entry().body(), of(item.entry(), decoration.lines()));
    MailboxEntry changed = item.entry().withBody(body);
    if (item.worn().isEmpty()) {
      return item.with(changed);
    }
    String subject = decoration.dress(item.title());
    boolean same = subject.equals(CanonicalText.line(changed.subject()));
    return new WornItem(
        same ? changed : changed.withSubject(subject),
        Optional.of(decoration.withLines("")),
        item.base());
  }
}
