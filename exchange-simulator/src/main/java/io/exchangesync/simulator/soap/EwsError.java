package io.exchangesync.simulator.soap;

import java.util.Map;

/** An error of one item or folder in a batch; it becomes one response message, never a fault. */
public final class EwsError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient Map<String, String> details;

  /**
   * @param code a value of ResponseCodeType
   * @param text what Exchange says to it
   */
  public EwsError(String code, String text) {
    this(code, text, Map.of());
  }

  /**
   * @param details named values of MessageXml, such as BackOffMilliseconds
   */
  public EwsError(String code, String text, Map<String, String> details) {
    super(text, null, false, false);
    this.code = code;
    this.details = Map.copyOf(details);
  }

  public String code() {
    return code;
  }

  public Map<String, String> details() {
    return details;
  }

  public static EwsError itemNotFound() {
    return new EwsError("ErrorItemNotFound", "The specified object was not found in the store.");
  }

  public static EwsError folderNotFound() {
    return new EwsError(
        "ErrorFolderNotFound", "The specified folder could not be found in the store.");
  }

  public static EwsError accessDenied() {
    return new EwsError("ErrorAccessDenied", "Access is denied. Check credentials and try again.");
  }

  public static EwsError malformedId() {
    return new EwsError("ErrorInvalidIdMalformed", "Id is malformed.");
  }

  public static EwsError nonExistentMailbox() {
    return new EwsError(
        "ErrorNonExistentMailbox", "The SMTP address has no mailbox associated with it.");
  }
}
