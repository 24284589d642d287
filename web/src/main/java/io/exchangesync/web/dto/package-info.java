/**
 * What the admin API takes and answers; part of the public API: names are never changed, only
 * added.
 */
package io.exchangesync.web.dto;
