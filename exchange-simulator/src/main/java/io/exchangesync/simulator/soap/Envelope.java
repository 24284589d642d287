package io.exchangesync.simulator.soap;

import java.util.Map;
import java.util.function.Consumer;

/** Writes the SOAP frame around answers and faults, with the version header of an Exchange 2016. */
public final class Envelope {
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

  private Envelope() {}

  public static byte[] answer(Consumer<XmlOut> body) {
    XmlOut out = new XmlOut();
    out.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>")
        .open("s:Envelope", "xmlns:s", Ns.SOAP)
        .open("s:Header")
        .empty(
            "h:ServerVersionInfo",
            "MajorVersion",
            "15",
            "MinorVersion",
            "1",
            "MajorBuildNumber",
            "2507",
            "MinorBuildNumber",
            "6",
            "Version",
            "V2017_07_11",
            "xmlns:h",
            Ns.TYPES)
        .close("s:Header")
        .open("s:Body", "xmlns:m", Ns.MESSAGES, "xmlns:t", Ns.TYPES, "xmlns:xsi", XSI);
    body.accept(out);
    return out.close("s:Body").close("s:Envelope").toBytes();
  }

  public static byte[] fault(SoapFault fault) {
    return answer(
        out -> {
          out.open("s:Fault")
              .text("faultcode", "t:" + fault.code())
              .text("faultstring", fault.getMessage(), "xml:lang", "en-US")
              .open("detail")
              .text("e:ResponseCode", fault.code(), "xmlns:e", Ns.ERRORS)
              .text("e:Message", fault.getMessage(), "xmlns:e", Ns.ERRORS);
          if (!fault.details().isEmpty()) {
            out.open("t:MessageXml");
            details(out, fault.details());
            out.close("t:MessageXml");
          }
          out.close("detail").close("s:Fault");
        });
  }

  /** The named values inside MessageXml. */
  static void details(XmlOut out, Map<String, String> details) {
    details.forEach((name, value) -> out.text("t:Value", value, "Name", name));
  }
}
