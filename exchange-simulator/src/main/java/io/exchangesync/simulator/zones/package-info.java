/** Time zones by their Windows names, and the times of requests and answers. */
package io.exchangesync.simulator.zones;
