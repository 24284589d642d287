package io.exchangesync.exchange.ews;

import io.exchangesync.core.port.ItemProblem;
import io.exchangesync.core.port.SyncException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What has to happen next after an error of EWS; codes are those of ResponseCodeType. */
final class EwsErrors {
  private static final Set<String> NOT_FOUND =
      Set.of("ErrorItemNotFound", "ErrorInvalidIdNotAnItemAttachmentId");
  private static final Set<String> CHANGED =
      Set.of("ErrorIrresolvableConflict", "ErrorStaleObject", "ErrorChangeKeyRequired");
  private static final Set<String> TOKEN =
      Set.of(
          EwsHttpErrors.TOKEN_REFUSED,
          EwsHttpErrors.APP_WITHOUT_ROLE,
          EwsHttpErrors.TOKEN_FOR_OTHERS);
  private static final Set<String> SYNC_STATE =
      Set.of("ErrorInvalidSyncStateData", "ErrorSyncFolderNotFound");
  private static final Set<String> RETRIABLE =
      Set.of(
          "ErrorServerBusy",
          "ErrorTimeoutExpired",
          "ErrorTooManyObjectsOpened",
          "ErrorExceededConnectionCount",
          "ErrorMailboxStoreUnavailable",
          "ErrorMailboxMoveInProgress",
          "ErrorMailboxFailover",
          "ErrorInternalServerError",
          "ErrorInternalServerTransientError",
          "ErrorConnectionFailed",
          "ErrorConnectionFailedTransientError",
          "ErrorADUnavailable",
          "ErrorADOperation",
          "ErrorBatchProcessingStopped",
          "ErrorInsufficientResources",
          "ErrorNoRespondingCASInDestinationSite",
          "ErrorNotEnoughMemory",
          "ErrorProxyCallFailed",
          "ErrorProxyRequestProcessingFailed",
          "ErrorRequestAborted");

  /** What the administrator has to do, by code. */
  private static final Map<String, String> FATAL =
      Map.ofEntries(
          Map.entry(
              "ErrorImpersonateUserDenied",
              "Give the account the management role ApplicationImpersonation with a scope that"
                  + " holds this mailbox."),
          Map.entry(
              "ErrorImpersonationDenied",
              "Give the account the management role ApplicationImpersonation with a scope that"
                  + " holds this mailbox."),
          Map.entry(
              "ErrorImpersonationFailed",
              "Check that the account may impersonate and that the mailbox is enabled."),
          Map.entry(
              "ErrorNonExistentMailbox",
              "Check the address: Exchange knows no mailbox with it at this URL."),
          Map.entry(
              "ErrorInvalidSmtpAddress", "Check the address: Exchange does not accept its form."),
          Map.entry(
              "ErrorMissingEmailAddress", "The account needs a mailbox, or use impersonation."),
          Map.entry(
              "ErrorAccessDenied",
              "Give the account Full Access (or Editor on the folders that are synchronized), or use"
                  + " impersonation."),
          Map.entry(
              "ErrorFolderNotFound",
              "Check that the mailbox has its default folders and that the account may see them."),
          Map.entry("ErrorAccountDisabled", "Enable the mailbox's account, or unlink it."),
          Map.entry(
              "ErrorMailboxMoved",
              "The mailbox lives elsewhere now: choose the connection that reaches it."),
          Map.entry("ErrorQuotaExceeded", "The mailbox is full: free space or raise its quota."),
          Map.entry(
              "ErrorInvalidServerVersion", "Exchange 2010 SP2 or newer is needed at this URL."),
          Map.entry(
              EwsHttpErrors.APP_WITHOUT_ROLE,
              "Add the application permission full_access_as_app of Office 365 Exchange Online to"
                  + " the application and grant admin consent."),
          Map.entry(
              EwsHttpErrors.TOKEN_FOR_OTHERS,
              "Correct the scope: it names the host of the EWS URL, such as"
                  + " https://outlook.office365.com/.default."),
          Map.entry("ErrorLogonFailure", "Check user name and password of the connection."));

  private EwsErrors() {}

  /** The problem of one item of a batch. */
  static ItemProblem itemProblem(String code, String message, Optional<Duration> backOff) {
    return CalendarErrors.problem(code, message)
        .orElseGet(() -> new ItemProblem(itemType(code), code, message, backOff));
  }

  /** Whether an error of one item concerns the whole mailbox, so that the batch is given up. */
  static boolean concernsMailbox(String code) {
    return FATAL.containsKey(code)
        && !code.equals("ErrorAccessDenied")
        && !code.equals("ErrorFolderNotFound");
  }

  /** The failure of a whole request, as the engine wants it; its cause is that of the failure. */
  static SyncException syncException(EwsFailure failure) {
    String text = failure.getMessage();
    Throwable cause = failure.getCause();
    if (isRetriable(failure)) {
      return new SyncException.Retriable(text, failure.backOff(), cause);
    }
    if (SYNC_STATE.contains(failure.code())) {
      return new SyncException.SyncStateInvalid(text, cause);
    }
    String remedy = FATAL.get(failure.code());
    if (TOKEN.contains(failure.code())) {
      return new SyncException.NeedsConsent(remedy == null ? text : text + " " + remedy, cause);
    }
    return new SyncException.MailboxFatal(remedy == null ? text : text + " " + remedy, cause);
  }

  /** What to do about a code; empty if it is not a matter of settings. */
  static Optional<String> remedy(String code) {
    return Optional.ofNullable(FATAL.get(code));
  }

  private static boolean isRetriable(EwsFailure failure) {
    return switch (failure.stage()) {
      case TRANSPORT, UNREADABLE -> true;
      case TLS -> false;
      case HTTP -> EwsHttpErrors.isRetriable(failure.code());
      case EWS -> RETRIABLE.contains(failure.code()) || failure.backOff().isPresent();
    };
  }

  private static ItemProblem.Type itemType(String code) {
    if (NOT_FOUND.contains(code)) {
      return ItemProblem.Type.NOT_FOUND;
    }
    if (CHANGED.contains(code)) {
      return ItemProblem.Type.CHANGED_MEANWHILE;
    }
    return RETRIABLE.contains(code) ? ItemProblem.Type.RETRIABLE : ItemProblem.Type.FATAL;
  }
}
