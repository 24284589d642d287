package io.exchangesync.ejb.node;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Takes the name the server was given ({@code jboss.node.name}). */
@ApplicationScoped
public class NodeIdentityProducer {
  private static final String PROPERTY = "jboss.node.name";

  @Produces
  @Singleton
  public NodeIdentity identity() {
    return NodeIdentity.ofThisStart(System.getProperty(PROPERTY, "exchangesync"));
  }
}
