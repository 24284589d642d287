/**
 * This server among others on the same database: its name, its heartbeat, and what dead ones left.
 */
package io.exchangesync.ejb.node;
