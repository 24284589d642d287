package io.exchangesync.exchange.oab.download;

import io.exchangesync.core.port.SyncException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** What an answer that brings no file means, in words for the administrator. */
final class Refusals {
  private Refusals() {}

  static SyncException of(DistributionPoint.Answer answer) {
    int status = answer.status();
    String text = "The OAB URL answered HTTP " + status + ". " + meaning(status);
    boolean passes = status == 408 || status == 429 || status >= 500;
    return passes
        ? new SyncException.Retriable(text.strip(), retryAfter(answer), null)
        : new SyncException.MailboxFatal(text.strip(), null);
  }

  static SyncException of(IOException noAnswer) {
    return noAnswer instanceof SSLException
        ? new SyncException.MailboxFatal(
            "The secure connection to the OAB URL failed ("
                + noAnswer.getMessage()
                + "): check the server's certificate, its host name, and the trust store.",
            noAnswer)
        : new SyncException.Retriable(
            "No answer from the OAB URL: " + noAnswer, Optional.empty(), noAnswer);
  }

  private static String meaning(int status) {
    return switch (status) {
      case 401 ->
          "The sign-in was refused: check user name and password, and the authentication of the"
              + " OAB virtual directory.";
      case 403 -> "The account is not allowed to download the address book.";
      case 404 -> "There is no address book here: the URL usually ends in /OAB/ and an id.";
      case 301, 302, 303, 307, 308 -> "The URL redirects elsewhere: type the final OAB URL.";
      case 429, 503 -> "The server is busy and wants to be left alone for a while.";
      default -> status >= 500 ? "The server or a proxy before it has a problem." : "";
    };
  }

  private static Optional<Duration> retryAfter(DistributionPoint.Answer answer) {
    return answer
        .header("Retry-After")
        .map(String::strip)
        .filter(seconds -> seconds.matches("\\d{1,9}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
  }
}
