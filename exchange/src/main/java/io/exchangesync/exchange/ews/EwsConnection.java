package io.exchangesync.exchange.ews;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One way into an Exchange organization: where, as whom and by which right.
 *
 * <p>TLS is demanded and host names are checked; plain http is accepted for a loopback host only.
 *
 * @param url the EWS URL, such as https://mail.example.com/EWS/Exchange.asmx
 * @param batchSize items in one request at most (Microsoft's guide advises few; measure)
 * @param timeout to connect, and between two packets of an answer
 * @param trustStore authorities to trust instead of the JDK's
 */
public record EwsConnection(
    URI url,
    SignIn signIn,
    Access access,
    int batchSize,
    Duration timeout,
    Optional<TrustStore> trustStore) {
  public static final int DEFAULT_BATCH_SIZE = 50;
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(100);

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");
  private static final Pattern EXCHANGE_ONLINE =
      Pattern.compile(
          "outlook\\.office(365)?\\.com|outlook\\.office\\.de|(.*\\.)?outlook\\.(com|cn)"
              + "|(.*\\.)?partner\\.outlook\\.cn|(.*[.-])?outlook(-dod)?\\.office365\\.us");

  /** When Exchange Online ends EWS for good. */
  public static final LocalDate ONLINE_ENDS = LocalDate.of(2027, 4, 1);

  /**
   * @throws IllegalArgumentException with a text for the administrator
   */
  public EwsConnection {
    Objects.requireNonNull(signIn);
    Objects.requireNonNull(access);
    Objects.requireNonNull(trustStore);
    if (url.getHost() == null || url.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "The EWS URL must look like https://mail.example.com/EWS/Exchange.asmx");
    }
    String host = url.getHost().toLowerCase(Locale.ROOT);
    if (!isSecure(url.getScheme(), host)) {
      throw new IllegalArgumentException(
          "The EWS URL must begin with https; http is accepted for this computer itself only");
    }
    if (signIn instanceof SignIn.Basic && isExchangeOnline(url)) {
      throw new IllegalArgumentException(
          "Microsoft ended user name and password for Exchange Online on 1 October 2022; use OAuth"
              + " with the certificate or secret of an application");
    }
    if (batchSize < 1 || batchSize > 500) {
      throw new IllegalArgumentException("The batch size lies between 1 and 500");
    }
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("The time-out must be positive");
    }
  }

  /** A connection with the usual batch size and time-out, trusting the JDK's authorities. */
  public static EwsConnection of(URI url, SignIn signIn, Access access) {
    return new EwsConnection(
        url, signIn, access, DEFAULT_BATCH_SIZE, DEFAULT_TIMEOUT, Optional.empty());
  }

  /** Whether a URL is that of Exchange Online, in whatever cloud. */
  public static boolean isExchangeOnline(URI url) {
    return url.getHost() != null
        && EXCHANGE_ONLINE.matcher(url.getHost().toLowerCase(Locale.ROOT)).matches();
  }

  private static boolean isSecure(String scheme, String host) {
    return "https".equalsIgnoreCase(scheme)
        || ("http".equalsIgnoreCase(scheme) && LOOPBACK.matcher(host).matches());
  }
}
