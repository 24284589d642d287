package io.exchangesync.web.problem;

import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers invalid input before the server's own mapper does. */
@Provider
public class ValidationMapper implements ExceptionMapper<ConstraintViolationException> {
  @Inject ThrowableMapper any;

  @Override
  public Response toResponse(ConstraintViolationException thrown) {
    return any.toResponse(thrown);
  }
}
