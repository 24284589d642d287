"""The user in Outlook: python3 outlook_user.py URL USER PASSWORD, steps as a JSON list on standard input.

A step is {"do": "create", "item": {...}}, {"do": "update", "id": ..., "item": {...}},
{"do": "delete", "id": ...} or {"do": "list"}; one date of a series, by its index from 1, is
{"do": "update", "id": ..., "index": ..., "item": {...}} or {"do": "delete", "id": ..., "index": ...};
{"do": "view", "start": ..., "end": ...} lists the dates of a time span; {"do": "reply", "id": ..., "answer": ...} accepts
("Accept"), accepts tentatively ("Tentative") or declines ("Decline") and tells the organizer; "send": true sends invitations,
updates and cancellations to attendees. The answers come as a JSON list on standard output.
Times are ISO 8601: with offset for a timed item, a date for an all-day one, whose last day is named.
"""
import json
import sys
from datetime import date, datetime
from zoneinfo import ZoneInfo

from exchangelib import (
    BASIC,
    DELEGATE,
    Account,
    Attendee,
    CalendarItem,
    Configuration,
    Credentials,
    EWSDate,
    EWSDateTime,
    EWSTimeZone,
    ExtendedProperty,
    HTMLBody,
    Mailbox,
)
from exchangelib.items import SEND_ONLY_TO_ALL, SEND_TO_NONE
from exchangelib.recurrence import DailyPattern, Recurrence, WeeklyPattern

PLAIN = (
    "subject location reminder_is_set reminder_minutes_before_start"
    " legacy_free_busy_status sensitivity importance categories is_all_day"
).split()


class Stamp(ExtendedProperty):
    property_set_id = "32bc2f0b-ca20-4e60-9cb0-6785588099ec"
    property_name = "Stamp"
    property_type = "String"


CalendarItem.register("exsync_stamp", Stamp)
OSLO = EWSTimeZone("Europe/Oslo")


def moment(text):
    if "T" not in text:
        return EWSDate.from_date(date.fromisoformat(text))
    wall = datetime.fromisoformat(text).astimezone(ZoneInfo("Europe/Oslo"))
    return EWSDateTime(wall.year, wall.month, wall.day, wall.hour, wall.minute, tzinfo=OSLO)


def invited(addresses):
    return [
        Attendee(mailbox=Mailbox(email_address=address), response_type="Unknown")
        for address in addresses
    ]


def fields(item):
    values = {name: item[name] for name in PLAIN if name in item}
    for name in ("start", "end"):
        if name in item:
            values[name] = moment(item[name])
    if "body" in item:
        values["body"] = HTMLBody(item["body"])
    if "attendees" in item:
        values["required_attendees"] = invited(item["attendees"])
    if "rooms" in item:
        values["resources"] = invited(item["rooms"])
    if item.get("daily"):
        number = None if item["daily"] == "endless" else item["daily"]
        values["recurrence"] = Recurrence(
            pattern=DailyPattern(interval=1), start=values["start"].date(), number=number
        )
    if item.get("weekly"):
        values["recurrence"] = Recurrence(
            pattern=WeeklyPattern(interval=1, weekdays=item["weekdays"]),
            start=values["start"].date(),
            number=item["weekly"],
        )
    if item.get("once"):
        values["recurrence"] = None
    return values


def told(value):
    if isinstance(value, EWSDateTime):
        return value.astimezone(EWSTimeZone("UTC")).strftime("%Y-%m-%dT%H:%M:%SZ")
    return value.isoformat() if isinstance(value, date) else value


def shown(item):
    values = {name: getattr(item, name) for name in PLAIN}
    values.update(id=item.id, body=str(item.body or ""), stamp=item.exsync_stamp, type=item.type)
    values.update(start=told(item.start), end=told(item.end), uid=item.uid)
    everybody = (item.required_attendees or []) + (item.resources or [])
    values.update(
        reply=item.my_response_type,
        cancelled=bool(item.is_cancelled),
        organizer=item.organizer.email_address if item.organizer else "",
        attendees={one.mailbox.email_address: one.response_type for one in everybody},
    )
    return values


def perform(account, step):
    mails = SEND_ONLY_TO_ALL if step.get("send") else SEND_TO_NONE
    if step["do"] == "create":
        item = CalendarItem(account=account, folder=account.calendar, **fields(step["item"]))
        item.save(send_meeting_invitations=mails)
        return item.id
    if step["do"] == "list":
        return [shown(item) for item in account.calendar.all()]
    if step["do"] == "view":
        dates = account.calendar.view(start=moment(step["start"]), end=moment(step["end"]))
        return [shown(item) for item in dates]
    item = account.calendar.get(id=step["id"])
    if "index" in step:
        item = item.occurrence(index=step["index"])
        item.refresh()
    if step["do"] == "reply":
        answer = {
            "Accept": item.accept,
            "Tentative": item.tentatively_accept,
            "Decline": item.decline,
        }
        answer[step["answer"]]()
        return step["id"]
    if step["do"] == "delete":
        item.move_to_trash(send_meeting_cancellations=mails)
        return step["id"]
    changes = fields(step["item"])
    for name, value in changes.items():
        setattr(item, name, value)
    item.save(update_fields=list(changes), send_meeting_invitations=mails)
    return item.id


url, user, password = sys.argv[1:4]
config = Configuration(
    service_endpoint=url, credentials=Credentials(user, password), auth_type=BASIC
)
account = Account(user, config=config, autodiscover=False, access_type=DELEGATE)
print(json.dumps([perform(account, step) for step in json.load(sys.stdin)]))
