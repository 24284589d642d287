/**
 * What the engine asks of the two sides and of its own memory, in domain words.
 *
 * <p>Each port has one contract test suite that every adapter passes. Adapters join the transaction
 * of their caller unless a method says that it has one of its own.
 */
package io.exchangesync.core.port;
