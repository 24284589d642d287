package io.exchangesync.web.audit;

import io.exchangesync.web.Role;
import io.exchangesync.web.json.Confidential;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;

/** Who asks, and what they may see. */
@RequestScoped
public class Caller {
  @Inject HttpServletRequest request;

  /** The name they signed in with. */
  public String name() {
    Principal principal = request.getUserPrincipal();
    return principal == null ? "nobody" : principal.getName();
  }

  /** Whether the text of private items is shown to them (invariant I10). */
  public Confidential reader() {
    return request.isUserInRole(Role.ADMINISTRATOR) ? Confidential.SHOWN : Confidential.HIDDEN;
  }
}
