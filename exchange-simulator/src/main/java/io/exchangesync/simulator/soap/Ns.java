package io.exchangesync.simulator.soap;

/** The XML namespaces of Exchange Web Services, with the prefixes that every answer uses. */
public final class Ns {
  public static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

  /** Prefix {@code t} in answers. */
  public static final String TYPES = "http://schemas.microsoft.com/exchange/services/2006/types";

  /** Prefix {@code m} in answers. */
  public static final String MESSAGES =
      "http://schemas.microsoft.com/exchange/services/2006/messages";

  public static final String ERRORS = "http://schemas.microsoft.com/exchange/services/2006/errors";

  private Ns() {}
}
