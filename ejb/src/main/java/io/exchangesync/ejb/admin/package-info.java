/** What administrators do, one transaction per act; the admin API is a thin layer above it. */
package io.exchangesync.ejb.admin;
