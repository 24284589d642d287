/** Errors as RFC 9457 problem documents: what went wrong and what to do. */
package io.exchangesync.web.problem;
