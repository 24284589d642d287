/**
 * The parts of the batch jobs as the job XML names them: thin covers over {@code work}.
 *
 * <p>Readers, processors and writers of one partition share a {@link io.exchangesync.batch.Shift},
 * kept in the step context.
 */
package io.exchangesync.batch;
