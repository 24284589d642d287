/** What administrators look at: pages and counts over the sync tables, read only. */
package io.exchangesync.ejb.store.query;
