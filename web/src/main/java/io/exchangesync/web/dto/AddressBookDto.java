package io.exchangesync.web.dto;

import io.exchangesync.ejb.admin.AddressBookView;
import io.exchangesync.exchange.oab.download.CachedBook;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The offline address book of a connection, as this node keeps it.
 *
 * @param url absent = none is set up
 * @param list name of the address list
 * @param sequence number of its generation
 * @param entries of any type
 * @param downloaded when this generation came
 * @param checked when Exchange was last asked for a newer one
 * @param problem why the last attempt failed
 */
public record AddressBookDto(
    int connection,
    @Schema(examples = "https://mail.example.com/OAB/0a1b2c3d/") Optional<URI> url,
    Optional<String> list,
    Optional<Long> sequence,
    Optional<Long> entries,
    Optional<Instant> downloaded,
    Optional<Instant> checked,
    Optional<String> problem) {

  public static AddressBookDto of(AddressBookView view) {
    return new AddressBookDto(
        view.connection(),
        view.url(),
        view.book().map(CachedBook::list),
        view.book().map(CachedBook::sequence),
        view.book().map(CachedBook::entries),
        view.book().map(CachedBook::downloaded),
        view.book().map(CachedBook::checked),
        view.problem());
  }
}
