package io.exchangesync.exchange.ews;

import java.time.Duration;
import java.util.Optional;

/** One response message: what became of one item or folder of the request. */
record EwsMessage(XmlElement xml) {

  /** ResponseCode; NoError if it worked. */
  String code() {
    return xml.text("ResponseCode").orElse("NoError");
  }

  /** ResponseClass Success, or a Warning that is not about an unprocessed item. */
  boolean succeeded() {
    return !xml.attribute("ResponseClass").orElse("Success").equals("Error")
        && !code().equals("ErrorBatchProcessingStopped");
  }

  String text() {
    return xml.text("MessageText").orElse(code());
  }

  /** BackOffMilliseconds of MessageXml. */
  Optional<Duration> backOff() {
    return backOff(xml);
  }

  /** The first item of Items, whatever its element is called. */
  Optional<XmlElement> item() {
    return xml.child("Items").flatMap(items -> items.children().stream().findFirst());
  }

  static Optional<Duration> backOff(XmlElement holder) {
    return holder
        .find("MessageXml")
        .flatMap(
            details ->
                details.children().stream()
                    .filter(v -> v.attribute("Name").equals(Optional.of("BackOffMilliseconds")))
                    .map(v -> v.text().strip())
                    .filter(v -> v.matches("\\d{1,10}"))
                    .findFirst())
        .map(millis -> Duration.ofMillis(Long.parseLong(millis)));
  }
}
