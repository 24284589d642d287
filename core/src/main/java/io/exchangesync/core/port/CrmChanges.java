package io.exchangesync.core.port;

import java.util.List;
import java.util.Objects;

/**
 * One reading of the change log.
 *
 * @param touches each record once per owner, newest word wins
 * @param next position after this reading
 * @param complete whether nothing more is waiting
 */
public record CrmChanges(List<CrmTouch> touches, LogPosition next, boolean complete) {
  public CrmChanges {
    touches = List.copyOf(touches);
    Objects.requireNonNull(next);
  }
}
