/**
 * What one worker of a job does, free of the batch runtime: hands out candidates slice by slice and
 * performs their decisions chunk by chunk.
 *
 * <p>A chunk never spans two mailboxes, and a mailbox is given back only after the chunk that ended
 * its slice is committed.
 */
package io.exchangesync.batch.work;
