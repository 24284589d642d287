"""The user with contact folders and groups in Outlook: python3 outlook_selections.py URL USER PASSWORD.

Steps come as JSON on standard input: {"do": "list"} answers what is below and among the contacts, {"do": "delete",
"id": ...} moves a folder to the deleted items. The answers come as a JSON list on standard output.
"""
import json
import sys

from exchangelib import BASIC, DELEGATE, Account, Configuration, Contact, Credentials, DistributionList, ExtendedProperty


class Stamp(ExtendedProperty):
    property_set_id = "32bc2f0b-ca20-4e60-9cb0-6785588099ec"
    property_name = "Stamp"
    property_type = "String"


Contact.register("exsync_stamp", Stamp)


def shown_folder(folder):
    contacts = [item for item in folder.all() if isinstance(item, Contact)]
    return {
        "subject": folder.name,
        "shape": "folder",
        "id": folder.id,
        "contacts": [
            {"surname": item.surname, "categories": item.categories or [], "stamp": item.exsync_stamp}
            for item in contacts
        ],
    }


def shown_group(group):
    members = [member.mailbox.email_address for member in group.members or []]
    return {"subject": group.display_name, "shape": "group", "id": group.id, "members": sorted(members)}


def perform(account, step):
    if step["do"] == "list":
        folders = [shown_folder(folder) for folder in account.contacts.children]
        groups = [item for item in account.contacts.all() if isinstance(item, DistributionList)]
        return folders + [shown_group(group) for group in groups]
    folder = next(folder for folder in account.contacts.children if folder.id == step["id"])
    folder.move(to_folder=account.trash)
    return step["id"]


def main():
    url, user, password = sys.argv[1:4]
    configuration = Configuration(service_endpoint=url, credentials=Credentials(user, password), auth_type=BASIC)
    account = Account(user, config=configuration, autodiscover=False, access_type=DELEGATE)
    print(json.dumps([perform(account, step) for step in json.load(sys.stdin)]))


main()
