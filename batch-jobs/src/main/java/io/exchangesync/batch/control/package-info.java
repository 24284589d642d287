/** Start, stop and history of the jobs: what timers and the admin API call. */
package io.exchangesync.batch.control;
