/** Files attached to items, such as the pictures of contacts. */
package io.exchangesync.simulator.attachments;
