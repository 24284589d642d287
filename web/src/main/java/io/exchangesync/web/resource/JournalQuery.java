package io.exchangesync.web.resource;

import io.exchangesync.core.model.Kind;
import io.exchangesync.ejb.admin.AdminException;
import io.exchangesync.ejb.store.JournalQueries;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which journal entries are asked for. */
public class JournalQuery {
  @Parameter(description = "Id of the job execution")
  @QueryParam("run")
  @Positive Long run;

  @Parameter(description = "Id of the linked mailbox")
  @QueryParam("mailbox")
  @Positive Integer mailbox;

  @Parameter(description = "What of: appointments, tasks, contacts")
  @QueryParam("kind")
  Kind kind;

  @Parameter(description = "appointment.appointment_id in SuperOffice")
  @QueryParam("recordId")
  @Positive Integer recordId;

  @Parameter(description = "Key of the link")
  @QueryParam("link")
  @Positive Integer link;

  @Parameter(description = "From this moment on, such as 2026-11-22T08:00:00Z")
  @QueryParam("from")
  String from;

  @Parameter(description = "Before this moment, such as 2026-11-23T00:00:00Z")
  @QueryParam("to")
  String to;

  /**
   * @throws AdminException.Rejected if a moment is not one
   */
  JournalQueries.Filter filter() {
    return new JournalQueries.Filter(
        Optional.ofNullable(run),
        Optional.ofNullable(mailbox),
        Optional.ofNullable(kind),
        Optional.ofNullable(link),
        Optional.ofNullable(recordId),
        moment("from", from),
        moment("to", to));
  }

  private static Optional<Instant> moment(String name, String text) {
    try {
      return Optional.ofNullable(text).map(Instant::parse);
    } catch (DateTimeParseException e) {
      throw new AdminException.Rejected(name, "must be a moment such as 2026-11-22T08:00:00Z");
    }
  }
}
