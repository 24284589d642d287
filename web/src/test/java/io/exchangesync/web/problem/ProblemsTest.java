package io.exchangesync.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.batch.control.JobRefused;
import io.exchangesync.core.port.SyncException;
import io.exchangesync.ejb.admin.AdminException;
import io.exchangesync.web.dto.LinkMailboxRequest;
import io.exchangesync.web.json.Json;
import io.exchangesync.web.problem.Problem.Violation;
import jakarta.ejb.EJBException;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemsTest {
  @Test
  void whatDoesNotExistIs404WithTheServicesText() {
    Problem problem = Problems.of(new AdminException.NotFound("There is no hold 5."));
    assertThat(problem.status()).isEqualTo(404);
    assertThat(problem.type()).hasToString("/problems/not-found");
    assertThat(problem.detail()).isEqualTo("There is no hold 5.");
  }

  @Test
  void aStateThatDoesNotAllowItIs409() {
    assertThat(Problems.of(new AdminException.Conflict("Paused.")).status()).isEqualTo(409);
  }

  @Test
  void aValueOnlyTheServiceCanJudgeIsAViolationOfItsField() {
    Problem problem = Problems.of(new AdminException.Rejected("associateId", "is no user"));
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.violations().orElseThrow())
        .containsExactly(new Violation("associateId", "is no user"));
  }

  @Test
  void invalidInputNamesEveryFieldThatIsWrong() {
    Problem problem =
        Problems.of(invalid(new LinkMailboxRequest(null, "nobody", none(), none(), none())));
    assertThat(problem.type()).hasToString("/problems/validation");
    assertThat(problem.violations().orElseThrow())
        .extracting(Violation::field)
        .containsExactly("address", "associateId");
  }

  @Test
  void aSideThatCanNotBeReachedIs503AndOneThatRefusesIs502() {
    assertThat(Problems.of(new SyncException.Retriable("Busy.", Optional.empty(), null)).status())
        .isEqualTo(503);
    assertThat(Problems.of(new SyncException.MailboxFatal("No access.", null)).status())
        .isEqualTo(502);
  }

  @Test
  void aSecondRunIs409AndNamesTheFirst() {
    Problem problem = Problems.of(new JobRefused.AlreadyRunning("appointments", 17));
    assertThat(problem.status()).isEqualTo(409);
    assertThat(problem.detail()).contains("/executions/17");
  }

  @Test
  void theContainersWrapperIsTakenOff() {
    Throwable cause =
        Problems.causeOf(new EJBException(new EJBException(new AdminException.Conflict("No."))));
    assertThat(cause).isInstanceOf(AdminException.Conflict.class);
  }

  @Test
  void aSidesFailureIsFoundBelowTheService() {
    var busy = new SyncException.Retriable("Busy.", Optional.empty(), null);
    assertThat(Problems.causeOf(new EJBException(new AdminException.SideFailed(busy))))
        .isSameAs(busy);
  }

  @Test
  void aQueryParameterOfTheWrongTypeIsAViolationAndNoUnknownAddress() {
    Problem problem =
        Problems.of(
            new NotFoundException(
                "RESTEASY003870: Unable to extract parameter from http request:"
                    + " jakarta.ws.rs.QueryParam(\"limit\") value is 'x'",
                new NumberFormatException("x")));
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.violations().orElseThrow())
        .extracting(Violation::field)
        .containsExactly("limit");
  }

  @Test
  void whatTheContainerRefusesKeepsItsStatus() {
    assertThat(Problems.of(new ForbiddenException()).status()).isEqualTo(403);
    assertThat(Problems.of(new NotFoundException()).status()).isEqualTo(404);
  }

  @Test
  void whatNobodyForesawTellsNothingOfItself() throws Exception {
    Problem problem =
        Problems.of(new IllegalStateException("jdbc:h2 password=secret")).at("/x").logged("4711");
    String json = Json.mapper().writeValueAsString(problem);
    assertThat(json).contains("\"status\":500", "\"id\":\"4711\"").doesNotContain("secret", "jdbc");
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }

  private static ConstraintViolationException invalid(Object value) {
    try (var factory = Validation.buildDefaultValidatorFactory()) {
      return new ConstraintViolationException(factory.getValidator().validate(value));
    }
  }
}
