package io.exchangesync.core.port;

import io.exchangesync.core.model.CrmAppointment;
import io.exchangesync.core.model.CrmAppointmentBuilder;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What the contract needs beside the gateway: diaries, persons, transactions, and a SuperOffice
 * user.
 */
public interface CrmFixture {

  CrmGateway gateway();

  /** An employee whose diary is empty around {@link CrmSamples#DAY}; live, in Oslo's zone. */
  int associate();

  /** Another one. */
  int colleague();

  /** A room or other resource with a diary. */
  int resource();

  /** A person who is no associate. */
  int outsidePerson();

  /** The person behind an employee. */
  int personOf(int associate);

  /** Runs and commits. */
  <T> T committed(Supplier<T> work);

  /** Runs and rolls back. */
  void rolledBack(Runnable work);

  /** A SuperOffice user writes a new row and its log rows; answers its key. */
  int userCreates(CrmAppointment value);

  /** A SuperOffice user changes a row, with stamps and log rows. */
  void userEdits(int recordId, UnaryOperator<CrmAppointmentBuilder> edit);

  /** A SuperOffice user deletes a row, with a log row. */
  void userDeletes(int recordId);
}
