package io.exchangesync.web.problem;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A problem document of RFC 9457; holds neither secrets nor stack traces.
 *
 * @param type names the kind of problem; a URI reference that need not be resolvable
 * @param detail what happened and what to do
 * @param instance the address that was asked
 * @param violations what is wrong with the input, one line each
 * @param id stands in the server's log beside the cause, if the cause is not the caller's
 */
@Schema(description = "RFC 9457 problem document")
public record Problem(
    @Schema(examples = "/problems/validation") URI type,
    @Schema(examples = "The request is not valid") String title,
    @Schema(examples = "400") int status,
    @Schema(examples = "Correct the values named in violations.") String detail,
    @Schema(examples = "/exchangesync/api/v1/mailboxes") String instance,
    Optional<List<Violation>> violations,
    Optional<String> id) {

  /** The media type of problem documents. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** One invalid value. */
  public record Violation(
      @Schema(examples = "address") String field,
      @Schema(examples = "must be an e-mail address") String message) {}

  public Problem {
    Objects.requireNonNull(type);
    Objects.requireNonNull(title);
    Objects.requireNonNull(detail);
    Objects.requireNonNull(instance);
    Objects.requireNonNull(violations);
    Objects.requireNonNull(id);
  }

  static Problem of(ProblemType type, String detail) {
    return new Problem(
        type.uri(), type.title(), type.status(), detail, "", Optional.empty(), Optional.empty());
  }

  Problem at(String where) {
    return new Problem(type, title, status, detail, where, violations, id);
  }

  Problem with(List<Violation> wrong) {
    return new Problem(type, title, status, detail, instance, Optional.of(wrong), id);
  }

  Problem logged(String logId) {
    return new Problem(type, title, status, detail, instance, violations, Optional.of(logId));
  }
}
