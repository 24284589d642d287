package io.exchangesync.web.problem;

import io.exchangesync.core.port.SyncException;
import io.exchangesync.web.audit.ApiMessages;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;
import java.time.Duration;
import java.util.UUID;

/** Answers every failure with a problem document; unforeseen ones are logged beside an id. */
@Provider
public class ThrowableMapper implements ExceptionMapper<Throwable> {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

  @Context private UriInfo uri;
  @Context private SecurityContext security;

  @Override
  public Response toResponse(Throwable thrown) {
    Throwable cause = Problems.causeOf(thrown);
    Problem problem = Problems.of(cause).at(uri.getRequestUri().getPath());
    if (problem.status() == ProblemType.INTERNAL.status()) {
      String id = UUID.randomUUID().toString();
      ApiMessages.LOG.failed(id, problem.instance(), cause);
      problem = problem.logged(id);
    } else if (problem.status() == ProblemType.FORBIDDEN.status()) {
      ApiMessages.LOG.forbidden(user(), problem.instance());
    }
    Response.ResponseBuilder answer =
        Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    if (cause instanceof SyncException.Retriable retriable) {
      answer.header(HttpHeaders.RETRY_AFTER, retriable.backOff().orElse(RETRY_AFTER).toSeconds());
    }
    if (cause instanceof WebApplicationException web
        && web.getResponse().getHeaderString(HttpHeaders.ALLOW) != null) {
      answer.header(HttpHeaders.ALLOW, web.getResponse().getHeaderString(HttpHeaders.ALLOW));
    }
    return answer.build();
  }

  private String user() {
    Principal principal = security.getUserPrincipal();
    return principal == null ? "nobody" : principal.getName();
  }
}
