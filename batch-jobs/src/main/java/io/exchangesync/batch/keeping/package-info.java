/** The steps of job housekeeping. */
package io.exchangesync.batch.keeping;
