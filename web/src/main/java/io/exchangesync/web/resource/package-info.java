/**
 * The resources of the admin API: they check input and rights, call one service and say what was
 * done.
 */
package io.exchangesync.web.resource;
