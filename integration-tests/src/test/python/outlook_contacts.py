"""The user with contacts in Outlook: python3 outlook_contacts.py URL USER PASSWORD, steps as JSON on standard input.

A step is {"do": "create", "item": {...}}, {"do": "update", "id": ..., "item": {...}}, {"do": "delete", "id": ...}
or {"do": "list"}; the answers come as a JSON list on standard output. The subject is the display name.
"""
import json
import sys

from exchangelib import BASIC, DELEGATE, Account, Configuration, Contact, Credentials, ExtendedProperty
from exchangelib.indexed_properties import EmailAddress

PLAIN = "display_name given_name surname job_title company_name department categories".split()


class Stamp(ExtendedProperty):
    property_set_id = "32bc2f0b-ca20-4e60-9cb0-6785588099ec"
    property_name = "Stamp"
    property_type = "String"


Contact.register("exsync_stamp", Stamp)


def fields(item):
    values = {name: item[name] for name in PLAIN if name in item}
    if "email" in item:
        values["email_addresses"] = [EmailAddress(email=item["email"], label="EmailAddress1")]
    return values


def shown(item):
    values = {name: getattr(item, name) for name in PLAIN}
    values["subject"] = item.display_name
    values["emails"] = {e.label: e.email for e in item.email_addresses or []}
    values["phones"] = {p.label: p.phone_number for p in item.phone_numbers or [] if p.phone_number}
    values.update(id=item.id, stamp=item.exsync_stamp)
    return values


def perform(account, step):
    if step["do"] == "create":
        item = Contact(account=account, folder=account.contacts, **fields(step["item"]))
        item.save()
        return item.id
    if step["do"] == "list":
        return [shown(item) for item in account.contacts.all() if isinstance(item, Contact)]
    item = account.contacts.get(id=step["id"])
    if step["do"] == "update":
        for name, value in fields(step["item"]).items():
            setattr(item, name, value)
        item.save(update_fields=list(fields(step["item"])))
    else:
        item.move_to_trash()
    return step["id"]


def main():
    url, user, password = sys.argv[1:4]
    configuration = Configuration(service_endpoint=url, credentials=Credentials(user, password), auth_type=BASIC)
    account = Account(user, config=configuration, autodiscover=False, access_type=DELEGATE)
    print(json.dumps([perform(account, step) for step in json.load(sys.stdin)]))


main()
