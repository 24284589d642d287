package io.exchangesync.simulator.oauth;

import java.time.Instant;
import java.util.Set;

/**
 * What the authorization server knows of a token it gave out.
 *
 * @param audience the resource it is for, without a closing slash
 * @param expires from then on it is refused [UTC]
 */
public record IssuedToken(String clientId, String audience, Set<String> roles, Instant expires) {
  public IssuedToken {
    roles = Set.copyOf(roles);
  }

  IssuedToken expiringAt(Instant moment) {
    return new IssuedToken(clientId, audience, roles, moment);
  }
}
