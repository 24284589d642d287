package io.exchangesync.simulator;

import io.exchangesync.simulator.soap.Dom;
import java.util.List;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** The requests that the tests send, with prefixes m and t. */
final class Requests {
  static final String STAMP_SET = "b1e2a0f4-6f0c-4a55-9c51-3d1d0f1f7a01";
  static final String STAMP =
      "<t:ExtendedFieldURI PropertySetId='"
          + STAMP_SET
          + "' PropertyName='stamp' PropertyType='String'/>";
  static final String CALENDAR = "<t:DistinguishedFolderId Id='calendar'/>";

  private Requests() {}

  /** An id as answers give it. */
  record Id(String id, String changeKey) {
    static Id in(Element element) {
      Element found = EwsClient.all(element, "ItemId").get(0);
      return new Id(found.getAttribute("Id"), found.getAttribute("ChangeKey"));
    }

    String xml() {
      return "<t:ItemId Id='" + id + "' ChangeKey='" + changeKey + "'/>";
    }

    Id withoutKey() {
      return new Id(id, "");
    }
  }

  /** A timed item of an hour; more properties come in the order of the schema. */
  static String calendarItem(String subject, String start, String end) {
    return "<t:CalendarItem><t:Subject>"
        + subject
        + "</t:Subject><t:Start>"
        + start
        + "</t:Start><t:End>"
        + end
        + "</t:End></t:CalendarItem>";
  }

  static String create(String items) {
    return "<m:CreateItem SendMeetingInvitations='SendToNone'><m:Items>"
        + items
        + "</m:Items></m:CreateItem>";
  }

  static String get(String baseShape, String more, Id... ids) {
    String list =
        List.of(ids).stream()
            .map(i -> "<t:ItemId Id='" + i.id() + "'/>")
            .collect(Collectors.joining());
    return "<m:GetItem><m:ItemShape><t:BaseShape>"
        + baseShape
        + "</t:BaseShape>"
        + more
        + "</m:ItemShape><m:ItemIds>"
        + list
        + "</m:ItemIds></m:GetItem>";
  }

  static String additional(String paths) {
    return "<t:AdditionalProperties>" + paths + "</t:AdditionalProperties>";
  }

  static String update(Id id, String resolution, String updates) {
    return "<m:UpdateItem ConflictResolution='"
        + resolution
        + "' SendMeetingInvitationsOrCancellations='SendToNone'><m:ItemChanges><t:ItemChange>"
        + (id.changeKey().isEmpty() ? "<t:ItemId Id='" + id.id() + "'/>" : id.xml())
        + "<t:Updates>"
        + updates
        + "</t:Updates></t:ItemChange></m:ItemChanges></m:UpdateItem>";
  }

  static String set(String uri, String property) {
    return set("CalendarItem", uri, property);
  }

  static String set(String element, String uri, String property) {
    return change("SetItemField", element, "<t:FieldURI FieldURI='" + uri + "'/>", property);
  }

  /** A change of a field: what is done, the item's element, the path and the property. */
  static String change(String change, String element, String path, String property) {
    String item = "<t:" + element + ">" + property + "</t:" + element + ">";
    return "<t:" + change + ">" + path + item + "</t:" + change + ">";
  }

  static String deleteField(String uri) {
    return "<t:DeleteItemField><t:FieldURI FieldURI='" + uri + "'/></t:DeleteItemField>";
  }

  static String delete(String type, Id id) {
    return "<m:DeleteItem DeleteType='"
        + type
        + "' SendMeetingCancellations='SendToNone'><m:ItemIds><t:ItemId Id='"
        + id.id()
        + "'/></m:ItemIds></m:DeleteItem>";
  }

  static String deleteTask(String affected, Id id) {
    return "<m:DeleteItem DeleteType='MoveToDeletedItems' AffectedTaskOccurrences='"
        + affected
        + "'><m:ItemIds><t:ItemId Id='"
        + id.id()
        + "'/></m:ItemIds></m:DeleteItem>";
  }

  static String sync(String folder, String state, int max) {
    return "<m:SyncFolderItems><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape>"
        + additional(
            "<t:FieldURI FieldURI='item:ItemClass'/><t:FieldURI FieldURI='calendar:Start'/>"
                + "<t:FieldURI FieldURI='calendar:End'/>"
                + "<t:FieldURI FieldURI='calendar:CalendarItemType'/>"
                + STAMP)
        + "</m:ItemShape><m:SyncFolderId>"
        + folder
        + "</m:SyncFolderId>"
        + (state.isEmpty() ? "" : "<m:SyncState>" + state + "</m:SyncState>")
        + "<m:MaxChangesReturned>"
        + max
        + "</m:MaxChangesReturned></m:SyncFolderItems>";
  }

  /** A FindItem for ids and subjects; view, restriction and sort order in the schema's order. */
  static String find(String folder, String viewAndSearch) {
    return "<m:FindItem Traversal='Shallow'><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape>"
        + additional("<t:FieldURI FieldURI='item:Subject'/>")
        + "</m:ItemShape>"
        + viewAndSearch
        + "<m:ParentFolderIds>"
        + folder
        + "</m:ParentFolderIds></m:FindItem>";
  }

  static List<String> subjects(Element response) {
    return EwsClient.all(response, "Subject").stream().map(Element::getTextContent).toList();
  }

  /** Makes a timed item and answers its id. */
  static Id created(EwsClient client, String item) {
    Element response = client.call(create(item));
    if (!EwsClient.codes(response).equals(List.of("NoError"))) {
      throw new AssertionError(
          EwsClient.codes(response) + Dom.children(response).get(0).getTextContent());
    }
    return Id.in(response);
  }
}
