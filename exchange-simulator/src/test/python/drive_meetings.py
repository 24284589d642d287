"""Plays an organizer and attendees against an Exchange simulator: python3 drive_meetings.py URL USER PASSWORD.

USER organizes; bo@example.com, cleo@example.com (same password) and guest@elsewhere.example are invited,
room4@example.com answers by itself. Prints one line per step that holds, and ends with DONE; an assertion
that fails ends it at once.
"""
import sys
from datetime import timedelta

from exchangelib import (
    BASIC,
    DELEGATE,
    Account,
    CalendarItem,
    Configuration,
    Credentials,
    EWSDateTime,
    EWSTimeZone,
)
from exchangelib.errors import ErrorCalendarIsOrganizerForAccept, ErrorItemNotFound, ErrorOccurrenceCrossingBoundary
from exchangelib.items import (
    SEND_ONLY_TO_ALL,
    SEND_ONLY_TO_CHANGED,
    SEND_TO_ALL_AND_SAVE_COPY,
    MeetingCancellation,
    MeetingRequest,
    MeetingResponse,
)
from exchangelib.properties import Attendee, Mailbox
from exchangelib.recurrence import Recurrence, WeeklyPattern

url, user, password = sys.argv[1:4]


def step(name):
    print("ok", name, flush=True)


def sign_in(smtp):
    config = Configuration(
        service_endpoint=url, credentials=Credentials(smtp, password), auth_type=BASIC, max_connections=1
    )
    return Account(smtp, config=config, autodiscover=False, access_type=DELEGATE)


anna, bo, cleo, room = (
    sign_in(smtp) for smtp in (user, "bo@example.com", "cleo@example.com", "room4@example.com")
)
berlin = EWSTimeZone("Europe/Berlin")
# The second of these Tuesdays is before the change to summer time, the third after it.
start = EWSDateTime(2026, 3, 17, 10, 0, tzinfo=berlin)
window = dict(start=start - timedelta(days=1), end=start + timedelta(days=60))


def guest(smtp):
    return Attendee(mailbox=Mailbox(email_address=smtp), response_type="Unknown")


def days(account):
    return [i.start.astimezone(berlin).strftime("%m-%d %H:%M") for i in account.calendar.view(**window)]


def only(account, uid):
    found = [i for i in account.calendar.all() if i.uid == uid]
    assert len(found) == 1, found
    return account.calendar.get(id=found[0].id)


def replies(item):
    return {a.mailbox.email_address: a.response_type for a in item.required_attendees}


def inbox(account, kind):
    return [m for m in account.inbox.all().order_by("datetime_received") if isinstance(m, kind)]


meeting = CalendarItem(
    account=anna,
    folder=anna.calendar,
    subject="Weekly",
    body="Agenda",
    location="Room 4",
    start=start,
    end=start + timedelta(hours=1),
    required_attendees=[guest(s) for s in ("bo@example.com", "cleo@example.com", "guest@elsewhere.example")],
    resources=[guest("room4@example.com")],
    recurrence=Recurrence(
        pattern=WeeklyPattern(interval=1, weekdays=["Tuesday"], first_day_of_week="Monday"),
        start=start.date(),
        number=6,
    ),
)
meeting.save(send_meeting_invitations=SEND_TO_ALL_AND_SAVE_COPY)
plain = ["03-17 10:00", "03-24 10:00", "03-31 10:00", "04-07 10:00", "04-14 10:00", "04-21 10:00"]
master = anna.calendar.get(id=meeting.id)
assert master.type == "RecurringMaster" and master.is_meeting and master.meeting_request_was_sent
assert master.my_response_type == "Organizer" and master.recurrence.boundary.number == 6, master.recurrence
assert master.first_occurrence.start == start, master.first_occurrence
assert master.last_occurrence.start == start + timedelta(weeks=5), master.last_occurrence
assert anna.sent.all().count() == 1
for account in (anna, bo, cleo, room):
    assert days(account) == plain, (account, days(account))
step("a weekly meeting stands in every calendar at the same wall time")

copy = only(bo, master.uid)
assert copy.organizer.email_address == user and copy.my_response_type == "NoResponseReceived"
assert copy.is_meeting and copy.legacy_free_busy_status == "Tentative" and copy.text_body.strip() == "Agenda"
assert "Meeting" in copy.appointment_state and "Received" in copy.appointment_state, copy.appointment_state
request = inbox(bo, MeetingRequest)[0]
assert request.meeting_request_type == "NewMeetingRequest" and request.subject == "Weekly"
assert request.associated_calendar_item_id.id == copy.id and request.sender.email_address == user
step("attendees have a tentative copy and a request")

booked = only(anna, master.uid).resources[0]
assert booked.response_type == "Accept" and booked.last_response_time, booked
assert only(room, master.uid).my_response_type == "Accept"
assert [m.response_type for m in inbox(anna, MeetingResponse)] == ["Accept"]
step("the room answers by itself")

copy.accept()
assert only(bo, master.uid).my_response_type == "Accept"
assert only(bo, master.uid).legacy_free_busy_status == "Busy"
assert replies(only(anna, master.uid)) == {
    "bo@example.com": "Accept", "cleo@example.com": "Unknown", "guest@elsewhere.example": "Unknown",
}
only(cleo, master.uid).tentatively_accept(message_disposition="SaveOnly", folder=cleo.calendar)
assert only(cleo, master.uid).my_response_type == "Tentative"
assert replies(only(anna, master.uid))["cleo@example.com"] == "Unknown"
inbox(cleo, MeetingRequest)[0].tentatively_accept()
assert replies(only(anna, master.uid))["cleo@example.com"] == "Tentative"
assert not inbox(cleo, MeetingRequest)
try:
    only(anna, master.uid).accept()
    raise AssertionError("the organizer accepted")
except ErrorCalendarIsOrganizerForAccept:
    pass
step("replies reach the organizer by mail only")

state = {}
for account in (anna, bo):
    assert {k for k, _ in account.calendar.sync_items()} == {"create"}
    state[account] = account.calendar.item_sync_state
second = master.occurrence(2)
second.refresh()
assert second.type == "Occurrence" and second.original_start == start + timedelta(weeks=1)
second.start = start + timedelta(weeks=1, days=1, hours=3)
second.end = second.start + timedelta(hours=2)
second.subject = "Weekly, moved"
second.save(update_fields=["start", "end", "subject"], send_meeting_invitations=SEND_ONLY_TO_ALL)
moved = [p for p in plain]
moved[1] = "03-25 13:00"
for account in (anna, bo, cleo, room):
    assert days(account) == moved, (account, days(account))
for account in (anna, bo):
    changes = list(account.calendar.sync_items(sync_state=state[account]))
    assert [(k, i.id) for k, i in changes] == [("update", only(account, master.uid).id)], changes
    exception = only(account, master.uid).modified_occurrences[0]
    assert exception.start == second.start and exception.original_start == start + timedelta(weeks=1)
theirs = bo.calendar.get(id=only(bo, master.uid).modified_occurrences[0].id)
assert theirs.type == "Exception" and theirs.subject == "Weekly, moved"
assert theirs.my_response_type == "NoResponseReceived" and only(bo, master.uid).my_response_type == "Accept"
assert theirs.recurring_master()._id.id == theirs.id
assert inbox(bo, MeetingRequest)[-1].meeting_request_type == "FullUpdate"
step("a moved occurrence is moved in every calendar and asks for a new reply")

third = master.occurrence(3)
third.refresh()
try:
    third.start, third.end = start + timedelta(weeks=3), start + timedelta(weeks=3, hours=1)
    third.save(update_fields=["start", "end"], send_meeting_invitations=SEND_ONLY_TO_ALL)
    raise AssertionError("an occurrence crossed its neighbour")
except ErrorOccurrenceCrossingBoundary:
    pass
third = master.occurrence(3)
third.refresh()
third.delete(send_meeting_cancellations=SEND_ONLY_TO_ALL)
assert [d.start for d in only(anna, master.uid).deleted_occurrences] == [start + timedelta(weeks=2)]
assert days(anna) == moved[:2] + moved[3:] and days(room) == moved[:2] + moved[3:]
cancelled = [i for i in bo.calendar.view(**window) if i.is_cancelled]
assert [i.subject for i in cancelled] == ["Canceled: Weekly"], cancelled
assert cancelled[0].legacy_free_busy_status == "Free" and cancelled[0].type == "Exception"
assert len(inbox(bo, MeetingCancellation)) == 1
step("a deleted occurrence is cancelled for the attendees")

fourth = [i for i in cleo.calendar.view(**window) if i.start == start + timedelta(weeks=3)][0]
cleo.calendar.get(id=fourth.id).decline()
assert [d.start for d in only(cleo, master.uid).deleted_occurrences] == [start + timedelta(weeks=3)]
exception = [o for o in only(anna, master.uid).modified_occurrences if o.original_start == start + timedelta(weeks=3)]
assert replies(anna.calendar.get(id=exception[0].id))["cleo@example.com"] == "Decline"
assert replies(only(anna, master.uid))["cleo@example.com"] == "Tentative"
only(bo, master.uid).decline()
assert [i for i in bo.calendar.all() if i.uid == master.uid] == []
assert [i.subject for i in bo.trash.all() if isinstance(i, CalendarItem)] == ["Weekly"]
assert replies(only(anna, master.uid))["bo@example.com"] == "Decline"
assert [m.response_type for m in inbox(anna, MeetingResponse)].count("Decline") == 2
step("declining takes an occurrence or the series out of the attendee's calendar")

master = only(anna, master.uid)
master.required_attendees = [a for a in master.required_attendees if a.mailbox.email_address != "cleo@example.com"]
master.save(update_fields=["required_attendees"], send_meeting_invitations=SEND_ONLY_TO_CHANGED)
assert only(cleo, master.uid).is_cancelled and len(inbox(cleo, MeetingCancellation)) == 2
assert [i for i in bo.calendar.all() if i.uid == master.uid] == []
step("a removed attendee's copy is cancelled, and nobody else hears of it")

master = only(anna, master.uid)
number = master.appointment_sequence_number
master.start, master.end = start + timedelta(hours=1), start + timedelta(hours=2)
master.save(update_fields=["start", "end"], send_meeting_invitations=SEND_ONLY_TO_ALL)
master = only(anna, master.uid)
assert set(replies(master).values()) == {"Unknown"} and master.appointment_sequence_number == number + 1
assert not master.modified_occurrences and not master.deleted_occurrences
assert days(anna) == days(bo) == days(room) == [p.replace("10:00", "11:00") for p in plain]
assert only(bo, master.uid).my_response_type == "NoResponseReceived"
step("a new time drops exceptions, resets the replies and invites again who had declined")

master.cancel()
assert days(anna) == [] and days(room) == []
assert [i.uid for i in anna.trash.all() if isinstance(i, CalendarItem)] == [master.uid]
assert only(bo, master.uid).is_cancelled and only(bo, master.uid).subject == "Canceled: Weekly"
assert {i.is_cancelled for i in bo.calendar.view(**window)} == {True}
assert isinstance(list(anna.fetch(ids=[(second.id, None)]))[0], ErrorItemNotFound)
step("a cancelled meeting is cancelled in every calendar")

single = CalendarItem(
    account=anna, folder=anna.calendar, subject="Elsewhere", start=start, end=start + timedelta(hours=1),
    resources=[guest("room4@example.com")],
)
single.save(send_meeting_invitations=SEND_ONLY_TO_ALL)
clash = CalendarItem(
    account=bo, folder=bo.calendar, subject="Clash", start=start, end=start + timedelta(hours=1),
    resources=[guest("room4@example.com")],
)
clash.save(send_meeting_invitations=SEND_ONLY_TO_ALL)
assert [a.response_type for a in bo.calendar.get(id=clash.id).resources] == ["Decline"]
assert [i.subject for i in room.calendar.all()] == ["Elsewhere"]
step("a taken room declines")
views = list(anna.protocol.get_free_busy_info(
    accounts=[(anna, "Organizer", False), ("room4@example.com", "Resource", False)],
    start=start - timedelta(hours=1), end=start + timedelta(hours=2), merged_free_busy_interval=60,
))
assert [v.merged for v in views] == ["020", "020"], views
local = start.replace(tzinfo=None)
assert [(e.start.replace(tzinfo=None), e.busy_type) for e in views[0].calendar_events] == [(local, "Busy")], views[0]
assert [(e.start.replace(tzinfo=None), e.details) for e in views[1].calendar_events] == [(local, None)], views[1]
assert views[0].calendar_events[0].details.subject == "Elsewhere"
step("free and busy")

mime = anna.calendar.get(id=single.id).mime_content.decode()
assert "SUMMARY;LANGUAGE=en-US:Elsewhere" in mime and "ATTENDEE;PARTSTAT=ACCEPTED" in mime, mime
step("calendar items as iCalendar")
print("DONE")
