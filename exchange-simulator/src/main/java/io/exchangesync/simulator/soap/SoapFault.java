package io.exchangesync.simulator.soap;

import java.util.Map;

/** An error of a whole request; it becomes a SOAP fault with Exchange's detail and HTTP 500. */
public final class SoapFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient Map<String, String> details;

  /**
   * @param code a value of ResponseCodeType
   * @param details named values of MessageXml, such as BackOffMilliseconds
   */
  public SoapFault(String code, String text, Map<String, String> details) {
    super(text, null, false, false);
    this.code = code;
    this.details = Map.copyOf(details);
  }

  public SoapFault(String code, String text) {
    this(code, text, Map.of());
  }

  public String code() {
    return code;
  }

  public Map<String, String> details() {
    return details;
  }

  public static SoapFault schema(String why) {
    return new SoapFault("ErrorSchemaValidation", "The request failed schema validation: " + why);
  }

  public static SoapFault invalidRequest(String why) {
    return new SoapFault("ErrorInvalidRequest", "The request is invalid. " + why);
  }
}
