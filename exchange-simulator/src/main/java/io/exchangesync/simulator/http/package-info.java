/** HTTP listeners: the web services and the control endpoint. */
package io.exchangesync.simulator.http;
