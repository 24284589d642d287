package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.fields.ItemKind;
import io.exchangesync.simulator.fields.ItemView;
import io.exchangesync.simulator.fields.ItemWriter;
import io.exchangesync.simulator.fields.Shape;
import io.exchangesync.simulator.search.Restriction;
import io.exchangesync.simulator.search.SortOrder;
import io.exchangesync.simulator.series.Series;
import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.Responses;
import io.exchangesync.simulator.soap.SoapFault;
import io.exchangesync.simulator.store.MailboxInfo;
import io.exchangesync.simulator.store.MailboxInfo.Right;
import io.exchangesync.simulator.zones.Times;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * Lists the items of folders by restriction, order and page, or as the days of a calendar. Days
 * show the occurrences of series, lists their masters.
 */
final class FindItem implements Operation {
  private static final int LIMIT = 1000;
  private static final int LIMIT_WITH_RESTRICTION = 250;
  private static final long LONGEST_VIEW_DAYS = 2 * 366;

  @Override
  public String name() {
    return "FindItem";
  }

  @Override
  public void answer(Call call) {
    if (call.attribute("Traversal").filter("Associated"::equals).isPresent()) {
      Responses.batch(
          call.out(), name(), Dom.children(call.required("ParentFolderIds")), "", id -> none(call));
      return;
    }
    Responses.batch(
        call.out(),
        name(),
        Dom.children(call.required("ParentFolderIds")),
        "",
        id -> find(call, id));
  }

  private static void find(Call call, Element folderId) {
    call.failIfTold();
    FolderRef ref = FolderRef.of(call, folderId, Right.READ);
    Shape shape = Shape.parse(call.required("ItemShape"), Shape.Purpose.FIND_ITEM);
    MailboxInfo info = ref.mailbox().info();
    boolean seesPrivate = call.access().seesPrivateItems(ref.mailbox(), ref.folder());
    Stream<ItemView> items =
        ref.mailbox().items(ref.folder()).stream()
            .map(item -> new ItemView(info, item))
            .filter(view -> seesPrivate || !view.isPrivate());
    Page<ItemView> page =
        call.child("CalendarView")
            .map(view -> calendarView(call, ref, view, items))
            .orElseGet(() -> list(call, items));
    ItemWriter writer = call.writer(shape);
    call.out().open("m:RootFolder", page.attributes()).open("t:Items");
    for (ItemView view : page.entries()) {
      call.countItem();
      writer.write(info, view.item());
    }
    call.out().close("t:Items").close("m:RootFolder");
  }

  private static Page<ItemView> list(Call call, Stream<ItemView> items) {
    Optional<Element> restriction = call.child("Restriction");
    Stream<ItemView> found = restriction.map(Restriction::parse).map(items::filter).orElse(items);
    List<ItemView> all =
        call.child("SortOrder").map(SortOrder::parse).map(found::sorted).orElse(found).toList();
    int limit = restriction.isPresent() ? LIMIT_WITH_RESTRICTION : LIMIT;
    return Page.of(call, "IndexedPageItemView", "FractionalPageItemView", all, limit);
  }

  private static Page<ItemView> calendarView(
      Call call, FolderRef ref, Element view, Stream<ItemView> items) {
    if (!ref.folder().folderClass().equals(ItemKind.CALENDAR_ITEM.folderClass())) {
      throw new EwsError(
          "ErrorCalendarFolderIsInvalidForCalendarView",
          "The folder type is invalid for calendar views.");
    }
    if (call.child("Restriction").isPresent() || call.child("SortOrder").isPresent()) {
      throw new EwsError(
          "ErrorInvalidRequest",
          "Restrictions and sort order may not be specified for a CalendarView.");
    }
    Instant from = time(view, "StartDate");
    Instant to = time(view, "EndDate");
    if (to.isBefore(from)) {
      throw new EwsError(
          "ErrorCalendarEndDateIsEarlierThanStartDate", "EndDate is earlier than StartDate.");
    }
    if (from.plusSeconds(LONGEST_VIEW_DAYS * 86_400).isBefore(to)) {
      throw new EwsError(
          "ErrorCalendarViewRangeTooBig",
          "The specified viewing range exceeds the maximum range of two years.");
    }
    List<ItemView> days =
        items
            .flatMap(item -> occurrences(item, from, to))
            .filter(item -> overlaps(item, from, to))
            .sorted(Comparator.comparing(item -> item.instant("calendar:Start").orElseThrow()))
            .toList();
    int max = Dom.attribute(view, "MaxEntriesReturned").map(Integer::parseInt).orElse(LIMIT);
    List<ItemView> shown = days.subList(0, Math.min(days.size(), Math.min(max, LIMIT)));
    String[] attributes = {
      "TotalItemsInView",
      Integer.toString(days.size()),
      "IncludesLastItemInRange",
      Boolean.toString(shown.size() == days.size())
    };
    return new Page<>(shown, attributes);
  }

  private static Stream<ItemView> occurrences(ItemView item, Instant from, Instant to) {
    return Series.of(item.item())
        .map(series -> series.around(from, to).stream().map(o -> new ItemView(item.mailbox(), o)))
        .orElseGet(() -> Stream.of(item));
  }

  /** An item without length counts when it begins in the view. */
  private static boolean overlaps(ItemView item, Instant from, Instant to) {
    Optional<Instant> start = item.instant("calendar:Start");
    Optional<Instant> end = item.instant("calendar:End");
    if (start.isEmpty() || end.isEmpty()) {
      return false;
    }
    boolean endsInside = end.get().isAfter(from) || start.get().equals(from);
    return start.get().isBefore(to) && endsInside;
  }

  private static Instant time(Element view, String attribute) {
    String text = view.getAttribute(attribute);
    try {
      return Times.parse(text, ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw SoapFault.schema("The '" + attribute + "' attribute is no date: '" + text + "'.");
    }
  }

  private static void none(Call call) {
    call.out()
        .open(
            "m:RootFolder",
            "IndexedPagingOffset",
            "0",
            "TotalItemsInView",
            "0",
            "IncludesLastItemInRange",
            "true")
        .empty("t:Items")
        .close("m:RootFolder");
  }
}
