"""The user with tasks in Outlook: python3 outlook_tasks.py URL USER PASSWORD, steps as JSON on standard input.

A step is {"do": "create", "item": {...}}, {"do": "update", "id": ..., "item": {...}},
{"do": "complete", "id": ...}, {"do": "delete", "id": ...} or {"do": "list"}; the answers come as a JSON list on
standard output. Due dates are days, reminders ISO 8601 with offset; "weekly" makes the task recur without end.
"""
import json
import sys
from datetime import date, datetime
from decimal import Decimal

from exchangelib import (
    BASIC,
    DELEGATE,
    UTC,
    Account,
    Configuration,
    Credentials,
    EWSDate,
    EWSDateTime,
    ExtendedProperty,
    HTMLBody,
    Task,
)
from exchangelib.recurrence import NoEndPattern, TaskRecurrence, WeeklyPattern

PLAIN = "subject status percent_complete reminder_is_set sensitivity importance categories".split()


class Stamp(ExtendedProperty):
    property_set_id = "32bc2f0b-ca20-4e60-9cb0-6785588099ec"
    property_name = "Stamp"
    property_type = "String"


Task.register("exsync_stamp", Stamp)


def day(text):
    return EWSDate.from_date(date.fromisoformat(text))


def fields(item):
    values = {name: item[name] for name in PLAIN if name in item}
    if "percent_complete" in item:
        values["percent_complete"] = Decimal(item["percent_complete"])
    for name in ("start_date", "due_date"):
        if name in item:
            values[name] = day(item[name])
    if "reminder_due_by" in item:
        at = datetime.fromisoformat(item["reminder_due_by"]).astimezone(UTC)
        values["reminder_due_by"] = EWSDateTime(at.year, at.month, at.day, at.hour, at.minute, tzinfo=UTC)
    if "body" in item:
        values["body"] = HTMLBody(item["body"])
    if item.get("weekly"):
        due = values["due_date"]
        pattern = WeeklyPattern(interval=1, weekdays=[due.strftime("%A")], first_day_of_week="Monday")
        values.update(start_date=due, recurrence=TaskRecurrence(pattern=pattern, boundary=NoEndPattern(start=due)))
    return values


def told(value):
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return value.isoformat() if isinstance(value, date) else value


def shown(item):
    values = {name: getattr(item, name) for name in PLAIN}
    values["percent_complete"] = int(item.percent_complete or 0)
    values.update(id=item.id, body=str(item.body or ""), stamp=item.exsync_stamp, recurring=item.is_recurring)
    for name in ("start_date", "due_date", "complete_date", "reminder_due_by"):
        values[name] = told(getattr(item, name))
    return values


def perform(account, step):
    if step["do"] == "create":
        item = Task(account=account, folder=account.tasks, **fields(step["item"]))
        item.save()
        return item.id
    if step["do"] == "list":
        return [shown(item) for item in account.tasks.all()]
    item = account.tasks.get(id=step["id"])
    if step["do"] == "delete":
        item.move_to_trash()
    elif step["do"] == "complete":
        item.complete()
    else:
        changes = fields(step["item"])
        for name, value in changes.items():
            setattr(item, name, value)
        item.save(update_fields=list(changes))
    return step["id"]


url, user, password = sys.argv[1:4]
config = Configuration(service_endpoint=url, credentials=Credentials(user, password), auth_type=BASIC)
account = Account(user, config=config, autodiscover=False, access_type=DELEGATE)
print(json.dumps([perform(account, step) for step in json.load(sys.stdin)]))
