package io.exchangesync.exchange.auth;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which authorities an application's secret may be shown to: Microsoft's own of all clouds, and
 * those the server's configuration names. Nobody can add one through the admin API.
 */
public final class Authorities {
  private static final Set<String> MICROSOFT =
      Set.of(
          "login.microsoftonline.com",
          "login.microsoftonline.us",
          "login.partner.microsoftonline.cn",
          "login.chinacloudapi.cn");
  private static final Set<String> NO_TENANT = Set.of("common", "organizations", "consumers");
  private static final Pattern TENANT = Pattern.compile("/([A-Za-z0-9][A-Za-z0-9.-]*)/?");

  private final Set<String> trusted;

  /**
   * @param trusted further hosts, each with its port unless that is 443
   */
  public Authorities(Set<String> trusted) {
    this.trusted =
        trusted.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /** Those of a list such as {@code adfs.example.com, localhost:8443}; "" adds none. */
  public static Authorities trusting(String list) {
    return new Authorities(
        Arrays.stream(list.split("[,\\s]+"))
            .filter(host -> !host.isEmpty())
            .collect(Collectors.toSet()));
  }

  /**
   * The authority if it may be used.
   *
   * @throws IllegalArgumentException with a text for the administrator
   */
  public URI checked(URI authority) {
    if (!"https".equalsIgnoreCase(authority.getScheme())
        || authority.getHost() == null
        || authority.getUserInfo() != null
        || authority.getRawQuery() != null
        || authority.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "The authority must look like https://login.microsoftonline.com/contoso.com");
    }
    var tenant = TENANT.matcher(authority.getPath());
    if (!tenant.matches() || NO_TENANT.contains(tenant.group(1).toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "The authority must name the tenant, by its id or a domain name:"
              + " https://login.microsoftonline.com/contoso.com");
    }
    if (!isMicrosoft(authority) && !trusted.contains(place(authority))) {
      throw new IllegalArgumentException(
          place(authority)
              + " is no authority of Microsoft's clouds ("
              + MICROSOFT.stream().sorted().collect(Collectors.joining(", "))
              + "). If it is your own, name it in the server's setting"
              + " EXSYNC_TRUSTED_AUTHORITIES.");
    }
    return authority;
  }

  /** Whether it is one of Microsoft's, whose instance MSAL4J knows. */
  static boolean isMicrosoft(URI authority) {
    return MICROSOFT.contains(place(authority));
  }

  private static String place(URI authority) {
    String host = authority.getHost().toLowerCase(Locale.ROOT);
    int port = authority.getPort();
    return port < 0 || port == 443 ? host : host + ":" + port;
  }
}
