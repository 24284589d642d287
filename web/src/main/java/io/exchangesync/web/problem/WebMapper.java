package io.exchangesync.web.problem;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers what the JAX-RS container refuses. */
@Provider
public class WebMapper implements ExceptionMapper<WebApplicationException> {
  @Inject ThrowableMapper any;

  @Override
  public Response toResponse(WebApplicationException thrown) {
    return any.toResponse(thrown);
  }
}
