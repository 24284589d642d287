package io.exchangesync.core.memory;

/** A part of the memory that a transaction can put back. */
public interface Transactional {

  /** Remembers the present content; running the answer restores it. */
  Runnable savepoint();
}
