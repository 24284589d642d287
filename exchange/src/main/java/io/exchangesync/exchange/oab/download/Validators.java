package io.exchangesync.exchange.oab.download;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * By what a server recognizes a manifest that we know already.
 *
 * @param etag "" if it told none
 * @param lastModified as it told it, "" if it told none
 */
public record Validators(String etag, String lastModified) {
  /** Nothing is known yet. */
  public static final Validators NONE = new Validators("", "");

  public Validators {
    Objects.requireNonNull(etag);
    Objects.requireNonNull(lastModified);
  }

  Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>();
    if (!etag.isEmpty()) {
      headers.put("If-None-Match", etag);
    }
    if (!lastModified.isEmpty()) {
      headers.put("If-Modified-Since", lastModified);
    }
    return headers;
  }
}
