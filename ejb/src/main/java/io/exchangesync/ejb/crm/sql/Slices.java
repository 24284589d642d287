package io.exchangesync.ejb.crm.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Cuts key lists into slices for IN lists.
 *
 * <p>Invariant: a slice has one of few lengths, so that the database keeps few plans; it is filled
 * up by repeating its last key.
 */
public final class Slices {
  private static final int LONGEST = 256;

  private Slices() {}

  /** Slices of 1, 4, 16, 64 or 256 keys; no slice for no keys. */
  public static List<List<Integer>> of(Collection<Integer> keys) {
    List<Integer> all = keys.stream().distinct().sorted().toList();
    List<List<Integer>> slices = new ArrayList<>();
    for (int from = 0; from < all.size(); from += LONGEST) {
      slices.add(filled(all.subList(from, Math.min(all.size(), from + LONGEST))));
    }
    return slices;
  }

  private static List<Integer> filled(List<Integer> keys) {
    int length = 1;
    while (length < keys.size()) {
      length *= 4;
    }
    List<Integer> slice = new ArrayList<>(keys);
    while (slice.size() < length) {
      slice.add(keys.get(keys.size() - 1));
    }
    return slice;
  }

  /** {@code (?, ?, ...)} for a slice. */
  public static String marks(List<Integer> slice) {
    return "(" + "?, ".repeat(slice.size() - 1) + "?)";
  }

  /** Binds a slice and answers the index after it. */
  public static int bind(PreparedStatement statement, int from, List<Integer> slice)
      throws SQLException {
    int index = from;
    for (int key : slice) {
      statement.setInt(index++, key);
    }
    return index;
  }
}
