"""Plays the user in Outlook against an Exchange simulator: python3 drive_calendar.py URL USER PASSWORD.

Prints one line per step that holds, and ends with DONE; an assertion that fails ends it at once.
"""
import sys
from datetime import timedelta

from exchangelib import (
    DELEGATE,
    IMPERSONATION,
    Account,
    BASIC,
    CalendarItem,
    Configuration,
    Credentials,
    EWSDateTime,
    EWSTimeZone,
    ExtendedProperty,
    HTMLBody,
)
from exchangelib.errors import ErrorItemNotFound
from exchangelib.items import SEND_TO_NONE

url, user, password = sys.argv[1:4]


class Stamp(ExtendedProperty):
    property_set_id = "b1e2a0f4-6f0c-4a55-9c51-3d1d0f1f7a01"
    property_name = "stamp"
    property_type = "String"


class BusyStatus(ExtendedProperty):
    distinguished_property_set_id = "Appointment"
    property_id = 0x8205
    property_type = "Integer"


CalendarItem.register("stamp", Stamp)
CalendarItem.register("busy_status", BusyStatus)


def step(name):
    print("ok", name, flush=True)


config = Configuration(
    service_endpoint=url, credentials=Credentials(user, password), auth_type=BASIC, max_connections=2
)
account = Account(user, config=config, autodiscover=False, access_type=DELEGATE)
berlin = EWSTimeZone("Europe/Berlin")
start = EWSDateTime(2026, 3, 10, 9, 30, tzinfo=berlin)

assert account.calendar.name == "Calendar", account.calendar.name
assert {f.name for f in account.root.walk()} >= {"Inbox", "Calendar", "Deleted Items"}
step("folders")

item = CalendarItem(
    account=account,
    folder=account.calendar,
    subject="Quarterly review, Müller & Søn <1>",
    body=HTMLBody("<html><body><p>Agenda</p><p>Numbers</p></body></html>"),
    start=start,
    end=start + timedelta(hours=1),
    location="Room 4",
    categories=["SuperOffice Appointment", "Blue"],
    reminder_minutes_before_start=30,
    reminder_is_set=True,
    legacy_free_busy_status="Tentative",
    sensitivity="Private",
    importance="High",
    stamp="installation-1/appointment/4711",
)
item.save(send_meeting_invitations=SEND_TO_NONE)
step("create")

read = account.calendar.get(id=item.id)
assert read.subject == item.subject, read.subject
assert read.start == start and read.end == start + timedelta(hours=1), (read.start, read.end)
assert read.location == "Room 4" and read.categories == ["SuperOffice Appointment", "Blue"]
assert read.reminder_is_set is True and read.reminder_minutes_before_start == 30
assert (read.legacy_free_busy_status, read.sensitivity, read.importance) == ("Tentative", "Private", "High")
assert read.stamp == "installation-1/appointment/4711", read.stamp
assert read.busy_status == 1, read.busy_status
assert "Agenda" in read.body and "Agenda" in read.text_body, (read.body, read.text_body)
assert read.uid and read.type == "Single" and read.organizer.email_address == user
assert str(read._start_timezone) == "Europe/Berlin", read._start_timezone
step("read")

read.subject = "Quarterly review, moved"
read.start = start + timedelta(days=1)
read.end = start + timedelta(days=1, hours=2)
read.legacy_free_busy_status = "OOF"
read.location = None
read.save(send_meeting_invitations=SEND_TO_NONE, update_fields=["subject", "start", "end", "legacy_free_busy_status", "location"])
again = account.calendar.get(id=item.id)
assert again.subject == "Quarterly review, moved" and again.location is None
assert again.start == start + timedelta(days=1) and again.busy_status == 3
assert again.changekey != item.changekey
step("update")

found = list(account.calendar.filter(stamp="installation-1/appointment/4711"))
assert [f.id for f in found] == [item.id]
assert account.calendar.filter(stamp="nothing").count() == 0
assert account.calendar.filter(subject__icontains="REVIEW").count() == 1
assert account.calendar.filter(start__gte=start, end__lt=start + timedelta(days=2)).count() == 1
step("extended property search")

all_day = CalendarItem(
    account=account, folder=account.calendar, subject="Trade fair", is_all_day=True,
    start=start.date(), end=start.date(),
)
all_day.save(send_meeting_invitations=SEND_TO_NONE)
fair = account.calendar.get(id=all_day.id)
assert fair.is_all_day and fair.start == start.date() and fair.end == start.date(), (fair.start, fair.end)
step("all day")

bulk = [
    CalendarItem(
        account=account, folder=account.calendar, subject=f"Slot {n:03}",
        start=start + timedelta(days=30, minutes=n), end=start + timedelta(days=30, minutes=n + 1),
    )
    for n in range(260)
]
ids = account.bulk_create(folder=account.calendar, items=bulk, send_meeting_invitations=SEND_TO_NONE, chunk_size=50)
assert len(ids) == 260
page = account.calendar.filter(subject__startswith="Slot").order_by("subject")
page.page_size = 40
assert [i.subject for i in page] == [f"Slot {n:03}" for n in range(260)]
assert [i.subject for i in account.calendar.filter(subject__startswith="Slot").order_by("-start")[:3]] == ["Slot 259", "Slot 258", "Slot 257"]
assert len(list(account.fetch(ids=[(i.id, i.changekey) for i in ids]))) == 260
step("paging")

view = list(account.calendar.view(start=start + timedelta(days=30), end=start + timedelta(days=30, minutes=10)))
assert [i.subject for i in view] == [f"Slot {n:03}" for n in range(10)], [i.subject for i in view]
week = list(account.calendar.view(start=start - timedelta(days=1), end=start + timedelta(days=7)))
assert [i.subject for i in week] == ["Trade fair", "Quarterly review, moved"], [i.subject for i in week]
step("calendar view")

changes = list(account.calendar.sync_items(max_changes_returned=100))
state = account.calendar.item_sync_state
assert len(changes) == 262 and all(kind == "create" for kind, _ in changes), len(changes)
again.subject = "Quarterly review, again"
again.save(send_meeting_invitations=SEND_TO_NONE, update_fields=["subject"])
fair.move_to_trash()
changes = [(kind, c.id) for kind, c in account.calendar.sync_items(sync_state=state)]
assert sorted(kind for kind, _ in changes) == ["delete", "update"], changes
assert {i for _, i in changes} == {item.id, all_day.id}
step("sync")

assert [i.subject for i in account.trash.all()] == ["Trade fair"]
moved = account.calendar.get(id=item.id)
old_id = moved.id
moved.move(to_folder=account.trash)
assert moved.id != old_id
assert isinstance(list(account.fetch(ids=[(old_id, None)]))[0], ErrorItemNotFound)
assert list(account.fetch(ids=[(moved.id, None)]))[0].subject == "Quarterly review, again"
step("move")

moved.delete(send_meeting_cancellations=SEND_TO_NONE)
assert account.trash.all().count() == 1
assert len(account.bulk_delete(ids=ids, send_meeting_cancellations=SEND_TO_NONE)) == 260
assert account.calendar.all().count() == 0
step("delete")

names = account.protocol.resolve_names([user])
assert names[0].email_address == user, names
zones = list(account.protocol.get_timezones(return_full_timezone_data=True))
assert any(z.id == "W. Europe Standard Time" for z in zones)
step("directory and zones")
print("DONE")
