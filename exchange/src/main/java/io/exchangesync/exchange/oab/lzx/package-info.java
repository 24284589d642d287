/**
 * Decompression of LZX DELTA streams, as [MS-PATCH] describes them and offline address books hold
 * them; knows nothing of address books.
 */
package io.exchangesync.exchange.oab.lzx;
