/**
 * Offline address books of Exchange, version 4 full details, as [MS-OXOAB] describes them: reading
 * a file that may be hostile. Getting one is the matter of package {@code download}.
 *
 * <ul>
 *   <li>{@link io.exchangesync.exchange.oab.AddressBookReader}: a file, entry by entry, in bounded
 *       memory; {@link io.exchangesync.exchange.oab.AddressBookEntry}, {@link
 *       io.exchangesync.exchange.oab.EntryType}
 *   <li>{@code OabInputStream}: the decompressed bytes of a file; {@code lzx}: decompression
 *   <li>{@code PropertyTable}, {@code PropertyTag}, {@code RecordCursor}, {@code RecordReader}: the
 *       records
 *   <li>{@link io.exchangesync.exchange.oab.Manifest}: what there is to download
 *   <li>{@link io.exchangesync.exchange.oab.OabException}, {@link
 *       io.exchangesync.exchange.oab.OabLimits}: what is wrong, and what is too much
 *   <li>{@link io.exchangesync.exchange.oab.PrintAddressBook}: the command
 * </ul>
 */
package io.exchangesync.exchange.oab;
