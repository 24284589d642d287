/** Exports for spreadsheets. */
package io.exchangesync.web.csv;
