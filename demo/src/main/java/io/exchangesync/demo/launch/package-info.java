/**
 * Starts and stops the processes of the demonstration and of the integration tests: the SuperOffice
 * database, the Exchange simulator and the server, each a process of its own.
 */
package io.exchangesync.demo.launch;
