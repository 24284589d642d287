/** HTTP listeners: the web services, the offline address book and the control endpoint. */
package io.exchangesync.simulator.http;
