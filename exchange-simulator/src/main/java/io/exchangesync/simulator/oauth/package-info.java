/** An authorization server as Exchange Online has one: v2.0 token endpoint, client credentials. */
package io.exchangesync.simulator.oauth;
