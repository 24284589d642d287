package io.exchangesync.simulator.store;

import java.util.List;
import java.util.Optional;

/** A stored property value; dates are kept as ISO-8601 UTC text, numbers as decimal text. */
public sealed interface Value
    permits Value.Text, Value.Texts, Value.Body, Value.Attendees, Value.Members, Value.Xml {

  /** One string, boolean, number, instant or base64 value. */
  record Text(String text) implements Value {}

  /** Several of them, in order. */
  record Texts(List<String> texts) implements Value {
    public Texts {
      texts = List.copyOf(texts);
    }
  }

  /** A body as it was written: its type and its content with CRLF line ends. */
  record Body(BodyType type, String content) implements Value {}

  /** The people of one attendee list, in order. */
  record Attendees(List<Attendee> people) implements Value {
    public Attendees {
      people = List.copyOf(people);
    }
  }

  /**
   * One invited person.
   *
   * @param response a value of ResponseTypeType
   * @param replied when the response came
   */
  record Attendee(String name, String smtp, String response, Optional<String> replied) {
    /** Somebody who has not replied. */
    public Attendee(String name, String smtp) {
      this(name, smtp, "Unknown", Optional.empty());
    }
  }

  /** The members of a distribution list, in order. */
  record Members(List<Member> list) implements Value {
    public Members {
      list = List.copyOf(list);
    }
  }

  /**
   * One member of a distribution list; what is unknown is empty.
   *
   * @param key names the member within its list
   * @param routing such as SMTP
   * @param mailboxType a value of MailboxTypeType
   * @param itemId of the contact or list it is
   * @param status a value of MemberStatusType
   */
  record Member(
      String key,
      String name,
      String smtp,
      String routing,
      String mailboxType,
      String itemId,
      String status) {}

  /** The children of an element as they were written, with prefix {@code t}. */
  record Xml(String fragment) implements Value {}

  /** What a body's content is. */
  enum BodyType {
    HTML,
    TEXT
  }

  static Value of(String text) {
    return new Text(text);
  }

  static Value of(boolean value) {
    return new Text(Boolean.toString(value));
  }
}
