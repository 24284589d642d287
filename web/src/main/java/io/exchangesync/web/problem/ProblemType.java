package io.exchangesync.web.problem;

import java.net.URI;
import java.util.Locale;

/** The kinds of problems; part of the public API: names are never changed, only added. */
public enum ProblemType {
  VALIDATION(400, "The request is not valid"),
  UNREADABLE(400, "The body can't be read"),
  BAD_REQUEST(400, "The request is not understood"),
  UNAUTHENTICATED(401, "Sign in first"),
  FORBIDDEN(403, "Your roles do not allow this"),
  NOT_FOUND(404, "There is no such thing"),
  METHOD_NOT_ALLOWED(405, "This can't be done with it"),
  NOT_ACCEPTABLE(406, "It can't be answered in that format"),
  CONFLICT(409, "It does not fit the present state"),
  CONTENT_TOO_LARGE(413, "The body is too long"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body must be JSON"),
  INTERNAL(500, "The server failed"),
  SIDE_FAILED(502, "SuperOffice or Exchange refused"),
  SIDE_UNAVAILABLE(503, "SuperOffice or Exchange can't be reached now");

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** Such as {@code /problems/not-found}. */
  public URI uri() {
    return URI.create("/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  static ProblemType ofStatus(int status) {
    for (ProblemType type : values()) {
      if (type.status == status && type != VALIDATION && type != UNREADABLE) {
        return type;
      }
    }
    return status >= 500 ? INTERNAL : BAD_REQUEST;
  }
}
