/** What a server makes of tasks on saving, and how recurring ones go on. */
package io.exchangesync.simulator.tasks;
