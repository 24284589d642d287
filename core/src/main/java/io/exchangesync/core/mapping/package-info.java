/**
 * Lenses between each side's own values and the canonical fields both are compared in.
 *
 * <p>Invariant I9: what one side can't hold survives on the other, because a lens writes into the
 * original it read (GetPut), and what was written is read back the same (PutGet).
 */
package io.exchangesync.core.mapping;
