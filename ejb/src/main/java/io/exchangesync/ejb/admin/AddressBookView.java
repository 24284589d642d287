package io.exchangesync.ejb.admin;

import io.exchangesync.exchange.oab.download.CachedBook;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * The offline address book of a connection.
 *
 * @param url empty = none is set up
 * @param book what is kept on this node
 * @param problem why the last attempt to get a newer one failed; empty if it did not
 */
public record AddressBookView(
    int connection, Optional<URI> url, Optional<CachedBook> book, Optional<String> problem) {
  public AddressBookView {
    Objects.requireNonNull(url);
    Objects.requireNonNull(book);
    Objects.requireNonNull(problem);
  }
}
