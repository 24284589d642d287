package io.exchangesync.web.problem;

import io.exchangesync.batch.control.JobRefused;
import io.exchangesync.core.port.SyncException;
import io.exchangesync.ejb.admin.AdminException;
import io.exchangesync.web.json.UnreadableBody;
import io.exchangesync.web.problem.Problem.Violation;
import jakarta.ejb.EJBException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what was thrown into a problem document, without talking to anybody. */
final class Problems {
  private static final String CORRECT = "Correct the values named in violations and send it again.";

  /** JAX-RS answers a query parameter that can't be converted as if the address did not exist. */
  private static final Pattern WRONG_PARAMETER = Pattern.compile("QueryParam\\(\"(\\w+)\"\\)");

  private Problems() {}

  /** The failure below the wrappers of container and services. */
  static Throwable causeOf(Throwable thrown) {
    Throwable cause = thrown;
    while ((cause instanceof EJBException || cause instanceof InvocationTargetException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof AdminException.SideFailed side ? side.failure() : cause;
  }

  /** The document for a failure; whatever is not foreseen is INTERNAL and tells nothing of it. */
  static Problem of(Throwable cause) {
    if (cause instanceof AdminException refused) {
      return refused(refused);
    }
    if (cause instanceof JobRefused refused) {
      return refused(refused);
    }
    if (cause instanceof SyncException side) {
      return side(side);
    }
    if (cause instanceof ConstraintViolationException invalid) {
      return Problem.of(ProblemType.VALIDATION, CORRECT).with(violations(invalid));
    }
    if (cause instanceof UnreadableBody body) {
      return body.property().isEmpty()
          ? Problem.of(ProblemType.UNREADABLE, body.getMessage() + " Send JSON.")
          : Problem.of(ProblemType.UNREADABLE, CORRECT)
              .with(List.of(new Violation(body.property(), body.getMessage())));
    }
    if (cause instanceof WebApplicationException web) {
      return http(web);
    }
    return Problem.of(
        ProblemType.INTERNAL,
        "Nothing was changed. The server's log tells the cause beside the id of this answer.");
  }

  private static Problem refused(AdminException refused) {
    if (refused instanceof AdminException.NotFound) {
      return Problem.of(ProblemType.NOT_FOUND, refused.getMessage());
    }
    if (refused instanceof AdminException.Rejected rejected) {
      return Problem.of(ProblemType.VALIDATION, CORRECT)
          .with(List.of(new Violation(rejected.field(), rejected.getMessage())));
    }
    return Problem.of(ProblemType.CONFLICT, refused.getMessage());
  }

  private static Problem refused(JobRefused refused) {
    if (refused instanceof JobRefused.AlreadyRunning running) {
      return Problem.of(
          ProblemType.CONFLICT,
          refused.getMessage() + " Follow /executions/" + running.execution() + ", or stop it.");
    }
    if (refused instanceof JobRefused.TakesNoParameters) {
      return Problem.of(ProblemType.BAD_REQUEST, refused.getMessage());
    }
    return refused instanceof JobRefused.WrongState
        ? Problem.of(ProblemType.CONFLICT, refused.getMessage())
        : Problem.of(ProblemType.NOT_FOUND, refused.getMessage() + " /jobs lists what there is.");
  }

  private static Problem side(SyncException side) {
    return side instanceof SyncException.Retriable
        ? Problem.of(
            ProblemType.SIDE_UNAVAILABLE,
            side.getMessage() + " Try again after the time in Retry-After.")
        : Problem.of(ProblemType.SIDE_FAILED, side.getMessage());
  }

  private static Problem http(WebApplicationException web) {
    Matcher parameter = WRONG_PARAMETER.matcher(String.valueOf(web.getMessage()));
    if (web instanceof NotFoundException && web.getCause() != null && parameter.find()) {
      return Problem.of(ProblemType.VALIDATION, CORRECT)
          .with(List.of(new Violation(parameter.group(1), "has a value of the wrong type")));
    }
    ProblemType type = ProblemType.ofStatus(web.getResponse().getStatus());
    String detail =
        switch (type) {
          case NOT_FOUND -> "Nothing lives at this address; /openapi lists what there is.";
          case METHOD_NOT_ALLOWED -> "The header Allow of this answer names what can be done.";
          case FORBIDDEN -> "Ask an administrator for the role that this act needs.";
          case UNSUPPORTED_MEDIA_TYPE -> "Send Content-Type: application/json.";
          case NOT_ACCEPTABLE -> "Ask for application/json.";
          case INTERNAL -> "The server's log tells the cause.";
          default -> web.getMessage() + ". See /openapi for what is expected.";
        };
    return Problem.of(type, detail);
  }

  private static List<Violation> violations(ConstraintViolationException invalid) {
    return invalid.getConstraintViolations().stream()
        .map(violation -> new Violation(field(violation), violation.getMessage()))
        .sorted(java.util.Comparator.comparing(Violation::field).thenComparing(Violation::message))
        .toList();
  }

  /** The path as the caller wrote it: without the method's name and its parameter. */
  private static String field(ConstraintViolation<?> violation) {
    StringBuilder path = new StringBuilder();
    String parameter = "";
    for (Path.Node node : violation.getPropertyPath()) {
      switch (node.getKind()) {
        case PROPERTY -> path.append(path.isEmpty() ? "" : ".").append(node.getName());
        case PARAMETER -> parameter = node.getName();
        default -> {}
      }
    }
    return path.isEmpty() ? parameter : path.toString();
  }
}
