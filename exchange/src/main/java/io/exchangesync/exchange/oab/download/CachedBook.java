package io.exchangesync.exchange.oab.download;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/**
 * The address book that is kept.
 *
 * @param list name of the address list
 * @param sequence number of its generation
 * @param entries of any type
 * @param downloaded when this generation came [UTC]
 * @param checked when the server was last asked for a newer one [UTC]
 */
public record CachedBook(
    Path file,
    String list,
    long sequence,
    long entries,
    Instant downloaded,
    Instant checked,
    Validators validators) {
  public CachedBook {
    Objects.requireNonNull(file);
    Objects.requireNonNull(list);
    Objects.requireNonNull(downloaded);
    Objects.requireNonNull(checked);
    Objects.requireNonNull(validators);
  }

  CachedBook checkedAt(Instant instant) {
    return new CachedBook(file, list, sequence, entries, downloaded, instant, validators);
  }
}
