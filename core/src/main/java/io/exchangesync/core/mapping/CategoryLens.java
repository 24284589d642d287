package io.exchangesync.core.mapping;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.port.FollowUpType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Our one category: a fixed name or the name of the follow-up type.
 *
 * <p>The user's other categories stay as they are and in their order. With setting
 * type.from-category the type's name is used in both directions, whatever category.appointment
 * says.
 */
final class CategoryLens implements FieldLens {
  private final List<FollowUpType> types;
  private final Optional<String> fixed;
  private final boolean inward;
  private final int recordType;

  /**
   * @param recordType Task.record_type of the types that a category may choose
   */
  CategoryLens(MappingContext context, int recordType) {
    this.recordType = recordType;
    this.types = context.reference().types();
    this.inward = context.settings().typeFromCategory();
    this.fixed = inward ? Optional.empty() : context.settings().categoryFixed();
  }

  @Override
  public Field field() {
    return Field.CATEGORY;
  }

  @Override
  public Optional<String> readCrm(CrmAppointment row) {
    return Optional.of(CanonicalText.line(fixed.orElseGet(() -> typeName(row.taskId()))));
  }

  @Override
  public Optional<String> readMailbox(WornItem item) {
    List<String> categories = item.entry().categories();
    return Optional.of(
        categories.stream()
            .flatMap(category -> ours(category).stream())
            .findFirst()
            .or(() -> formerly(item).filter(former -> at(categories, former) >= 0))
            .orElse(""));
  }

  /** Only with type.from-category; a name that no live type of this kind has changes nothing. */
  @Override
  public CrmAppointment putCrm(String wanted, CrmAppointment row) {
    Optional<FollowUpType> type =
        types.stream()
            .filter(known -> inward && !known.retired() && known.recordType() == recordType)
            .filter(known -> CanonicalText.line(known.name()).equalsIgnoreCase(wanted))
            .findFirst();
    return type.map(known -> row.with().taskId(known.id()).build()).orElse(row);
  }

  /** A row whose type is not in the list says nothing about the categories. */
  @Override
  public WornItem putMailbox(String wanted, WornItem item) {
    if (wanted.isEmpty()) {
      return item;
    }
    List<String> categories = new ArrayList<>(item.entry().categories());
    int at = 0;
    while (at < categories.size() && ours(categories.get(at)).isEmpty()) {
      at++;
    }
    if (at == categories.size()) {
      int former = formerly(item).map(name -> at(categories, name)).orElse(-1);
      at = former < 0 ? at : former;
    }
    if (at < categories.size()) {
      categories.remove(at);
    }
    categories.add(at, wanted);
    return item.with(item.entry().withCategories(categories));
  }

  /** What we wrote when the setting was another one. */
  private static Optional<String> formerly(WornItem item) {
    return item.base()
        .flatMap(base -> base.crm().get(Field.CATEGORY))
        .filter(name -> !name.isEmpty());
  }

  private static int at(List<String> categories, String name) {
    int at = 0;
    while (at < categories.size()
        && !CanonicalText.line(categories.get(at)).equalsIgnoreCase(name)) {
      at++;
    }
    return at < categories.size() ? at : -1;
  }

  /** The canonical name, if the category is one that we write. */
  private Optional<String> ours(String category) {
    String name = CanonicalText.line(category);
    if (fixed.isPresent()) {
      String ours = CanonicalText.line(fixed.get());
      return name.equalsIgnoreCase(ours) ? Optional.of(ours) : Optional.empty();
    }
    return types.stream()
        .map(type -> CanonicalText.line(type.name()))
        .filter(known -> !known.isEmpty() && known.equalsIgnoreCase(name))
        .findFirst();
  }

  private String typeName(int taskId) {
    return types.stream()
        .filter(type -> type.id() == taskId)
        .map(FollowUpType::name)
        .findFirst()
        .orElse("");
  }
}
