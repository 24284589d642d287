/**
 * The main flow: a slice of one mailbox is opened, read, planned and written.
 *
 * <p>Read {@link io.exchangesync.core.engine.Engine}, then {@link
 * io.exchangesync.core.engine.Slice}, then {@link io.exchangesync.core.engine.ChunkWriter}. The
 * batch jobs are thin covers over these; simulations run them as they are.
 */
package io.exchangesync.core.engine;
