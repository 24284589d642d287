package io.exchangesync.ejb.node;

import java.util.Locale;
import java.util.Objects;
import java.util.Random;

/**
 * Name of this server and of its present life.
 *
 * <p>A worker's name begins with both, so that a new life knows what an earlier one left behind.
 *
 * @param name the server's node name, at most 60 characters
 * @param boot differs with every start
 */
public record NodeIdentity(String name, String boot) {
  private static final int MOST = 60;

  public NodeIdentity {
    Objects.requireNonNull(boot);
    name = name.length() > MOST ? name.substring(0, MOST) : name;
  }

  /** The identity of a server that starts now. */
  static NodeIdentity ofThisStart(String nodeName) {
    return new NodeIdentity(
        nodeName.toLowerCase(Locale.ROOT), "%08x".formatted(new Random().nextInt()));
  }

  /** Name under which a worker claims mailboxes. */
  public String worker(String worker) {
    return name + "/" + boot + "/" + worker;
  }
}
