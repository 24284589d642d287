package io.exchangesync.exchange.ews;

import io.exchangesync.exchange.ews.MailboxRight.Allowed;
import io.exchangesync.exchange.ews.MailboxRight.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.http.impl.client.CloseableHttpClient;

/**
 * Asks Exchange what a connection may do in a mailbox: EffectiveRights of its folders. Reads only.
 */
public final class RightsCheck {
  private static final String RIGHTS = "folder:EffectiveRights";

  private RightsCheck() {}

  /**
   * The rights in the folders that are synchronized.
   *
   * @throws io.exchangesync.core.port.SyncException if the mailbox can't be reached at all
   */
  public static List<MailboxRight> run(EwsConnection connection, String mailbox) {
    CloseableHttpClient client = EwsHttp.client(connection.trustStore());
    try {
      EwsService service = new EwsService(connection, client, mailbox);
      List<MailboxRight> rights = new ArrayList<>();
      for (Thing thing : Thing.values()) {
        rights.add(right(service, thing));
      }
      return List.copyOf(rights);
    } catch (EwsFailure e) {
      throw EwsErrors.syncException(e);
    } finally {
      EwsHttp.close(client);
    }
  }

  private static MailboxRight right(EwsService service, Thing thing) {
    Optional<XmlElement> told;
    try {
      told =
          EwsMessages.single(EwsCall.send(service, request(service, thing)))
              .xml()
              .find("EffectiveRights");
    } catch (EwsFailure e) {
      if (!e.code().equals("ErrorAccessDenied") && !e.code().equals("ErrorFolderNotFound")) {
        throw e;
      }
      return missing(service, thing, Allowed.NO, Allowed.NO);
    }
    if (thing == Thing.PRIVATE_ITEMS) {
      Allowed seen = allowed(told, "ViewPrivateItems");
      Allowed written = both(seen, writable(told));
      return seen == Allowed.YES && written == Allowed.YES
          ? well(thing, seen, written)
          : missing(service, thing, seen, written);
    }
    Allowed read = allowed(told, "Read");
    Allowed write = writable(told);
    return read == Allowed.YES && write == Allowed.YES
        ? well(thing, read, write)
        : missing(service, thing, read, write);
  }

  private static MailboxRight well(Thing thing, Allowed read, Allowed write) {
    return new MailboxRight(
        thing, read, write, name(thing) + " can be read and written.", List.of());
  }

  private static MailboxRight missing(
      EwsService service, Thing thing, Allowed read, Allowed write) {
    EwsConnection connection = service.connection();
    boolean unknown = read == Allowed.UNKNOWN || write == Allowed.UNKNOWN;
    boolean owner = connection.access() != Access.DELEGATION;
    if (unknown && owner && thing == Thing.PRIVATE_ITEMS && read == Allowed.UNKNOWN) {
      return new MailboxRight(
          thing,
          read,
          write,
          "Exchange does not tell; by impersonation private items are the owner's own.",
          List.of());
    }
    String text =
        unknown
            ? "It can't be known whether " + name(thing).toLowerCase(Locale.ROOT) + " can be used."
            : read == Allowed.NO
                ? name(thing) + " can't be read."
                : name(thing) + " can be read but not written.";
    return new MailboxRight(
        thing,
        read,
        write,
        text,
        thing == Thing.PRIVATE_ITEMS && !owner
            ? ShellLines.privateItems(connection, service.mailbox())
            : ShellLines.access(connection, service.mailbox()));
  }

  private static String name(Thing thing) {
    return switch (thing) {
      case CALENDAR -> "The calendar";
      case TASKS -> "Tasks";
      case CONTACTS -> "Contacts";
      case PRIVATE_ITEMS -> "Private appointments";
    };
  }

  private static Allowed writable(Optional<XmlElement> told) {
    return both(
        allowed(told, "CreateContents"), both(allowed(told, "Modify"), allowed(told, "Delete")));
  }

  private static Allowed both(Allowed one, Allowed other) {
    if (one == Allowed.NO || other == Allowed.NO) {
      return Allowed.NO;
    }
    return one == Allowed.UNKNOWN ? one : other;
  }

  private static Allowed allowed(Optional<XmlElement> told, String right) {
    return told.flatMap(rights -> rights.text(right))
        .map(text -> text.strip().equals("true") ? Allowed.YES : Allowed.NO)
        .orElse(Allowed.UNKNOWN);
  }

  private static EwsOperation request(EwsService service, Thing thing) {
    return new EwsOperation(
        "GetFolder",
        xml -> {
          xml.message("FolderShape").type("BaseShape", "IdOnly");
          xml.type("AdditionalProperties");
          xml.type("FieldURI").attribute("FieldURI", RIGHTS).end();
          xml.end().end();
          xml.message("FolderIds");
          xml.type("DistinguishedFolderId").attribute("Id", thing.folder());
          if (service.connection().access() == Access.DELEGATION) {
            xml.type("Mailbox").type("EmailAddress", service.mailbox()).end();
          }
          xml.end().end();
        });
  }
}
