/** Who did what: one typed log line per administrative act. */
package io.exchangesync.web.audit;
