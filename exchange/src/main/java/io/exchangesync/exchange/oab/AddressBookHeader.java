package io.exchangesync.exchange.oab;

import java.util.Optional;

/**
 * What an address book says of itself.
 *
 * @param name "" if it does not say
 * @param dn its X.500 name, "" if it does not say
 * @param sequence number of its generation, growing
 * @param entries how many entries follow
 */
public record AddressBookHeader(String name, String dn, Optional<Integer> sequence, long entries) {}
