package io.exchangesync.exchange.oab.download;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** The folder in which Exchange publishes address books. */
public interface DistributionPoint {

  /**
   * Asks for a file.
   *
   * @param name of a file in the folder, a plain name
   * @param headers of the request beside those of the sign-in
   * @return whatever status the server answers, to be closed
   * @throws IOException if there is no answer
   * @throws io.exchangesync.core.port.SyncException if the sign-in can't be made
   */
  Answer get(String name, Map<String, String> headers) throws IOException;

  /** An answer of which the body has not been read. */
  interface Answer extends Closeable {
    int status();

    Optional<String> header(String name);

    InputStream body() throws IOException;
  }
}
