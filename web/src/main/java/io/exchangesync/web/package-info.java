/** The admin API: JAX-RS resources, their documents, errors and audit. */
package io.exchangesync.web;
