package io.exchangesync.exchange.ews;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import microsoft.exchange.webservices.data.core.ExchangeService;
import microsoft.exchange.webservices.data.core.enumeration.misc.ConnectingIdType;
import microsoft.exchange.webservices.data.core.enumeration.misc.ExchangeVersion;
import microsoft.exchange.webservices.data.core.request.HttpWebRequest;
import microsoft.exchange.webservices.data.credential.ExchangeCredentials;
import microsoft.exchange.webservices.data.misc.ImpersonatedUserId;
import org.apache.http.config.Registry;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.impl.client.CloseableHttpClient;

/**
 * The library's service for one session with one mailbox, on the HTTP client that all sessions of
 * the connection share. Not thread-safe.
 */
final class EwsService extends ExchangeService {
  private static final String USER_AGENT = "ExchangeSync/1.0";

  private final EwsConnection connection;
  private final String mailbox;
  private final HeaderCredentials credentials;
  private Duration clockSkew = Duration.ZERO;

  EwsService(EwsConnection connection, CloseableHttpClient client, String mailbox) {
    super(ExchangeVersion.Exchange2010_SP2);
    this.connection = connection;
    this.mailbox = mailbox;
    useShared(client);
    setUrl(connection.url());
    setTimeout(Math.toIntExact(connection.timeout().toMillis()));
    setUserAgent(USER_AGENT);
    credentials = new HeaderCredentials(connection.signIn());
    setCredentials(credentials);
    if (connection.access() == Access.IMPERSONATION) {
      setImpersonatedUserId(new ImpersonatedUserId(ConnectingIdType.SmtpAddress, mailbox));
    }
  }

  EwsConnection connection() {
    return connection;
  }

  String mailbox() {
    return mailbox;
  }

  /** What has to be added to the server's times to get ours, by its newest answer. */
  Duration clockSkew() {
    return clockSkew;
  }

  void measured(Duration skew) {
    clockSkew = skew;
  }

  /** Sets the headers of the next request; answers its client-request-id. */
  String nextRequest() {
    String requestId = UUID.randomUUID().toString();
    Map<String, String> headers = getHttpHeaders();
    headers.put("X-AnchorMailbox", mailbox);
    headers.put("client-request-id", requestId);
    headers.put("return-client-request-id", "true");
    return requestId;
  }

  /** Whether another access token takes the place of the one that was refused. */
  boolean replaceToken() {
    return credentials.signIn instanceof SignIn.Bearer bearer
        && bearer.tokens().replace(credentials.token);
  }

  /** The shared client stays open; there is nothing else to close. */
  @Override
  public void close() {}

  /** The library makes a client of its own first, which is closed unused: it needs no sockets. */
  @Override
  protected Registry<ConnectionSocketFactory> createConnectionSocketFactoryRegistry() {
    return RegistryBuilder.<ConnectionSocketFactory>create().build();
  }

  private void useShared(CloseableHttpClient client) {
    try {
      httpClient.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    httpClient = client;
  }

  /** Sends the sign-in with every request, so that no request is sent twice for a challenge. */
  private static final class HeaderCredentials extends ExchangeCredentials {
    private final SignIn signIn;
    private String token = "";

    HeaderCredentials(SignIn signIn) {
      this.signIn = signIn;
    }

    @Override
    public void prepareWebRequest(HttpWebRequest request) {
      Map<String, String> headers = new HashMap<>(request.getHeaders());
      headers.put("Authorization", authorization());
      request.setHeaders(headers);
    }

    @Override
    public URI adjustUrl(URI url) {
      return url;
    }

    private String authorization() {
      if (signIn instanceof SignIn.Basic basic) {
        return basic.authorization();
      }
      token = ((SignIn.Bearer) signIn).tokens().token();
      return "Bearer " + token;
    }
  }
}
