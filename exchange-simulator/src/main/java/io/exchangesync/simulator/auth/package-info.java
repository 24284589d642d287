/** Sign-in, impersonation and delegation. */
package io.exchangesync.simulator.auth;
