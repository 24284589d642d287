/**
 * On which dates a series takes place: patterns of both sides in one canonical form, and their
 * dates.
 *
 * <p>Pure functions of the model; the expansion itself is that of an RFC 5545 library.
 */
package io.exchangesync.core.series;
