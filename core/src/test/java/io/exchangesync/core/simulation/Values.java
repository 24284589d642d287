package io.exchangesync.core.simulation;

import io.exchangesync.core.simulation.Thing.Edit;
import io.exchangesync.core.simulation.Thing.Shape;
import io.exchangesync.core.simulation.Views.Showing;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Invariant I2: each value that a user gave is what both sides show, or the journal knows it, or
 * its author overwrote it himself; and what both show is a value that was given last.
 */
final class Values {
  private final SimulatedWorld world;

  Values(SimulatedWorld world) {
    this.world = world;
  }

  void check(Thing thing) {
    if (thing.isLoose() || thing.home() == 0 || world.ledger.isNarrowed(thing.home())) {
      return;
    }
    List<String> shown = shown(thing);
    boolean gone = shown.isEmpty();
    for (Edit edit : thing.edits()) {
      if (!edit.value().isEmpty() && !known(thing, edit, shown, gone)) {
        throw new Violation(
            "I2: " + edit + " of " + thing.name() + " is neither shown nor in the journal");
      }
    }
    if (gone || thing.removedByAnybody() || thing.shape() == Shape.TASK && thing.isReshaped()) {
      return;
    }
    for (char field : new char[] {'t', 'p', 'b', 'w'}) {
      lastWins(thing, field, shown);
    }
  }

  private boolean known(Thing thing, Edit edit, List<String> shown, boolean gone) {
    if (shown.stream().anyMatch(text -> text.contains(edit.value()))) {
      return true;
    }
    return thing.edits().stream().anyMatch(edit::overwrittenBy)
        || gone && thing.removedByAnybody()
        || thing.isReshaped()
        || written(edit);
  }

  private boolean written(Edit edit) {
    String journal = journal();
    return journal.contains(edit.value())
        || edit.field() == 'w'
            && journal.contains(
                LocalDateTime.parse(edit.value()).atZone(Blanks.OSLO).toInstant().toString());
  }

  private void lastWins(Thing thing, char field, List<String> shown) {
    int last =
        thing.edits().stream()
            .filter(edit -> edit.field() == field)
            .mapToInt(Edit::epoch)
            .max()
            .orElse(-1);
    List<Edit> latest =
        thing.edits().stream()
            .filter(edit -> edit.field() == field && edit.epoch() == last)
            .toList();
    if (latest.isEmpty() || thing.isReshaped() || world.lossy(last) || thing.lastMove() >= last) {
      return;
    }
    boolean wins =
        latest.stream().anyMatch(edit -> shown.stream().anyMatch(t -> t.contains(edit.value())));
    if (!wins) {
      throw new Violation(
          "I2: " + thing.name() + " shows none of the latest " + latest + " but " + shown);
    }
  }

  private List<String> shown(Thing thing) {
    int who = thing.home();
    return Stream.concat(
            Stream.concat(
                    Views.diary(world, who).stream(),
                    Views.calendar(world, who, world.today().plusDays(150)).stream())
                .filter(showing -> showing.name().equals(thing.name()))
                .map(Showing::what),
            Stream.concat(
                    world.rows(who).stream().map(row -> row.title()),
                    world.tasks(who).items().stream().map(task -> task.subject()))
                .filter(title -> Ledger.nameIn(title).equals(thing.name())))
        .toList();
  }

  private String journal() {
    return world.journal().stream()
        .map(entry -> entry.before() + entry.after())
        .collect(Collectors.joining("\n"));
  }
}
