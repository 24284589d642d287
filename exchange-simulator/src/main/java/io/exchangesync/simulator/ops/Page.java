package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.SoapFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * A page of a list by an indexed or fractional view; without a view it is the first page.
 *
 * @param attributes of the element RootFolder: name and value in turn
 */
record Page<T>(List<T> entries, String[] attributes) {

  /**
   * @param limit the most entries the server gives at once, whatever is asked
   * @throws EwsError for paging parameters without meaning
   */
  static <T> Page<T> of(Call call, String indexed, String fractional, List<T> all, int limit) {
    Optional<Element> index = call.child(indexed);
    Optional<Element> fraction = call.child(fractional);
    int max =
        index
            .or(() -> fraction)
            .filter(view -> view.hasAttribute("MaxEntriesReturned"))
            .map(view -> number(view, "MaxEntriesReturned"))
            .orElse(limit);
    if (max <= 0) {
      throw new EwsError(
          "ErrorInvalidPagingMaxRows", "The value of MaxEntriesReturned must be positive.");
    }
    int size = Math.min(max, limit);
    if (index.isPresent()) {
      return indexed(index.get(), all, size);
    }
    if (fraction.isPresent()) {
      return fractional(fraction.get(), all, size);
    }
    return slice(all, 0, Math.min(size, all.size()), "IndexedPagingOffset");
  }

  private static <T> Page<T> indexed(Element view, List<T> all, int size) {
    int offset = number(view, "Offset");
    if (offset < 0) {
      throw new EwsError(
          "ErrorInvalidIndexedPagingParameters", "The value of Offset must not be negative.");
    }
    if (view.getAttribute("BasePoint").equals("End")) {
      int to = Math.max(0, all.size() - offset);
      int from = Math.max(0, to - size);
      String[] attributes =
          attributes("IndexedPagingOffset", offset + to - from, all.size(), from == 0);
      return new Page<>(all.subList(from, to), attributes);
    }
    int from = Math.min(offset, all.size());
    return slice(all, from, Math.min(all.size(), from + size), "IndexedPagingOffset");
  }

  private static <T> Page<T> fractional(Element view, List<T> all, int size) {
    int numerator = number(view, "Numerator");
    int denominator = number(view, "Denominator");
    if (denominator < 1 || numerator < 0 || numerator > denominator) {
      throw new EwsError(
          "ErrorInvalidFractionalPagingParameters",
          "The fraction must lie between 0 and 1 with a positive denominator.");
    }
    int from = (int) ((long) all.size() * numerator / denominator);
    int to = Math.min(all.size(), from + size);
    Page<T> page = slice(all, from, to, "NumeratorOffset");
    List<String> attributes = new ArrayList<>(List.of(page.attributes()));
    attributes.addAll(List.of("AbsoluteDenominator", Integer.toString(all.size())));
    return new Page<>(page.entries(), attributes.toArray(String[]::new));
  }

  private static <T> Page<T> slice(List<T> all, int from, int to, String offsetName) {
    return new Page<>(
        all.subList(from, to), attributes(offsetName, to, all.size(), to == all.size()));
  }

  private static String[] attributes(String offsetName, int next, int total, boolean last) {
    return new String[] {
      offsetName,
      Integer.toString(next),
      "TotalItemsInView",
      Integer.toString(total),
      "IncludesLastItemInRange",
      Boolean.toString(last)
    };
  }

  private static int number(Element view, String attribute) {
    try {
      return Integer.parseInt(view.getAttribute(attribute).strip());
    } catch (NumberFormatException e) {
      throw SoapFault.schema("The '" + attribute + "' attribute is no number.");
    }
  }
}
