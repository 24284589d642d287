package io.exchangesync.exchange.ews;

import io.exchangesync.core.port.SyncException;
import io.exchangesync.exchange.ews.ConnectionStep.Name;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.http.Header;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;

/**
 * Tries a connection with one mailbox step by step and says which step fails and what to do.
 *
 * <p>Reads only; never throws for a failure of the connection.
 */
public final class ConnectionTest {
  private static final Duration TOLERATED_SKEW = Duration.ofMinutes(5);

  /** Codes of EWS that say that a right is missing. */
  private static final Set<String> RIGHTS =
      Set.of(
          "ErrorImpersonateUserDenied",
          "ErrorImpersonationDenied",
          "ErrorImpersonationFailed",
          "ErrorAccessDenied",
          "ErrorFolderNotFound");

  private final Clock clock;

  public ConnectionTest(Clock clock) {
    this.clock = clock;
  }

  /**
   * All steps in their order; those after a failed one that needs it are skipped.
   *
   * @param mailbox SMTP address of the mailbox to try
   */
  public List<ConnectionStep> run(EwsConnection connection, String mailbox) {
    List<ConnectionStep> steps = new ArrayList<>();
    if (Reach.check(connection, steps)) {
      CloseableHttpClient client = EwsHttp.client(connection.trustStore());
      try {
        if (reach(client, connection, steps) && token(connection, steps)) {
          enter(client, connection, mailbox, steps);
        }
      } finally {
        EwsHttp.close(client);
      }
    }
    for (Name name : Name.values()) {
      if (steps.stream().noneMatch(step -> step.name() == name)) {
        steps.add(ConnectionStep.skipped(name));
      }
    }
    return List.copyOf(steps);
  }

  private boolean reach(
      CloseableHttpClient client, EwsConnection connection, List<ConnectionStep> steps) {
    int timeout = Math.toIntExact(connection.timeout().toMillis());
    HttpGet request = new HttpGet(connection.url());
    request.setConfig(
        RequestConfig.custom().setConnectTimeout(timeout).setSocketTimeout(timeout).build());
    try (CloseableHttpResponse response = client.execute(request)) {
      int status = response.getStatusLine().getStatusCode();
      if (status == 404 || (status >= 300 && status < 400)) {
        EwsFailure wrong = EwsHttpErrors.failure(status, connection.signIn(), Optional.empty(), "");
        steps.add(
            ConnectionStep.failed(
                Name.URL_REACHABLE,
                wrong.getMessage(),
                "Correct the EWS URL, such as https://mail.example.com/EWS/Exchange.asmx."));
        return false;
      }
      steps.add(
          ConnectionStep.ok(
              Name.URL_REACHABLE, connection.url() + " answers (HTTP " + status + ")."));
      steps.add(clockStep(response.getFirstHeader("Date")));
      return true;
    } catch (IOException e) {
      steps.add(
          ConnectionStep.failed(
              Name.URL_REACHABLE,
              "No answer: " + e,
              "Check the host name, the port, the firewall and a proxy between."));
    }
    return false;
  }

  private ConnectionStep clockStep(Header date) {
    if (date == null) {
      return ConnectionStep.ok(Name.CLOCK, "The server does not tell its time.");
    }
    try {
      Duration skew = Duration.between(EwsHttpErrors.httpDate(date.getValue()), clock.instant());
      String text = "The clocks differ by " + skew.abs().toSeconds() + " s.";
      return skew.abs().compareTo(TOLERATED_SKEW) > 0
          ? ConnectionStep.failed(
              Name.CLOCK, text, "Set both clocks by a time server: tokens depend on them.")
          : ConnectionStep.ok(Name.CLOCK, text);
    } catch (DateTimeException e) {
      return ConnectionStep.ok(Name.CLOCK, "The server does not tell its time.");
    }
  }

  private static boolean token(EwsConnection connection, List<ConnectionStep> steps) {
    if (!(connection.signIn() instanceof SignIn.Bearer bearer)) {
      steps.add(ConnectionStep.ok(Name.TOKEN, "None is needed: the password is sent."));
      return true;
    }
    try {
      bearer.tokens().token();
      steps.add(ConnectionStep.ok(Name.TOKEN, "There is an access token."));
      return true;
    } catch (SyncException e) {
      steps.add(
          e.getCause() instanceof TokenRefusal refusal
              ? ConnectionStep.failed(Name.TOKEN, refusal.getMessage(), refusal.remedy())
              : ConnectionStep.failed(Name.TOKEN, e.getMessage(), "Try again later."));
      return false;
    }
  }

  /** One GetFolder tells the rest: how far it came is in its error. */
  private static void enter(
      CloseableHttpClient client,
      EwsConnection connection,
      String mailbox,
      List<ConnectionStep> steps) {
    EwsService service = new EwsService(connection, client, mailbox);
    EwsOperations operations =
        new EwsOperations(
            new AppointmentCodec(ZoneOffset.UTC),
            connection.access() == Access.DELEGATION ? Optional.of(mailbox) : Optional.empty());
    try {
      EwsAnswer answer = EwsCall.send(service, operations.getFolder());
      steps.add(ConnectionStep.ok(Name.SIGN_IN, "The sign-in was accepted."));
      EwsMessages.single(answer);
      steps.add(ConnectionStep.ok(Name.MAILBOX_ACCESS, mailbox + " can be opened."));
      steps.add(ConnectionStep.ok(Name.CALENDAR, "Its calendar can be read."));
      steps.add(
          ConnectionStep.ok(
              Name.SERVER_VERSION,
              answer.serverVersion().map(v -> "Exchange " + v).orElse("Not told.")));
    } catch (EwsFailure e) {
      explain(e, connection, mailbox, steps);
    } catch (SyncException e) {
      steps.add(
          ConnectionStep.failed(
              Name.SIGN_IN, e.getMessage(), "Check the token set-up, or consent again."));
    } finally {
      service.close();
    }
  }

  private static void explain(
      EwsFailure failure, EwsConnection connection, String mailbox, List<ConnectionStep> steps) {
    String remedy =
        EwsErrors.remedy(failure.code())
            .or(() -> EwsHttpErrors.remedy(failure.code()))
            .orElse("Try again; the text says what Exchange answered.");
    if (failure.stage() != EwsFailure.Stage.EWS) {
      Name step = failure.stage() == EwsFailure.Stage.HTTP ? Name.SIGN_IN : Name.MAILBOX_ACCESS;
      steps.add(ConnectionStep.failed(step, failure.getMessage(), remedy));
      return;
    }
    if (failure.code().equals("ErrorLogonFailure")) {
      steps.add(ConnectionStep.failed(Name.SIGN_IN, failure.getMessage(), remedy));
      return;
    }
    steps.add(
        steps.stream().anyMatch(step -> step.name() == Name.SIGN_IN)
            ? steps.remove(steps.size() - 1)
            : ConnectionStep.ok(Name.SIGN_IN, "The sign-in was accepted."));
    boolean calendar =
        failure.code().equals("ErrorAccessDenied") || failure.code().equals("ErrorFolderNotFound");
    if (calendar) {
      steps.add(ConnectionStep.ok(Name.MAILBOX_ACCESS, "The mailbox exists."));
    }
    ConnectionStep failed =
        ConnectionStep.failed(
            calendar ? Name.CALENDAR : Name.MAILBOX_ACCESS, failure.getMessage(), remedy);
    steps.add(
        RIGHTS.contains(failure.code())
            ? failed.mendedBy(ShellLines.access(connection, mailbox))
            : failed);
  }
}
