package io.exchangesync.exchange.ews;

import io.exchangesync.core.port.SyncException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
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
final class EwsHttp {
  private static final int MOST_SOCKETS = 20;

  private EwsHttp() {}

  static CloseableHttpClient client(Optional<TrustStore> trustStore) {
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

  static void close(CloseableHttpClient client) {
    try {
      client.close();
    } catch (IOException alreadyBroken) {
      // sockets that can't be closed are closed
    }
  }

  private static SSLConnectionSocketFactory tls(Optional<TrustStore> trustStore) {
    return new SSLConnectionSocketFactory(
        trustStore.map(EwsHttp::context).orElseGet(SSLContexts::createDefault),
        new String[] {"TLSv1.2", "TLSv1.3"},
        null,
        SSLConnectionSocketFactory.getDefaultHostnameVerifier());
  }

  private static SSLContext context(TrustStore store) {
    try (InputStream in = Files.newInputStream(store.file())) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, store.password().toCharArray());
      return SSLContexts.custom().loadTrustMaterial(keys, null).build();
    } catch (IOException | GeneralSecurityException e) {
      throw new SyncException.MailboxFatal(
          "The trust store " + store.file() + " can't be read: check the file and its password", e);
    }
  }
}
