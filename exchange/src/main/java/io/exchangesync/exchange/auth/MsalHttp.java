package io.exchangesync.exchange.auth;

import com.microsoft.aad.msal4j.HttpMethod;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import io.exchangesync.exchange.ews.EwsHttp;
import io.exchangesync.exchange.ews.TrustStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.http.Header;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.CloseableHttpClient;

/**
 * Carries MSAL4J's requests with the TLS rules of the connection: no redirects, bounded answers,
 * and no host but the authority's.
 */
final class MsalHttp implements IHttpClient {
  private static final int TIMEOUT = 30_000;
  private static final int LONGEST_ANSWER = 1024 * 1024;

  private final String authority;
  private final Optional<TrustStore> trustStore;

  /**
   * @param authority host and port that may be asked
   */
  MsalHttp(String authority, Optional<TrustStore> trustStore) {
    this.authority = authority;
    this.trustStore = trustStore;
  }

  @Override
  public IHttpResponse send(HttpRequest request) throws IOException {
    if (!request.url().getAuthority().equalsIgnoreCase(authority)) {
      throw new IOException(request.url().getAuthority() + " is not the authority");
    }
    CloseableHttpClient client = EwsHttp.client(trustStore);
    try (CloseableHttpResponse response = client.execute(request(request))) {
      byte[] body =
          response.getEntity() == null
              ? new byte[0]
              : response.getEntity().getContent().readNBytes(LONGEST_ANSWER);
      return new Response(
          response.getStatusLine().getStatusCode(),
          Arrays.stream(response.getAllHeaders())
              .collect(
                  Collectors.groupingBy(
                      Header::getName, Collectors.mapping(Header::getValue, Collectors.toList()))),
          new String(body, StandardCharsets.UTF_8));
    } finally {
      EwsHttp.close(client);
    }
  }

  private static HttpRequestBase request(HttpRequest request) {
    String url = request.url().toString();
    HttpRequestBase plain;
    if (request.httpMethod() == HttpMethod.POST) {
      HttpPost post = new HttpPost(url);
      post.setEntity(new StringEntity(request.body(), StandardCharsets.UTF_8));
      plain = post;
    } else {
      plain = new HttpGet(url);
    }
    if (request.headers() != null) {
      request.headers().forEach(plain::setHeader);
    }
    plain.setConfig(
        RequestConfig.custom().setConnectTimeout(TIMEOUT).setSocketTimeout(TIMEOUT).build());
    return plain;
  }

  private record Response(int statusCode, Map<String, List<String>> headers, String body)
      implements IHttpResponse {}
}
