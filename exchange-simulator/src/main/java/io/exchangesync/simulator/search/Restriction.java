package io.exchangesync.simulator.search;

import io.exchangesync.simulator.fields.ItemView;
import io.exchangesync.simulator.fields.PropertyPath;
import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.SoapFault;
import io.exchangesync.simulator.store.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.w3c.dom.Element;

/** Turns the search expressions of a request into conditions on items. */
public final class Restriction {
  private Restriction() {}

  /**
   * @param restriction the element Restriction
   * @throws EwsError ErrorInvalidRestriction for an expression without meaning
   */
  public static Predicate<ItemView> parse(Element restriction) {
    return allOf(restriction);
  }

  private static Predicate<ItemView> expression(Element e) {
    return switch (e.getLocalName()) {
      case "And" -> allOf(e);
      case "Or" ->
          Dom.children(e).stream().map(Restriction::expression).reduce(v -> false, Predicate::or);
      case "Not" -> allOf(e).negate();
      case "Exists" -> exists(e);
      case "Contains" -> contains(e);
      case "Excludes" -> excludes(e);
      case "IsEqualTo" -> compare(e, c -> c == 0);
      case "IsNotEqualTo" -> compare(e, c -> c == 0).negate();
      case "IsGreaterThan" -> compare(e, c -> c > 0);
      case "IsGreaterThanOrEqualTo" -> compare(e, c -> c >= 0);
      case "IsLessThan" -> compare(e, c -> c < 0);
      case "IsLessThanOrEqualTo" -> compare(e, c -> c <= 0);
      default -> throw SoapFault.schema("'" + e.getLocalName() + "' is no search expression.");
    };
  }

  private static Predicate<ItemView> allOf(Element parent) {
    List<Element> children = Dom.children(parent);
    if (children.isEmpty()) {
      throw new EwsError("ErrorInvalidRestriction", "The specified restriction is invalid.");
    }
    return children.stream().map(Restriction::expression).reduce(v -> true, Predicate::and);
  }

  private static Predicate<ItemView> exists(Element e) {
    PropertyPath path = PropertyPath.in(e);
    return view -> view.value(path).isPresent();
  }

  private static Predicate<ItemView> compare(Element e, IntPredicate wanted) {
    PropertyPath path = PropertyPath.in(e);
    Element operand = Dom.required(e, "FieldURIOrConstant");
    Comparison comparison = Comparison.of(path);
    Optional<Element> constant = Dom.child(operand, "Constant");
    if (constant.isPresent()) {
      String text = comparison.constant(constant.get().getAttribute("Value"));
      return view -> any(view, path, v -> wanted.test(comparison.compare(v, text)));
    }
    PropertyPath other = PropertyPath.in(operand);
    return view ->
        any(view, path, v -> any(view, other, o -> wanted.test(comparison.compare(v, o))));
  }

  private static Predicate<ItemView> excludes(Element e) {
    PropertyPath path = PropertyPath.in(e);
    int mask = Integer.decode(Dom.required(e, "Bitmask").getAttribute("Value"));
    return view -> !any(view, path, v -> (Integer.parseInt(v) & mask) != 0);
  }

  private static Predicate<ItemView> contains(Element e) {
    PropertyPath path = PropertyPath.in(e);
    boolean exact = Dom.attribute(e, "ContainmentComparison").orElse("Exact").equals("Exact");
    String mode = Dom.attribute(e, "ContainmentMode").orElse("FullString");
    String constant = Dom.required(e, "Constant").getAttribute("Value");
    String wanted = exact ? constant : fold(constant);
    return view -> any(view, path, v -> contains(exact ? v : fold(v), wanted, mode));
  }

  private static boolean contains(String text, String wanted, String mode) {
    return switch (mode) {
      case "FullString" -> text.equals(wanted);
      case "Prefixed" -> text.startsWith(wanted);
      case "PrefixOnWords" -> text.startsWith(wanted) || text.contains(" " + wanted);
      default -> text.contains(wanted);
    };
  }

  private static boolean any(ItemView view, PropertyPath path, Predicate<String> condition) {
    Value value = view.value(path).orElse(null);
    if (value instanceof Value.Text t) {
      return condition.test(t.text());
    }
    if (value instanceof Value.Texts t) {
      return t.texts().stream().anyMatch(condition);
    }
    return value instanceof Value.Body b && condition.test(b.content());
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
