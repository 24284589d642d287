package io.exchangesync.core.mapping;

import io.exchangesync.core.mapping.FieldMerge.Conflict;
import io.exchangesync.core.mapping.FieldMerge.Question;
import io.exchangesync.core.mapping.FieldMerge.Result;
import io.exchangesync.core.model.Base;
import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import io.exchangesync.core.model.Meeting.Response;
import java.util.Optional;
import java.util.function.Function;

/** Merges a reply: one that was given wins over one that is still asked for. */
final class ResponseMerge {
  private static final String UNANSWERED = Response.NONE.name();

  private ResponseMerge() {}

  /** Empty unless both sides changed and one of them has no reply: then as any other field. */
  static Optional<Result> merge(Question question) {
    Optional<String> crm = question.crm().get(Field.RESPONSE);
    Optional<String> mailbox = question.mailbox().get(Field.RESPONSE);
    boolean bothChanged =
        changed(question, crm, Base::crm) && changed(question, mailbox, Base::mailbox);
    if (!bothChanged || crm.isEmpty() || mailbox.isEmpty() || crm.equals(mailbox)) {
      return Optional.empty();
    }
    if (crm.get().equals(UNANSWERED)) {
      return Optional.of(new Result(mailbox, Optional.empty(), Conflict.NONE, ""));
    }
    return mailbox.get().equals(UNANSWERED)
        ? Optional.of(new Result(Optional.empty(), crm, Conflict.NONE, ""))
        : Optional.empty();
  }

  private static boolean changed(
      Question question, Optional<String> now, Function<Base, FieldValues> side) {
    return question.base().map(side).filter(then -> then.get(Field.RESPONSE).equals(now)).isEmpty();
  }
}
