package io.exchangesync.simulator.ops;

import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.Responses;
import io.exchangesync.simulator.store.Ids;

/** Checks ids of the web services' own format and gives them back; it knows no other format. */
final class ConvertId implements Operation {
  @Override
  public String name() {
    return "ConvertId";
  }

  @Override
  public void answer(Call call) {
    String format = call.requiredAttribute("DestinationFormat");
    Responses.batch(
        call.out(),
        name(),
        Dom.children(call.required("SourceIds")),
        "",
        source -> {
          String id = source.getAttribute("Id");
          if (Ids.decode(id).isEmpty()) {
            throw EwsError.malformedId();
          }
          if (!format.equals("EwsId") || !source.getAttribute("Format").equals("EwsId")) {
            throw new EwsError(
                "ErrorUnsupportedTypeForConversion", "Only ids of the format EwsId are known.");
          }
          call.out()
              .empty(
                  "m:AlternateId",
                  "xmlns:xsi",
                  "http://www.w3.org/2001/XMLSchema-instance",
                  "xsi:type",
                  "t:AlternateIdType",
                  "Format",
                  format,
                  "Id",
                  id,
                  "Mailbox",
                  source.getAttribute("Mailbox"));
        });
  }
}
