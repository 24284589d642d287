package io.exchangesync.exchange.ews;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

/** What an HTTP status without a SOAP fault means, in words for the administrator. */
final class EwsHttpErrors {
  /** Code of a refused access token. */
  static final String TOKEN_REFUSED = "TokenRefused";

  /** Code of a good access token whose application lacks full_access_as_app. */
  static final String APP_WITHOUT_ROLE = "AppWithoutRole";

  /** Code of a good access token that is for something else than this Exchange. */
  static final String TOKEN_FOR_OTHERS = "TokenForOthers";

  private static final String NO_PERMISSIONS = "x-ms-diagnostics=2000008";
  private static final String WRONG_AUDIENCE = "x-ms-diagnostics=2000003";

  private static final Set<String> RETRIABLE =
      Set.of("408", "429", "500", "502", "503", "504", "507", "509");

  private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

  private EwsHttpErrors() {}

  /** What to do about a status; empty if it is not a matter of settings. */
  static Optional<String> remedy(String code) {
    return Optional.ofNullable(
        switch (code) {
          case "401" -> "Correct user name and password of the connection.";
          case "403" -> "Allow EWS: Set-OrganizationConfig -EwsEnabled $true, and Set-CASMailbox.";
          case "440", "456" -> "Sign in with the account once, or unlock it.";
          case "NotEws" -> "Correct the EWS URL; it usually ends in /EWS/Exchange.asmx.";
          default -> null;
        });
  }

  static boolean isRetriable(String code) {
    return RETRIABLE.contains(code);
  }

  static EwsFailure failure(
      int status, SignIn signIn, Optional<Duration> backOff, String diagnosis) {
    String code =
        status == 401 && signIn instanceof SignIn.Bearer
            ? tokenProblem(diagnosis)
            : Integer.toString(status);
    String text = "Exchange answered HTTP " + status + ". " + meaning(status, code, signIn);
    return new EwsFailure(EwsFailure.Stage.HTTP, code, text.strip() + diagnosis, backOff, null);
  }

  /** Reads Retry-After, in seconds or as a date. */
  static Optional<Duration> retryAfter(String header, Clock clock) {
    if (header == null) {
      return Optional.empty();
    }
    try {
      if (header.strip().matches("\\d{1,9}")) {
        return Optional.of(Duration.ofSeconds(Long.parseLong(header.strip())));
      }
      Duration until = Duration.between(clock.instant(), httpDate(header));
      return Optional.of(until.isNegative() ? Duration.ZERO : until);
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  /** What has to be added to the server's times to get ours; its header Date has whole seconds. */
  static Optional<Duration> skew(String dateHeader, Clock clock) {
    if (dateHeader == null) {
      return Optional.empty();
    }
    try {
      Instant theirs = httpDate(dateHeader).plus(HALF_A_SECOND);
      return Optional.of(Duration.between(theirs, clock.instant()));
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  /**
   * @throws DateTimeException if it is no date of HTTP
   */
  static Instant httpDate(String header) {
    return ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }

  private static String tokenMeaning(String code) {
    return switch (code) {
      case APP_WITHOUT_ROLE -> "The application has no permission to use EWS.";
      case TOKEN_FOR_OTHERS -> "The access token is not for this Exchange.";
      default -> "The access token was refused: sign in or consent again.";
    };
  }

  private static String tokenProblem(String diagnosis) {
    if (diagnosis.contains(NO_PERMISSIONS)) {
      return APP_WITHOUT_ROLE;
    }
    return diagnosis.contains(WRONG_AUDIENCE) ? TOKEN_FOR_OTHERS : TOKEN_REFUSED;
  }

  private static String meaning(int status, String code, SignIn signIn) {
    return switch (status) {
      case 401 ->
          signIn instanceof SignIn.Basic
              ? "The sign-in was refused: check user name and password, and that Basic"
                  + " authentication is switched on for the EWS virtual directory."
              : tokenMeaning(code);
      case 403 ->
          "The account or application is not allowed to use EWS: check EwsEnabled and the list of"
              + " allowed applications of the organization and of the mailbox.";
      case 404 -> "There is no EWS at this URL: it usually ends in /EWS/Exchange.asmx.";
      case 301, 302, 303, 307, 308 ->
          "The URL redirects elsewhere: type the final EWS URL, ending in /EWS/Exchange.asmx.";
      case 413 -> "The request was too large: lower the batch size.";
      case 440, 456 -> "The account is locked or its session ended: sign in with it once.";
      case 429, 503 -> "The server is busy and wants to be left alone for a while.";
      default -> status >= 500 ? "The server or a proxy before it has a problem." : "";
    };
  }
}
