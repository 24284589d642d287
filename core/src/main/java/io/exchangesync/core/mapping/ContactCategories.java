package io.exchangesync.core.mapping;

import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.CrmPerson;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.MailboxContact;
import io.exchangesync.core.model.PersonReasons.SelectionName;
import io.exchangesync.core.model.PersonReasons.Size;
import io.exchangesync.core.settings.ContactSettings;
import io.exchangesync.core.settings.ContactSettings.SelectionsAs;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Our categories on a contact: the fixed one of all persons, and one per selection.
 *
 * <p>The user's own categories stay as they are and in their order; a category of a selection is
 * ours only if we wrote it or want it.
 */
final class ContactCategories {
  private static final String BETWEEN = "\n";

  private final String fixed;
  private final SelectionsAs shownAs;
  private final Optional<String> selectionName;

  ContactCategories(ContactSettings settings) {
    this.fixed = CanonicalText.line(settings.category());
    this.shownAs = settings.selectionsAs();
    this.selectionName = settings.selectionCategory().map(CanonicalText::line);
  }

  List<ContactLens> lenses() {
    return List.of(
        ContactLens.owned(
            Field.CATEGORY,
            person -> fixed,
            contact -> has(contact, fixed) ? fixed : "",
            (contact, wanted) -> add(contact, Set.of(wanted))),
        new ContactLens(
            Field.SELECTIONS,
            Travel.PUT_BACK,
            this::selections,
            ContactCategories::selections,
            ContactCategories::put,
            (person, wanted) -> person));
  }

  private String selections(CrmPerson person) {
    Set<String> names =
        person.reasons().selections().stream()
            .filter(this::byCategory)
            .map(SelectionName::name)
            .map(name -> CanonicalText.line(selectionName.orElse(name)))
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    return String.join(BETWEEN, names);
  }

  /** What is too large for a group is shown as a category. */
  private boolean byCategory(SelectionName selection) {
    return switch (shownAs) {
      case CATEGORY -> true;
      case FOLDER -> false;
      case GROUP -> selection.size() == Size.TOO_LARGE_FOR_A_GROUP;
    };
  }

  private static String selections(KnownContact known) {
    return known.selectionCategories().stream()
        .filter(name -> has(known.contact(), name))
        .sorted()
        .collect(Collectors.joining(BETWEEN));
  }

  /** Replaces the selection categories that are known to be ours by the wanted ones. */
  private static MailboxContact put(KnownContact known, String wanted) {
    Set<String> names = split(wanted);
    List<String> kept = new ArrayList<>();
    for (String category : known.contact().categories()) {
      boolean ours = contains(known.selectionCategories(), category);
      if (!ours || contains(names, category)) {
        kept.add(category);
      }
    }
    return add(known.contact().with().categories(kept).build(), names);
  }

  /** The names that a base and wanted values tell to be ours. */
  static Set<String> known(Optional<Base> base, FieldValues wanted) {
    Set<String> names = new LinkedHashSet<>(split(wanted.get(Field.SELECTIONS).orElse("")));
    base.ifPresent(
        found -> {
          names.addAll(split(found.crm().get(Field.SELECTIONS).orElse("")));
          names.addAll(split(found.mailbox().get(Field.SELECTIONS).orElse("")));
        });
    return names;
  }

  private static Set<String> split(String names) {
    return names.isEmpty() ? Set.of() : new TreeSet<>(List.of(names.split(BETWEEN)));
  }

  private static MailboxContact add(MailboxContact contact, Set<String> names) {
    List<String> categories = new ArrayList<>(contact.categories());
    names.stream().filter(name -> !name.isEmpty() && !has(contact, name)).forEach(categories::add);
    return categories.equals(contact.categories())
        ? contact
        : contact.with().categories(categories).build();
  }

  private static boolean has(MailboxContact contact, String name) {
    return contains(contact.categories(), name);
  }

  private static boolean contains(Iterable<String> names, String name) {
    for (String each : names) {
      if (CanonicalText.line(each).equalsIgnoreCase(CanonicalText.line(name))) {
        return true;
      }
    }
    return false;
  }
}
