package io.exchangesync.core.mapping;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.Meeting;
import io.exchangesync.core.model.Meeting.Address;
import io.exchangesync.core.model.Meeting.Attendee;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Attendees of the owner's meeting whom SuperOffice does not know: a line of the marked block in
 * the description, so that it never comes back into the mailbox's text.
 *
 * <p>A side without such attendees does not give the field.
 */
final class OutsidersLens implements FieldLens {
  private final People people;
  private final CrmBody bodies;
  private final BodyLens body;
  private final boolean agenda;
  private final int textLength;

  OutsidersLens(MappingContext context, People people) {
    this.people = people;
    this.bodies = new CrmBody(context);
    this.body = new BodyLens(context);
    this.agenda = context.capabilities().agenda();
    this.textLength = context.capabilities().textLength();
  }

  @Override
  public Field field() {
    return Field.OUTSIDERS;
  }

  @Override
  public Optional<String> readCrm(CrmAppointment row) {
    return bodies.split(row).lines().lines().filter(OutsidersLens::ours).findFirst();
  }

  private static boolean ours(String line) {
    return line.startsWith(CompanyBlock.PARTICIPANTS);
  }

  @Override
  public Optional<String> readMailbox(WornItem item) {
    MailboxAppointment found = item.item();
    Optional<Meeting> meeting =
        found.meeting().filter(any -> found.meetingRole() == MeetingRole.ORGANIZER);
    Invited invited = new Invited(people, item.base());
    return meeting
        .map(
            known ->
                CompanyBlock.participants(
                    known.attendees().stream()
                        .map(Attendee::address)
                        .filter(one -> !Who.known(invited.who(one)))
                        .map(OutsidersLens::shown)
                        .sorted()
                        .toList()))
        .filter(line -> !line.isEmpty());
  }

  private static String shown(Address address) {
    boolean both = !address.smtp().isEmpty() && !address.name().equalsIgnoreCase(address.smtp());
    if (!both) {
      return address.smtp().isEmpty() ? address.name() : address.smtp();
    }
    return address.name().isEmpty() ? address.smtp() : address.name() + " (" + address.smtp() + ")";
  }

  @Override
  public CrmAppointment putCrm(String wanted, CrmAppointment row) {
    String others =
        bodies.split(row).lines().lines().filter(line -> !ours(line)).collect(joining());
    String lines = Stream.of(others, wanted).filter(line -> !line.isEmpty()).collect(joining());
    if (lines.equals(bodies.split(row).lines())) {
      return row;
    }
    String text = body.readCrm(row).orElse("");
    int above = agenda ? 0 : TextRow.of(row.title()).firstLine().length() + 1;
    boolean fits = above + text.length() + bodies.length(lines) <= textLength;
    return fits ? bodies.written(row, text, lines) : row;
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joining() {
    return Collectors.joining("\n");
  }

  @Override
  public WornItem putMailbox(String wanted, WornItem item) {
    return item;
  }

  /**
   * Travels to SuperOffice only, as the mailbox has changed it; whoever edits the line keeps it.
   */
  static FieldMerge.Result merge(FieldMerge.Question question) {
    String mailbox = question.mailbox().get(Field.OUTSIDERS).orElse("");
    String agreed = question.base().flatMap(base -> base.mailbox().get(Field.OUTSIDERS)).orElse("");
    String crm = question.crm().get(Field.OUTSIDERS).orElse("");
    return mailbox.equals(agreed) || mailbox.equals(crm)
        ? FieldMerge.Result.NOTHING
        : new FieldMerge.Result(
            Optional.of(mailbox), Optional.empty(), FieldMerge.Conflict.NONE, "");
  }
}
