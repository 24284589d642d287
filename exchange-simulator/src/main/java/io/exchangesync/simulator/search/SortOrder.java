package io.exchangesync.simulator.search;

import io.exchangesync.simulator.fields.ItemView;
import io.exchangesync.simulator.fields.PropertyPath;
import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.store.Value;
import java.util.Comparator;
import java.util.Optional;
import org.w3c.dom.Element;

/** The order that a request wants; items without the property come first, as in a mailbox table. */
public final class SortOrder {
  private SortOrder() {}

  /**
   * @param sortOrder the element SortOrder
   */
  public static Comparator<ItemView> parse(Element sortOrder) {
    Comparator<ItemView> order = Comparator.comparing(view -> 0);
    for (Element each : Dom.children(sortOrder, "FieldOrder")) {
      Comparator<ItemView> next = by(PropertyPath.in(each));
      boolean descending = each.getAttribute("Order").equals("Descending");
      order = order.thenComparing(descending ? next.reversed() : next);
    }
    return order;
  }

  private static Comparator<ItemView> by(PropertyPath path) {
    Comparator<String> values = Comparator.nullsFirst(Comparison.of(path).comparator());
    return Comparator.comparing(view -> text(view.value(path)), values);
  }

  private static String text(Optional<Value> value) {
    return value.orElse(null) instanceof Value.Text t ? t.text() : null;
  }
}
