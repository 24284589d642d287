package io.exchangesync.exchange.oab.download;

import io.exchangesync.exchange.ews.EwsConnection;
import io.exchangesync.exchange.ews.EwsHttp;
import io.exchangesync.exchange.ews.SignIn;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.http.Header;
import org.apache.http.HttpHeaders;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;

/**
 * The folder behind an OAB URL; the sign-in is sent to the URL's host only, and over TLS or to this
 * computer itself only.
 */
public final class HttpDistributionPoint implements DistributionPoint, AutoCloseable {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");

  private final CloseableHttpClient client;
  private final URI folder;
  private final SignIn signIn;
  private final RequestConfig config;

  /**
   * @param client that follows no redirects; it is closed with this
   * @param folder the OAB URL, such as https://mail.example.com/OAB/0a1b.../
   * @param timeout to connect, and between two packets of an answer
   * @throws IllegalArgumentException with a text for the administrator
   */
  public HttpDistributionPoint(
      CloseableHttpClient client, URI folder, SignIn signIn, Duration timeout) {
    if (folder.getHost() == null || folder.getUserInfo() != null || folder.getQuery() != null) {
      throw new IllegalArgumentException(
          "The OAB URL must look like https://mail.example.com/OAB/<id>/");
    }
    String host = folder.getHost().toLowerCase(Locale.ROOT);
    boolean secure = "https".equalsIgnoreCase(folder.getScheme());
    boolean here = "http".equalsIgnoreCase(folder.getScheme()) && LOOPBACK.matcher(host).matches();
    if (!secure && !here) {
      throw new IllegalArgumentException(
          "The OAB URL must begin with https; http is accepted for this computer itself only");
    }
    this.client = client;
    this.folder = URI.create(folder.toString().replaceFirst("/?(oab\\.xml)?$", "/"));
    this.signIn = signIn;
    int milliseconds = Math.toIntExact(timeout.toMillis());
    this.config =
        RequestConfig.custom()
            .setConnectTimeout(milliseconds)
            .setConnectionRequestTimeout(milliseconds)
            .setSocketTimeout(milliseconds)
            .build();
  }

  /**
   * With the sign-in, the trusted authorities and the time-out of a connection, to be closed.
   *
   * @param folder the OAB URL
   * @throws IllegalArgumentException with a text for the administrator
   */
  public static HttpDistributionPoint of(EwsConnection connection, URI folder) {
    return new HttpDistributionPoint(
        EwsHttp.client(connection.trustStore()), folder, connection.signIn(), connection.timeout());
  }

  @Override
  public void close() {
    EwsHttp.close(client);
  }

  @Override
  public Answer get(String name, Map<String, String> headers) throws IOException {
    HttpGet request = new HttpGet(folder.resolve(name));
    request.setConfig(config);
    request.setHeader(HttpHeaders.AUTHORIZATION, authorization());
    headers.forEach(request::setHeader);
    CloseableHttpResponse response = client.execute(request);
    return new Answer() {
      @Override
      public int status() {
        return response.getStatusLine().getStatusCode();
      }

      @Override
      public Optional<String> header(String header) {
        return Optional.ofNullable(response.getFirstHeader(header)).map(Header::getValue);
      }

      @Override
      public InputStream body() throws IOException {
        return response.getEntity() == null
            ? InputStream.nullInputStream()
            : response.getEntity().getContent();
      }

      /** What was not read is not waited for. */
      @Override
      public void close() throws IOException {
        request.abort();
        response.close();
      }
    };
  }

  private String authorization() {
    if (signIn instanceof SignIn.Basic basic) {
      return basic.authorization();
    }
    return "Bearer " + ((SignIn.Bearer) signIn).tokens().token();
  }
}
