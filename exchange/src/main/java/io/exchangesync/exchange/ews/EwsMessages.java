package io.exchangesync.exchange.ews;

import io.exchangesync.core.port.Answer;
import io.exchangesync.core.port.ItemProblem;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Response messages paired with what was asked: one answer for each, in the same order. */
final class EwsMessages {
  private EwsMessages() {}

  /**
   * Reads each message by itself, so that one that can't be understood fails its item only.
   *
   * @param unreadable what a message means that can't be understood
   * @throws EwsFailure if an error concerns the mailbox or the whole request
   */
  static <Q, T> List<Answer<T>> answers(
      EwsAnswer answer,
      List<Q> questions,
      ItemProblem.Type unreadable,
      Function<EwsMessage, T> result) {
    List<EwsMessage> messages = answer.messages().stream().map(EwsMessage::new).toList();
    if (messages.size() == 1 && questions.size() > 1 && !messages.get(0).succeeded()) {
      throw failure(messages.get(0));
    }
    List<Answer<T>> answers = new ArrayList<>(questions.size());
    for (int i = 0; i < questions.size(); i++) {
      answers.add(i < messages.size() ? one(messages.get(i), unreadable, result) : unanswered());
    }
    return answers;
  }

  /**
   * The message of a request about one folder.
   *
   * @throws EwsFailure if it is an error
   */
  static EwsMessage single(EwsAnswer answer) {
    if (answer.messages().isEmpty()) {
      throw new EwsFailure(
          EwsFailure.Stage.UNREADABLE,
          "NoAnswer",
          "The answer holds no response message",
          Optional.empty(),
          null);
    }
    EwsMessage message = new EwsMessage(answer.messages().get(0));
    if (!message.succeeded()) {
      throw failure(message);
    }
    return message;
  }

  static <T> Answer<T> failed(ItemProblem.Type type, String code, String text) {
    return new Answer.Failed<>(new ItemProblem(type, code, text, Optional.empty()));
  }

  private static <T> Answer<T> one(
      EwsMessage message, ItemProblem.Type unreadable, Function<EwsMessage, T> result) {
    if (!message.succeeded()) {
      if (EwsErrors.concernsMailbox(message.code())) {
        throw failure(message);
      }
      return new Answer.Failed<>(
          EwsErrors.itemProblem(message.code(), message.text(), message.backOff()));
    }
    try {
      return new Answer.Ok<>(result.apply(message));
    } catch (Values.Unknown e) {
      return failed(unreadable, "Unreadable", e.getMessage());
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      return failed(unreadable, "Unreadable", e.toString());
    }
  }

  private static EwsFailure failure(EwsMessage message) {
    return new EwsFailure(
        EwsFailure.Stage.EWS,
        message.code(),
        "Exchange answered " + message.code() + ": " + message.text(),
        message.backOff(),
        null);
  }

  private static <T> Answer<T> unanswered() {
    return failed(ItemProblem.Type.RETRIABLE, "NoAnswer", "Exchange did not answer for this item");
  }
}
