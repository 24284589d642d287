package io.exchangesync.exchange.auth;

import com.microsoft.aad.msal4j.MsalServiceException;
import com.microsoft.aad.msal4j.MsalThrottlingException;
import io.exchangesync.core.port.SyncException;
import io.exchangesync.exchange.ews.TokenRefusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** What an authority's refusal means and what to do; numbers are those of Microsoft's AADSTS. */
final class TokenProblems {
  private static final Pattern NUMBER = Pattern.compile("AADSTS(\\d{5,7})");

  /** What is wrong, and what to do about it. */
  private record Known(String text, String remedy) {}

  private static final Known WRONG_TENANT =
      new Known(
          "The authority does not know the tenant.",
          "Correct the tenant's id or domain name in the authority.");
  private static final Known WRONG_SCOPE =
      new Known(
          "The authority does not know Exchange under the scope.",
          "Use https://outlook.office365.com/.default, or that of your national cloud.");
  private static final Known NO_CONSENT =
      new Known(
          "An administrator of the tenant has not consented to the application.",
          "Grant admin consent for full_access_as_app of Office 365 Exchange Online.");
  private static final Known WRONG_CERTIFICATE =
      new Known(
          "The certificate is not registered with the application.",
          "Upload this certificate, without its private key, to the application under Certificates"
              + " & secrets.");

  private static final Map<String, Known> BY_NUMBER =
      Map.ofEntries(
          Map.entry(
              "7000215",
              new Known(
                  "The client secret is wrong.",
                  "Enter the secret's value, not its id; if it is lost make a new one under"
                      + " Certificates & secrets.")),
          Map.entry(
              "7000222",
              new Known(
                  "The client secret has ended.",
                  "Make a new one under Certificates & secrets and enter its value.")),
          Map.entry(
              "700016",
              new Known(
                  "The tenant has no application with this client id.",
                  "Correct the application (client) id, or the tenant in the authority.")),
          Map.entry(
              "7000112",
              new Known(
                  "The application is switched off.",
                  "Enable sign-in under Enterprise applications > Properties.")),
          Map.entry("90002", WRONG_TENANT),
          Map.entry("900023", WRONG_TENANT),
          Map.entry("700027", WRONG_CERTIFICATE),
          Map.entry("50013", WRONG_CERTIFICATE),
          Map.entry(
              "700024",
              new Known(
                  "The authority says that our time is wrong.",
                  "Set this server's clock by a time server.")),
          Map.entry("500011", WRONG_SCOPE),
          Map.entry("1002012", WRONG_SCOPE),
          Map.entry("70011", WRONG_SCOPE),
          Map.entry("65001", NO_CONSENT),
          Map.entry(
              "53003",
              new Known(
                  "A Conditional Access policy of the tenant blocks the application.",
                  "Except the application, or this server's address, in the policy.")));

  private TokenProblems() {}

  /** The failure of a token request, as the engine wants it. */
  static SyncException syncException(Throwable failure) {
    if (failure instanceof MsalThrottlingException throttled) {
      return new SyncException.Retriable(
          "The authority wants to be left alone for a while.",
          Optional.of(Duration.ofMillis(throttled.retryInMs())),
          failure);
    }
    if (failure instanceof MsalServiceException refused && refused.statusCode() != null) {
      return passes(refused)
          ? new SyncException.Retriable(
              "The authority answered HTTP " + refused.statusCode() + ".",
              retryAfter(refused),
              failure)
          : refusal(refused);
    }
    if (has(failure, SSLException.class)) {
      TokenRefusal tls =
          new TokenRefusal(
              "The secure connection to the authority failed: " + failure.getMessage(),
              "Check its certificate, and add a private authority of certificates to the trusted"
                  + " ones.",
              failure);
      return new SyncException.MailboxFatal(tls.getMessage() + " " + tls.remedy(), tls);
    }
    TokenRefusal silent =
        new TokenRefusal(
            "The authority can't be reached: " + failure.getMessage(),
            "Check the authority's host name, the firewall and a proxy between.",
            failure);
    return new SyncException.Retriable(silent.getMessage(), Optional.empty(), silent);
  }

  private static boolean passes(MsalServiceException refused) {
    int status = refused.statusCode();
    return status == 408
        || status == 429
        || status >= 500
        || "temporarily_unavailable".equals(refused.errorCode());
  }

  private static SyncException refusal(MsalServiceException refused) {
    Matcher number = NUMBER.matcher(String.valueOf(refused.getMessage()));
    Optional<String> code = number.find() ? Optional.of(number.group(1)) : Optional.empty();
    Known known =
        code.flatMap(c -> Optional.ofNullable(BY_NUMBER.get(c)))
            .orElseGet(
                () ->
                    new Known(
                        "The authority gave no token: "
                            + firstLine(String.valueOf(refused.getMessage())),
                        "Check authority, client id, secret and scope of the connection."));
    String text =
        known.text() + code.map(c -> " [AADSTS" + c + "]").orElse(" [" + refused.errorCode() + "]");
    TokenRefusal why = new TokenRefusal(text, known.remedy(), refused);
    return new SyncException.NeedsConsent(text + " " + known.remedy(), why);
  }

  private static Optional<Duration> retryAfter(MsalServiceException refused) {
    Map<String, List<String>> headers = refused.headers() == null ? Map.of() : refused.headers();
    return headers.entrySet().stream()
        .filter(e -> "Retry-After".equalsIgnoreCase(e.getKey()))
        .flatMap(e -> e.getValue().stream())
        .filter(v -> v.matches("\\d{1,6}"))
        .map(v -> Duration.ofSeconds(Long.parseLong(v)))
        .findFirst();
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return true;
      }
    }
    return false;
  }
}
