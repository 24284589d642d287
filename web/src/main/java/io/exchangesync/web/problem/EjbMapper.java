package io.exchangesync.web.problem;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers what a service threw, below the container's wrapper. */
@Provider
public class EjbMapper implements ExceptionMapper<EJBException> {
  @Inject ThrowableMapper any;

  @Override
  public Response toResponse(EJBException thrown) {
    return any.toResponse(thrown);
  }
}
