package io.exchangesync.ejb.store;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which mailboxes a worker claims first, so that the workers of one job do not race for every one:
 * those whose id leaves its number when divided by the number of workers.
 *
 * @param worker number of the worker; the first is 0
 * @param of how many workers the job has
 */
record Turn(int worker, int of) {
  private static final Turn ONLY = new Turn(0, 1);
  private static final Pattern WORKER = Pattern.compile("-(\\d{1,3})of(\\d{1,3})$");

  /** As the end of a worker's name tells, such as {@code node/17-2of6}; any other is alone. */
  static Turn of(String owner) {
    Matcher name = WORKER.matcher(owner);
    if (!name.find()) {
      return ONLY;
    }
    int of = Integer.parseInt(name.group(2));
    return of == 0 ? ONLY : new Turn(Integer.parseInt(name.group(1)) % of, of);
  }
}
