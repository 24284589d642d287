/** Compression into LZX DELTA streams, as [MS-PATCH] describes them. */
package io.exchangesync.simulator.lzx;
