package io.exchangesync.web.dto;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.specimpl.ResteasyUriInfo;
import org.junit.jupiter.api.Test;

class PageTest {
  private final UriInfo uri =
      new ResteasyUriInfo("http://host/exchangesync/api/v1/holds?state=OPEN", "/");

  @Test
  void thereIsANextPageWhenOneMoreWasRead() {
    Page<Integer> page = Page.of(List.of(4, 7, 9), 2, uri, key -> key, Function.identity());
    assertThat(page.items()).containsExactly(4, 7);
    assertThat(page.next().orElseThrow().getQuery()).contains("state=OPEN", "after=7", "limit=2");
  }

  @Test
  void theLastPageHasNone() {
    assertThat(Page.of(List.of(4, 7), 2, uri, key -> key, Function.identity()).next()).isEmpty();
  }
}
