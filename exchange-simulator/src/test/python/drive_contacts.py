"""Plays the user with contacts and lists against an Exchange simulator: python3 drive_contacts.py URL USER PASSWORD.

Prints one line per step that holds, and ends with DONE; an assertion that fails ends it at once.
"""
import sys

from exchangelib import (
    BASIC,
    DELEGATE,
    Account,
    Configuration,
    Contact,
    Credentials,
    DistributionList,
    EWSDate,
    ExtendedProperty,
    FileAttachment,
    Mailbox,
    Task,
)
from exchangelib.folders import Contacts, Tasks
from exchangelib.indexed_properties import EmailAddress, PhoneNumber, PhysicalAddress
from exchangelib.properties import Member

url, user, password = sys.argv[1:4]


class Stamp(ExtendedProperty):
    property_set_id = "b1e2a0f4-6f0c-4a55-9c51-3d1d0f1f7a01"
    property_name = "stamp"
    property_type = "String"


Contact.register("stamp", Stamp)


def step(name):
    print("ok", name, flush=True)


config = Configuration(service_endpoint=url, credentials=Credentials(user, password), auth_type=BASIC, max_connections=2)
account = Account(user, config=config, autodiscover=False, access_type=DELEGATE)
contacts = account.contacts

phones = {label: f"+49 30 {n:04}" for n, label in enumerate(PhoneNumber.LABEL_CHOICES)}
hans = Contact(
    account=account,
    folder=contacts,
    display_name="Hans Jürgen Müller",
    given_name="Hans",
    middle_name="Jürgen",
    surname="Müller",
    nickname="Hansi",
    initials="HJM",
    generation="Jr.",
    file_as_mapping="LastCommaFirst",
    company_name="Müller & Søn",
    department="Sales",
    job_title="Head of sales",
    office="4.12",
    manager="Eva Lund",
    assistant_name="Per",
    profession="Merchant",
    spouse_name="Grete",
    children=["Ida", "Ole"],
    companies=["Müller & Søn"],
    birthday=EWSDate(1970, 5, 17),
    wedding_anniversary=EWSDate(1999, 6, 1),
    business_homepage="https://mueller.example",
    mileage="7",
    body="Met at the fair",
    categories=["SuperOffice Contact"],
    sensitivity="Private",
    email_addresses=[
        EmailAddress(email="hans@mueller.example", label="EmailAddress1"),
        EmailAddress(email="sales@mueller.example", label="EmailAddress2"),
    ],
    phone_numbers=[PhoneNumber(label=label, phone_number=number) for label, number in phones.items()],
    physical_addresses=[
        PhysicalAddress(label="Business", street="Lange Str. 1", city="Berlin", state="BE", country="Germany", zipcode="10115"),
        PhysicalAddress(label="Home", city="Potsdam"),
    ],
    postal_address_index="Business",
    stamp="installation-1/contact/4711",
)
hans.save()
read = contacts.get(id=hans.id)
assert read.display_name == "Hans Jürgen Müller" and read.file_as == "Müller, Hans Jürgen", read.file_as
assert (read.given_name, read.middle_name, read.surname) == ("Hans", "Jürgen", "Müller")
assert (read.nickname, read.initials, read.generation) == ("Hansi", "HJM", "Jr.")
assert read.complete_name.first_name == "Hans" and read.complete_name.full_name == "Hans Jürgen Müller"
assert (read.company_name, read.department, read.job_title, read.office) == ("Müller & Søn", "Sales", "Head of sales", "4.12")
assert (read.manager, read.assistant_name, read.profession, read.spouse_name) == ("Eva Lund", "Per", "Merchant", "Grete")
assert (read.children, read.companies, read.mileage) == (["Ida", "Ole"], ["Müller & Søn"], "7")
assert (read.birthday, read.wedding_anniversary) == (EWSDate(1970, 5, 17), EWSDate(1999, 6, 1))
assert read.business_homepage == "https://mueller.example" and read.text_body == "Met at the fair"
assert (read.categories, read.sensitivity) == (["SuperOffice Contact"], "Private")
assert {e.label: e.email for e in read.email_addresses} == {"EmailAddress1": "hans@mueller.example", "EmailAddress2": "sales@mueller.example"}
assert {p.label: p.phone_number for p in read.phone_numbers} == phones
assert [(a.label, a.street, a.city, a.zipcode) for a in read.physical_addresses] == [
    ("Business", "Lange Str. 1", "Berlin", "10115"),
    ("Home", None, "Potsdam", None),
], read.physical_addresses
assert (read.postal_address_index, read.contact_source, read.has_picture) == ("Business", "Store", False)
assert read.stamp == "installation-1/contact/4711" and read.subject == "Hans Jürgen Müller"
step("create and read")

read.email_addresses = [EmailAddress(email="hans@new.example", label="EmailAddress1")]
read.phone_numbers = [PhoneNumber(label="MobilePhone", phone_number="+47 1")]
read.physical_addresses = [PhysicalAddress(label="Business", street="Neue Str. 2", city="Berlin")]
read.given_name = "Johannes"
read.spouse_name = None
read.save(update_fields=["email_addresses", "phone_numbers", "physical_addresses", "given_name", "spouse_name"])
read = contacts.get(id=hans.id)
assert "hans@new.example" in [e.email for e in read.email_addresses]
assert [p.phone_number for p in read.phone_numbers if p.label == "MobilePhone"] == ["+47 1"]
assert [a.street for a in read.physical_addresses if a.label == "Business"] == ["Neue Str. 2"]
assert read.file_as == "Müller, Johannes Jürgen" and read.spouse_name is None, read.file_as
step("update")

assert [c.id for c in contacts.filter(stamp="installation-1/contact/4711")] == [hans.id]
assert [c.id for c in contacts.filter(surname__startswith="Mü", company_name__icontains="søn")] == [hans.id]
only = contacts.all().only("email_addresses", "display_name")[0]
assert [e.email for e in only.email_addresses if e.label == "EmailAddress1"] == ["hans@new.example"]
step("search")

picture = FileAttachment(name="ContactPicture.jpg", content=b"\xff\xd8 a picture", is_contact_photo=True)
read.attach(picture)
read = contacts.get(id=hans.id)
assert read.has_picture and read.has_attachments and read.changekey == picture.parent_item.changekey
assert (read.attachments[0].name, read.attachments[0].is_contact_photo) == ("ContactPicture.jpg", True)
assert read.attachments[0].content == b"\xff\xd8 a picture" and read.attachments[0].size == 12
read.detach(read.attachments[0])
read = contacts.get(id=hans.id)
assert not read.has_picture and not read.attachments
framed = Contact(
    account=account, folder=contacts, display_name="Eva Lund",
    email_addresses=[EmailAddress(email="eva@lund.example", label="EmailAddress1")],
    attachments=[FileAttachment(name="ContactPicture.jpg", content=b"one", is_contact_photo=True)],
)
framed.save()
assert contacts.get(id=framed.id).attachments[0].content == b"one"
step("pictures")

group = DistributionList(
    account=account,
    folder=contacts,
    display_name="Customers",
    members=[
        Member(mailbox=Mailbox(name="One off", email_address="one@off.example", mailbox_type="OneOff")),
        Member(mailbox=Mailbox(email_address="bo@example.com")),
        Member(mailbox=Mailbox(name="Eva", email_address="eva@lund.example")),
    ],
).save()
read = contacts.get(id=group.id)
assert read.display_name == "Customers" and read.contact_source == "Store"
assert [(m.mailbox.name, m.mailbox.email_address, m.mailbox.mailbox_type, m.status) for m in read.members] == [
    ("One off", "one@off.example", "OneOff", "Normal"),
    ("Bo Dahl", "bo@example.com", "Mailbox", "Normal"),
    ("Eva", "eva@lund.example", "OneOff", "Normal"),
], read.members
list(contacts.sync_items())
state = contacts.item_sync_state
expanded = account.protocol.expand_dl("sales@example.com")
assert [(m.name, m.email_address, m.mailbox_type) for m in expanded] == [
    ("Anna Berg", "anna@example.com", "Mailbox"),
    ("Bo Dahl", "bo@example.com", "Mailbox"),
], expanded
read.members = read.members[1:]
read.save(update_fields=["members"])
assert [m.mailbox.name for m in contacts.get(id=group.id).members] == ["Bo Dahl", "Eva"]
changes = list(contacts.sync_items(sync_state=state))
assert [(kind, c.id) for kind, c in changes] == [("update", group.id)]
read.delete()
assert {c.display_name for c in contacts.all()} == {"Hans Jürgen Müller", "Eva Lund"}
step("distribution lists")
list(account.root.sync_hierarchy())
hierarchy = account.root.folder_sync_state
selection = Contacts(parent=contacts, name="Selection 7")
selection.save()
bulk = [Contact(account=account, folder=selection, display_name=f"Person {n:03}") for n in range(120)]
ids = account.bulk_create(folder=selection, items=bulk, chunk_size=50)
assert len(ids) == 120 and selection.all().count() == 120 and contacts.all().count() == 2
assert len(list(selection.sync_items())) == 120
copied = account.bulk_copy(ids=ids[:2], to_folder=contacts)
assert len(copied) == 2 and contacts.all().count() == 4
account.bulk_move(ids=ids[2:4], to_folder=contacts)
assert selection.all().count() == 118 and contacts.all().count() == 6
changes = [kind for kind, _ in selection.sync_items(sync_state=selection.item_sync_state)]
assert changes == ["delete", "delete"], changes
todo = Tasks(parent=account.msg_folder_root, name="Project")
todo.save()
Task(account=account, folder=todo, subject="In a folder of its own").save()
assert todo.all().count() == 1 and account.tasks.all().count() == 0
seen = {(kind, f.name) for kind, f in account.root.sync_hierarchy(sync_state=hierarchy)}
assert seen >= {("create", "Selection 7"), ("create", "Project")}, seen
hierarchy = account.root.folder_sync_state
selection.name = "Customers"
selection.save(update_fields=["name"])
selection.empty(delete_type="HardDelete")
assert selection.all().count() == 0
todo.delete()
seen = [kind for kind, f in account.root.sync_hierarchy(sync_state=hierarchy)]
assert sorted(seen) == ["delete", "update"], seen
step("folders")
print("DONE")
