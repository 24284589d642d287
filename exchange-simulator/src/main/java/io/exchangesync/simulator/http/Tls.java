package io.exchangesync.simulator.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The certificate of HTTPS: from a given key store, or a self-signed one made at first start. */
public final class Tls {
  /** The key store that is made in the data folder; clients can trust it as it is. */
  public static final String MADE_KEY_STORE = "simulator.p12";

  private Tls() {}

  /**
   * @param given PKCS12 key store to use
   * @param data folder in which one is made otherwise
   */
  public static SSLContext context(Optional<Path> given, Path data, String password, String host) {
    Path file = given.orElseGet(() -> make(data.resolve(MADE_KEY_STORE), password, host));
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, password.toCharArray());
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(keys, password.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(factory.getKeyManagers(), null, null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("the key store " + file + " cannot be used", e);
    }
  }

  private static Path make(Path file, String password, String host) {
    if (Files.exists(file)) {
      return file;
    }
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> command =
        List.of(
            keytool,
            "-genkeypair",
            "-alias",
            "simulator",
            "-keyalg",
            "RSA",
            "-keysize",
            "2048",
            "-validity",
            "3650",
            "-dname",
            "CN=localhost",
            "-ext",
            "SAN=dns:localhost,ip:127.0.0.1" + also(host),
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            password);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes());
      if (process.waitFor() != 0) {
        throw new IllegalStateException("keytool failed: " + said);
      }
      return file;
    } catch (IOException e) {
      throw new IllegalStateException("keytool of the JDK cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while keytool ran", e);
    }
  }

  private static String also(String host) {
    boolean named = host.matches("[A-Za-z][A-Za-z0-9.-]*") && !host.equals("localhost");
    return named ? ",dns:" + host : "";
  }
}
