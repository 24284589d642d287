package io.exchangesync.core.port;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the contract of persons needs beside the port: a SuperOffice user who makes and changes. */
public interface PersonFixture {

  CrmPersons persons();

  /** The day on which {@link #meets} writes rows, far from any other data. */
  LocalDate DAY = CrmSamples.DAY.plusMonths(6);

  /** Whose diary rows count; the diary is empty around {@link #DAY}. */
  DiaryOwner owner();

  /** Runs and commits. */
  <T> T committed(Supplier<T> work);

  /**
   * A live person with names, a direct and a mobile number and an e-mail address; the same one for
   * the same number as long as the test lasts.
   */
  int person(int number);

  void retires(int personId);

  /** Writes a diary row of the owner that names a person; it takes place on DAY plus days. */
  void meets(int personId, int days);

  /** A static selection with these members; answers its key. */
  int selects(String name, List<Integer> personIds);

  void adds(int selectionId, int personId);

  void removes(int selectionId, int personId);

  void renames(int selectionId, String name);

  /** A selection whose members nobody but SuperOffice itself can tell; answers its key. */
  int selectsDynamically(String name);

  /** Makes a user-defined text field of persons; those that are not named have none at all. */
  String field(Map<Integer, String> values);

  /** No person and no selection has this key. */
  int UNKNOWN = 987_654;
}
