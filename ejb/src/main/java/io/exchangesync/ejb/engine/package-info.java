/** Makes core's engine from the container's beans: ports, settings, the way into Exchange. */
package io.exchangesync.ejb.engine;
