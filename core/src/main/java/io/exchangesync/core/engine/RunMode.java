package io.exchangesync.core.engine;

/** How a slice finds its candidates. */
public enum RunMode {
  /** Asks both sides what changed; lists completely where no position is known. */
  CHANGES,
  /** Lists both sides completely and joins them: first link and full comparison. */
  LISTING,
  /**
   * Lists both sides and looks at every linked pair although neither half changed, so that changed
   * settings reach what is linked already.
   */
  REAPPLY
}
