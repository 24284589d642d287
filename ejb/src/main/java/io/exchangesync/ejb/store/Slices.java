package io.exchangesync.ejb.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Cuts what goes into an IN list, so that no statement has more than 2,100 parameters. */
public final class Slices {
  private static final int SIZE = 500;

  private Slices() {}

  /** Distinct values in slices of at most 500. */
  public static <T> List<List<T>> of(Collection<T> values) {
    List<T> distinct = values.stream().distinct().toList();
    List<List<T>> slices = new ArrayList<>();
    for (int from = 0; from < distinct.size(); from += SIZE) {
      slices.add(distinct.subList(from, Math.min(from + SIZE, distinct.size())));
    }
    return slices;
  }
}
