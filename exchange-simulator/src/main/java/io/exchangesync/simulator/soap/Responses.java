package io.exchangesync.simulator.soap;

import java.util.List;
import java.util.function.Consumer;

/** Writes the response messages of an operation: one per element of the request, in its order. */
public final class Responses {
  private Responses() {}

  /**
   * @param operation the operation's name, such as GetItem
   * @param errorTail what the schema demands in an error message too
   */
  public static <T> void batch(
      XmlOut out, String operation, List<T> requests, String errorTail, Consumer<T> each) {
    out.open("m:" + operation + "Response").open("m:ResponseMessages");
    for (T request : requests) {
      message(out, operation, errorTail, () -> each.accept(request));
    }
    out.close("m:ResponseMessages").close("m:" + operation + "Response");
  }

  public static void single(XmlOut out, String operation, String errorTail, Runnable content) {
    batch(out, operation, List.of(content), errorTail, Runnable::run);
  }

  /** A message of class Warning: it has its content and a code that is no error. */
  public static void warning(
      XmlOut out, String operation, String code, String text, Runnable content) {
    String element = "m:" + operation + "ResponseMessage";
    out.open("m:" + operation + "Response").open("m:ResponseMessages");
    out.open(element, "ResponseClass", "Warning")
        .text("m:MessageText", text)
        .text("m:ResponseCode", code)
        .text("m:DescriptiveLinkKey", "0");
    content.run();
    out.close(element).close("m:ResponseMessages").close("m:" + operation + "Response");
  }

  private static void message(XmlOut out, String operation, String errorTail, Runnable content) {
    String element = "m:" + operation + "ResponseMessage";
    int mark = out.mark();
    out.open(element, "ResponseClass", "Success").text("m:ResponseCode", "NoError");
    try {
      content.run();
    } catch (EwsError error) {
      out.rewind(mark);
      out.open(element, "ResponseClass", "Error")
          .text("m:MessageText", error.getMessage())
          .text("m:ResponseCode", error.code())
          .text("m:DescriptiveLinkKey", "0");
      if (!error.details().isEmpty()) {
        out.open("m:MessageXml");
        Envelope.details(out, error.details());
        out.close("m:MessageXml");
      }
      out.raw(errorTail);
    }
    out.close(element);
  }
}
