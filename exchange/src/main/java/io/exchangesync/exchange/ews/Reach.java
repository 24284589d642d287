package io.exchangesync.exchange.ews;

import io.exchangesync.core.port.SyncException;
import io.exchangesync.exchange.ews.ConnectionStep.Name;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.http.ssl.SSLContexts;

/** The way to a host, before anything is said to it: its name, its port, its certificate. */
final class Reach {
  private static final int LONGEST = 15_000;

  private Reach() {}

  /** Adds the steps that were tried; whether all of them are well. */
  static boolean check(EwsConnection connection, List<ConnectionStep> steps) {
    URI url = connection.url();
    boolean secure = "https".equalsIgnoreCase(url.getScheme());
    int port = url.getPort() > 0 ? url.getPort() : secure ? 443 : 80;
    String host = url.getHost();
    InetAddress address;
    try {
      address = InetAddress.getByName(host);
      steps.add(ConnectionStep.ok(Name.NAME_KNOWN, host + " is " + address.getHostAddress() + "."));
    } catch (UnknownHostException e) {
      steps.add(
          ConnectionStep.failed(
              Name.NAME_KNOWN,
              "The name " + host + " is not known.",
              "Correct the host name in the URL, or have it entered in DNS."));
      return false;
    }
    int timeout = (int) Math.min(LONGEST, connection.timeout().toMillis());
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), timeout);
      socket.setSoTimeout(timeout);
      steps.add(ConnectionStep.ok(Name.PORT_OPEN, "Port " + port + " answers."));
      if (!secure) {
        steps.add(ConnectionStep.ok(Name.CERTIFICATE, "None: the URL is on this computer itself."));
        return true;
      }
      return handshake(connection, socket, host, port, steps);
    } catch (IOException e) {
      steps.add(closed(host + ":" + port, e));
      return false;
    }
  }

  private static ConnectionStep closed(String place, IOException problem) {
    boolean silent = problem instanceof SocketTimeoutException;
    boolean refused = problem instanceof ConnectException && !silent;
    return ConnectionStep.failed(
        Name.PORT_OPEN,
        refused
            ? "Nothing listens at " + place + "."
            : silent
                ? place + " does not answer."
                : place + " can't be reached: " + problem.getMessage(),
        "Check the port in the URL, whether the server runs, and the firewall between.");
  }

  private static boolean handshake(
      EwsConnection connection, Socket plain, String host, int port, List<ConnectionStep> steps) {
    try {
      SSLContext context =
          connection.trustStore().map(TrustStore::context).orElseGet(SSLContexts::createDefault);
      try (SSLSocket socket =
          (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true)) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.2", "TLSv1.3"});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        steps.add(
            ConnectionStep.ok(
                Name.CERTIFICATE,
                "The certificate is trusted and names "
                    + host
                    + " ("
                    + socket.getSession().getProtocol()
                    + ")."));
        return true;
      }
    } catch (SyncException.MailboxFatal e) {
      steps.add(
          ConnectionStep.failed(
              Name.CERTIFICATE, e.getMessage(), "Correct the connection's trusted certificates."));
    } catch (SSLException e) {
      steps.add(untrusted(host, e));
    } catch (IOException e) {
      steps.add(
          ConnectionStep.failed(
              Name.CERTIFICATE,
              "The server broke off the secure connection: " + e.getMessage(),
              "Check that the port speaks TLS 1.2 or newer."));
    }
    return false;
  }

  private static ConnectionStep untrusted(String host, SSLException problem) {
    if (has(problem, CertificateExpiredException.class)
        || has(problem, CertificateNotYetValidException.class)) {
      return ConnectionStep.failed(
          Name.CERTIFICATE,
          "The server's certificate is not valid at this time.",
          "Renew the certificate of the server, or correct this server's clock.");
    }
    if (has(problem, CertPathBuilderException.class)) {
      return ConnectionStep.failed(
          Name.CERTIFICATE,
          "The server's certificate was issued by an authority that is not trusted.",
          "Give the authority's certificate in trustedCertificates.");
    }
    String said = String.valueOf(problem.getMessage());
    if (has(problem, CertificateException.class)
        && said.toLowerCase(Locale.ROOT).contains("name")) {
      return ConnectionStep.failed(
          Name.CERTIFICATE,
          "The server's certificate does not name " + host + ".",
          "Use a host name that is in the certificate, or have it renewed with this one.");
    }
    return ConnectionStep.failed(
        Name.CERTIFICATE,
        "No secure connection: " + said + ".",
        "Check that the port speaks TLS 1.2 or newer.");
  }

  private static boolean has(Throwable problem, Class<? extends Throwable> type) {
    for (Throwable t = problem; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return true;
      }
    }
    return false;
  }
}
