package io.exchangesync.exchange.ews;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.http.config.Registry;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.ssl.SSLContexts;

/**
 * An HTTP client for connections with the same trusted authorities: TLS 1.2 or newer with host
 * names checked, no redirects, and no silent second try, because a write may have taken effect.
 */
public final class EwsHttp {
  private static final int MOST_SOCKETS = 20;

  private EwsHttp() {}

  /**
   * A client to be closed.
   *
   * @throws io.exchangesync.core.port.SyncException.MailboxFatal if the trust store can't be read
   */
  public static CloseableHttpClient client(Optional<TrustStore> trustStore) {
    Registry<ConnectionSocketFactory> sockets =
        RegistryBuilder.<ConnectionSocketFactory>create()
            .register("http", PlainConnectionSocketFactory.getSocketFactory())
            .register("https", tls(trustStore))
            .build();
    PoolingHttpClientConnectionManager pool =
        new PoolingHttpClientConnectionManager(sockets, null, null, null, 5, TimeUnit.MINUTES);
    pool.setMaxTotal(MOST_SOCKETS);
    pool.setDefaultMaxPerRoute(MOST_SOCKETS);
    pool.setValidateAfterInactivity(500);
    return HttpClients.custom()
        .setConnectionManager(pool)
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableAuthCaching()
        .disableContentCompression()
        .build();
  }

  /** Closes a client and its sockets. */
  public static void close(CloseableHttpClient client) {
    try {
      client.close();
    } catch (IOException alreadyBroken) {
      // sockets that can't be closed are closed
    }
  }

  private static SSLConnectionSocketFactory tls(Optional<TrustStore> trustStore) {
    return new SSLConnectionSocketFactory(
        trustStore.map(TrustStore::context).orElseGet(SSLContexts::createDefault),
        new String[] {"TLSv1.2", "TLSv1.3"},
        null,
        SSLConnectionSocketFactory.getDefaultHostnameVerifier());
  }
}
