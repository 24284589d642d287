/**
 * The rule book: what happens to one appointment, decided without I/O.
 *
 * <p>Glossary: a {@link io.exchangesync.core.plan.Candidate} is what both sides and our memory say
 * about one thing; its <em>situation</em> is new, paired, linked or closed; {@link
 * io.exchangesync.core.plan.Planner} turns it into one {@link io.exchangesync.core.plan.Decision}
 * with one {@link io.exchangesync.core.plan.Reason}.
 */
package io.exchangesync.core.plan;
