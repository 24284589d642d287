/** What a server makes of contacts and distribution lists on saving. */
package io.exchangesync.simulator.contacts;
