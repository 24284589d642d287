package io.exchangesync.web.dto;

import io.exchangesync.exchange.ews.MailboxRight;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the product may do in a mailbox.
 *
 * @param complete whether everything can be read and written
 */
public record RightsDto(boolean complete, List<Right> rights) {

  /**
   * What it may do with one thing.
   *
   * @param shell lines of the Exchange Management Shell that mend what is missing
   */
  public record Right(
      MailboxRight.Thing thing,
      MailboxRight.Allowed read,
      MailboxRight.Allowed write,
      @Schema(examples = "The calendar can be read and written.") String text,
      Optional<List<String>> shell) {}

  public static RightsDto of(List<MailboxRight> rights) {
    return new RightsDto(
        rights.stream()
            .allMatch(
                right ->
                    right.read() == MailboxRight.Allowed.YES
                        && right.write() == MailboxRight.Allowed.YES),
        rights.stream()
            .map(
                right ->
                    new Right(
                        right.thing(),
                        right.read(),
                        right.write(),
                        right.text(),
                        Optional.of(right.shell()).filter(lines -> !lines.isEmpty())))
            .toList());
  }
}
