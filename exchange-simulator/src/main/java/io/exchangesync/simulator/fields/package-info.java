/** The properties of items: what clients may ask for and set, how they read and write. */
package io.exchangesync.simulator.fields;
