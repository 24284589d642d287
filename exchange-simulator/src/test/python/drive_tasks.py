"""Plays the user with tasks against an Exchange simulator: python3 drive_tasks.py URL USER PASSWORD.

Prints one line per step that holds, and ends with DONE; an assertion that fails ends it at once.
"""
import sys
from decimal import Decimal

from exchangelib import (
    BASIC,
    DELEGATE,
    Account,
    Configuration,
    Credentials,
    EWSDate,
    EWSDateTime,
    ExtendedProperty,
    Task,
    UTC,
)
from exchangelib.items import ALL_OCCURRENCES, SPECIFIED_OCCURRENCE_ONLY
from exchangelib.recurrence import (
    AbsoluteMonthlyPattern,
    DailyRegeneration,
    NoEndPattern,
    TaskRecurrence,
    WeeklyPattern,
)

url, user, password = sys.argv[1:4]


class Stamp(ExtendedProperty):
    property_set_id = "b1e2a0f4-6f0c-4a55-9c51-3d1d0f1f7a01"
    property_name = "stamp"
    property_type = "String"


Task.register("stamp", Stamp)


def step(name):
    print("ok", name, flush=True)


config = Configuration(service_endpoint=url, credentials=Credentials(user, password), auth_type=BASIC, max_connections=2)
account = Account(user, config=config, autodiscover=False, access_type=DELEGATE)
tasks = account.tasks


def task(**fields):
    return Task(account=account, folder=tasks, **fields).save()


item = task(
    subject="Call Müller",
    body="About the offer",
    start_date=EWSDate(2026, 3, 9),
    due_date=EWSDate(2026, 3, 12),
    importance="High",
    sensitivity="Private",
    categories=["SuperOffice Task"],
    reminder_is_set=True,
    reminder_due_by=EWSDateTime(2026, 3, 12, 8, 0, tzinfo=UTC),
    total_work=90,
    actual_work=30,
    companies=["Müller AG"],
    contacts=["Hans Müller"],
    mileage="12 km",
    billing_information="Account 7",
    stamp="installation-1/task/4711",
)
read = tasks.get(id=item.id)
assert read.subject == "Call Müller" and read.text_body == "About the offer"
assert (read.start_date, read.due_date) == (EWSDate(2026, 3, 9), EWSDate(2026, 3, 12))
assert (read.importance, read.sensitivity, read.categories) == ("High", "Private", ["SuperOffice Task"])
assert read.reminder_is_set and read.reminder_due_by == item.reminder_due_by
assert (read.total_work, read.actual_work, read.mileage) == (90, 30, "12 km")
assert (read.companies, read.contacts, read.billing_information) == (["Müller AG"], ["Hans Müller"], "Account 7")
assert (read.status, read.percent_complete, read.is_complete) == ("NotStarted", Decimal(0), False)
assert read.owner == "Anna Berg" and read.delegation_state == "NoMatch" and read.change_count == 1
assert read.stamp == "installation-1/task/4711" and read.is_recurring is False
step("create and read")

read.status = "InProgress"
read.percent_complete = Decimal(40)
read.save(update_fields=["status", "percent_complete"])
read = tasks.get(id=item.id)
assert (read.status, read.percent_complete, read.change_count) == ("InProgress", Decimal(40), 2)
read.complete()
read = tasks.get(id=item.id)
assert read.is_complete and read.complete_date is not None and read.percent_complete == 100
read.status = "NotStarted"
read.percent_complete = Decimal(0)
read.save(update_fields=["status", "percent_complete"])
read = tasks.get(id=item.id)
assert not read.is_complete and read.complete_date is None
step("status and completion")

assert [t.id for t in tasks.filter(stamp="installation-1/task/4711")] == [item.id]
task(subject="Later", due_date=EWSDate(2026, 5, 1))
assert [t.subject for t in tasks.filter(due_date__gte=EWSDate(2026, 4, 1))] == ["Later"]
assert [t.subject for t in tasks.all().order_by("-due_date")] == ["Later", "Call Müller"]
step("search")

list(tasks.sync_items())
state = tasks.item_sync_state
weekly = task(
    subject="Report",
    start_date=EWSDate(2026, 3, 10),
    due_date=EWSDate(2026, 3, 11),
    stamp="installation-1/task/4712",
    recurrence=TaskRecurrence(
        pattern=WeeklyPattern(interval=1, weekdays=["Tuesday"], first_day_of_week="Monday"),
        start=EWSDate(2026, 3, 10),
        number=3,
    ),
)
read = tasks.get(id=weekly.id)
assert read.is_recurring and read.recurrence.pattern.interval == 1, read.recurrence
assert read.recurrence.boundary.number == 3, read.recurrence.boundary
series_id = read.id
finished_ids = []
for day in (10, 17):
    read = tasks.get(id=series_id)
    assert (read.start_date, read.due_date) == (EWSDate(2026, 3, day), EWSDate(2026, 3, day + 1))
    # exchangelib itself does not look for another id in the answer.
    read.status, read.percent_complete = "Completed", Decimal(100)
    (answer,) = account.bulk_update(items=[(read, ["status", "percent_complete"])])
    assert answer[0] != series_id
    finished = tasks.get(id=answer[0])
    assert finished.is_complete and not finished.is_recurring and finished.stamp == "installation-1/task/4712"
    finished_ids.append(finished.id)
read = tasks.get(id=series_id)
assert read.is_recurring and read.status == "NotStarted" and read.start_date == EWSDate(2026, 3, 24)
read.complete()
read = tasks.get(id=series_id)
assert read.is_complete and not read.is_recurring
changes = [(kind, c.id) for kind, c in tasks.sync_items(sync_state=state)]
assert sorted(changes) == sorted(("create", i) for i in [series_id, *finished_ids]), changes
step("recurring tasks are completed one by one")

regenerating = task(
    subject="Water the plants",
    due_date=EWSDate(2026, 3, 10),
    recurrence=TaskRecurrence(pattern=DailyRegeneration(interval=5), boundary=NoEndPattern(start=EWSDate(2026, 3, 10))),
)
series_id = regenerating.id
regenerating.complete()
done, read = tasks.get(id=regenerating.id), tasks.get(id=series_id)
assert done.is_complete and read.status == "NotStarted" and done.id != read.id
assert (read.due_date - done.complete_date.date()).days == 5, (read.due_date, done.complete_date)
step("regeneration")

monthly = task(
    subject="Invoice",
    due_date=EWSDate(2026, 1, 31),
    recurrence=TaskRecurrence(pattern=AbsoluteMonthlyPattern(interval=1, day_of_month=31), boundary=NoEndPattern(start=EWSDate(2026, 1, 31))),
)
series_id = monthly.id
monthly.delete(affected_task_occurrences=SPECIFIED_OCCURRENCE_ONLY)
assert tasks.get(id=series_id).due_date == EWSDate(2026, 2, 28)
tasks.get(id=series_id).delete(affected_task_occurrences=ALL_OCCURRENCES)
assert tasks.filter(subject="Invoice").count() == 0
tasks.get(id=item.id).move_to_trash()
assert [t.subject for t in account.trash.all()] == ["Call Müller"]
step("delete")
print("DONE")
