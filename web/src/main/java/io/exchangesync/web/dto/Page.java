package io.exchangesync.web.dto;

import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a list.
 *
 * @param next address of the next page; absent on the last one
 */
@Schema(description = "One page of a list")
public record Page<T>(
    List<T> items,
    @Schema(
            description = "Address of the next page; absent on the last one",
            examples = "http://localhost:8080/exchangesync/api/v1/mailboxes?limit=50&after=50")
        Optional<URI> next) {
  public Page {
    items = List.copyOf(items);
  }

  /**
   * A page of what was read with one more than asked for, so that the end is known.
   *
   * @param key what {@code after} of the next page has to be
   */
  public static <S, T> Page<T> of(
      List<S> read, int limit, UriInfo uri, Function<S, ?> key, Function<S, T> show) {
    boolean more = read.size() > limit;
    List<S> shown = more ? read.subList(0, limit) : read;
    Optional<URI> next =
        more
            ? Optional.of(
                uri.getRequestUriBuilder()
                    .replaceQueryParam("after", key.apply(shown.get(limit - 1)))
                    .replaceQueryParam("limit", limit)
                    .build())
            : Optional.empty();
    return new Page<>(shown.stream().map(show).toList(), next);
  }
}
