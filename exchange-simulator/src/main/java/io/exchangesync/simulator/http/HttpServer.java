package io.exchangesync.simulator.http;

import io.exchangesync.simulator.oab.AddressBooks;
import io.exchangesync.simulator.ops.Services;
import io.undertow.Undertow;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.server.handlers.PathHandler;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** The listeners and paths of the server. */
public final class HttpServer implements AutoCloseable {
  public static final String EWS_PATH = "/EWS/Exchange.asmx";
  private static final int WORKERS = 32;

  private final Undertow undertow;
  private final List<Integer> ports = new ArrayList<>();

  private HttpServer(Undertow undertow) {
    this.undertow = undertow;
  }

  /**
   * Starts to listen.
   *
   * @param port of HTTP; 0 takes a free one
   * @param httpsPort of HTTPS; 0 takes a free one
   */
  public static HttpServer start(
      String host,
      int port,
      Optional<Integer> httpsPort,
      Optional<SSLContext> tls,
      Services services,
      AddressBooks books) {
    PathHandler paths =
        new PathHandler(new BlockingHandler(new TokenHandler(services.oauth())))
            .addPrefixPath(EWS_PATH, new BlockingHandler(new EwsHandler(services)))
            .addPrefixPath("/ews/exchange.asmx", new BlockingHandler(new EwsHandler(services)))
            .addPrefixPath("/OAB", new BlockingHandler(new OabHandler(services, books)))
            .addPrefixPath("/oab", new BlockingHandler(new OabHandler(services, books)))
            .addPrefixPath("/control", new BlockingHandler(new ControlHandler(services)));
    Undertow.Builder builder =
        Undertow.builder().setWorkerThreads(WORKERS).setHandler(paths).addHttpListener(port, host);
    if (httpsPort.isPresent() && tls.isPresent()) {
      builder.addHttpsListener(httpsPort.get(), host, tls.get());
    }
    HttpServer server = new HttpServer(builder.build());
    server.undertow.start();
    for (Undertow.ListenerInfo listener : server.undertow.getListenerInfo()) {
      server.ports.add(((InetSocketAddress) listener.getAddress()).getPort());
    }
    return server;
  }

  public int port() {
    return ports.get(0);
  }

  public Optional<Integer> httpsPort() {
    return ports.size() > 1 ? Optional.of(ports.get(1)) : Optional.empty();
  }

  @Override
  public void close() {
    undertow.stop();
  }
}
