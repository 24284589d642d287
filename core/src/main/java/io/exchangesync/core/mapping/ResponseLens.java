package io.exchangesync.core.mapping;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.MailboxAppointment;
import io.exchangesync.core.model.MailboxAppointment.MeetingRole;
import io.exchangesync.core.model.Meeting;
import io.exchangesync.core.model.Meeting.Response;
import java.util.Optional;

/**
 * The diary owner's own reply to a meeting of somebody else.
 *
 * <p>Nobody can take a reply back in Exchange, so "not answered" never travels there. A row that an
 * organizer outside owns knows only one reply, the refusal.
 */
final class ResponseLens implements FieldLens {
  @Override
  public Field field() {
    return Field.RESPONSE;
  }

  @Override
  public Optional<String> readCrm(CrmAppointment row) {
    boolean asked = row.bookingChild() && row.status() != Replies.CANCELLED;
    return asked ? Optional.of(Replies.of(row.type(), row.status()).name()) : Optional.empty();
  }

  @Override
  public Optional<String> readMailbox(WornItem item) {
    MailboxAppointment found = item.item();
    if (found.meetingRole() != MeetingRole.ATTENDEE) {
      return Optional.empty();
    }
    Response mine = found.meeting().map(Meeting::myResponse).orElse(Response.NONE);
    return Optional.of((mine == Response.ORGANIZER ? Response.NONE : mine).name());
  }

  @Override
  public CrmAppointment putCrm(String wanted, CrmAppointment row) {
    Response reply = Response.valueOf(wanted);
    if (row.bookingChild()) {
      return row.with().type(Replies.type(reply, row.type())).status(Replies.status(reply)).build();
    }
    return reply == Response.DECLINED ? row.with().status(Replies.DECLINED).build() : row;
  }

  @Override
  public WornItem putMailbox(String wanted, WornItem item) {
    Response reply = Response.valueOf(wanted);
    MailboxAppointment found = item.item();
    if (reply == Response.NONE || found.meetingRole() != MeetingRole.ATTENDEE) {
      return item;
    }
    return item.with(
        found.with().meeting(found.meeting().map(known -> known.withMyResponse(reply))).build());
  }
}
