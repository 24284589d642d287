package io.exchangesync.simulator.oauth;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/**
 * An application that is registered with a tenant.
 *
 * @param tenant the directory, a GUID or a domain name
 * @param secrets each of them signs in, so that a new one can be made before the old one ends
 * @param certificates likewise, for client assertions
 * @param roles application permissions, such as full_access_as_app
 */
public record Application(
    String tenant,
    String clientId,
    Set<String> secrets,
    List<X509Certificate> certificates,
    Set<String> roles) {
  /** The application permission that EWS asks for. */
  public static final String FULL_ACCESS = "full_access_as_app";

  public Application {
    secrets = Set.copyOf(secrets);
    certificates = List.copyOf(certificates);
    roles = Set.copyOf(roles);
  }

  /** One that may work in all mailboxes. */
  public static Application withSecret(String tenant, String clientId, String secret) {
    return new Application(tenant, clientId, Set.of(secret), List.of(), Set.of(FULL_ACCESS));
  }

  /** One that may work in all mailboxes and signs its requests. */
  public static Application withCertificate(
      String tenant, String clientId, X509Certificate certificate) {
    return new Application(tenant, clientId, Set.of(), List.of(certificate), Set.of(FULL_ACCESS));
  }

  public Application withRoles(Set<String> others) {
    return new Application(tenant, clientId, secrets, certificates, others);
  }

  public Application withSecrets(Set<String> others) {
    return new Application(tenant, clientId, others, certificates, roles);
  }
}
