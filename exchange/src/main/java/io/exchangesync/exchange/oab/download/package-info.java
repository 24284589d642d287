/**
 * Getting offline address books from Exchange's distribution point: the manifest if it has changed,
 * and files, taken up where they were cut, checked before they are used.
 */
package io.exchangesync.exchange.oab.download;
