package io.exchangesync.web.problem;

import io.exchangesync.web.json.Json;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers what the server refuses before the API sees it; an address of its own it has not. */
@WebServlet("/refused")
public class RefusedServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean forwarded = request.getDispatcherType() == DispatcherType.ERROR;
    int status = forwarded ? response.getStatus() : HttpServletResponse.SC_NOT_FOUND;
    Object address = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    Problem problem =
        Problem.of(ProblemType.ofStatus(status), detail(status))
            .at(address == null ? request.getRequestURI() : address.toString());
    response.setStatus(status);
    response.setContentType(Problem.MEDIA_TYPE);
    response.getOutputStream().write(Json.mapper().writeValueAsBytes(problem));
  }

  private static String detail(int status) {
    return switch (status) {
      case HttpServletResponse.SC_UNAUTHORIZED ->
          "Sign in by HTTP Basic with a user of the server's security domain ExchangeSync.";
      case HttpServletResponse.SC_FORBIDDEN -> "Ask an administrator for a role.";
      default -> "Nothing lives at this address; /openapi lists what there is.";
    };
  }
}
