package io.exchangesync.core.memory;

/** A part of the memory that a transaction can put back. */
interface Transactional {

  /** Remembers the present content; running the answer restores it. */
  Runnable savepoint();
}
