/**
 * The sync tables: migrations, entities, and the JPA adapters of core's store ports.
 *
 * <p>Entities never leave this package; every store flushes what it writes and detaches what it
 * reads, so that a chunk's persistence context stays empty.
 */
package io.exchangesync.ejb.store;
