package io.exchangesync.core.engine;

import io.exchangesync.core.plan.Candidate;
import io.exchangesync.core.plan.Decision;

/** A candidate with its decision, on the way to the writer. */
public record Decided(Candidate candidate, Decision decision) {}
