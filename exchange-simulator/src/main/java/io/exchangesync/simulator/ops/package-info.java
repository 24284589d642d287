/** The operations of Exchange Web Services, one class each. */
package io.exchangesync.simulator.ops;
