package io.exchangesync.simulator.soap;

import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * One request, taken apart: the operation element, the version asked for, the mailbox to
 * impersonate and the zone of dates without offset.
 *
 * @param operation the element in the SOAP body
 * @param impersonated the address of ExchangeImpersonation
 * @param zoneId the Windows name in TimeZoneContext
 */
public record SoapRequest(
    Element operation, Version version, Optional<String> impersonated, Optional<String> zoneId) {

  public String name() {
    return operation.getLocalName();
  }

  /**
   * @throws SoapFault when it is no SOAP request this server can read
   */
  public static SoapRequest parse(byte[] bytes) {
    Document document;
    try {
      document = Dom.parse(bytes);
    } catch (SAXException e) {
      throw SoapFault.schema(e.getMessage());
    }
    Element envelope = document.getDocumentElement();
    if (!"Envelope".equals(envelope.getLocalName())
        || !Ns.SOAP.equals(envelope.getNamespaceURI())) {
      throw SoapFault.schema("the root is no SOAP envelope.");
    }
    Optional<Element> header = Dom.child(envelope, "Header");
    Element operation =
        Dom.children(Dom.required(envelope, "Body")).stream()
            .findFirst()
            .orElseThrow(() -> SoapFault.schema("the body is empty."));
    if (!Ns.MESSAGES.equals(operation.getNamespaceURI())) {
      throw SoapFault.schema("'" + operation.getNodeName() + "' is not expected in the body.");
    }
    return new SoapRequest(
        operation,
        header
            .flatMap(h -> Dom.child(h, "RequestServerVersion"))
            .map(v -> Version.named(v.getAttribute("Version")))
            .orElse(Version.EXCHANGE_2007),
        header.flatMap(h -> Dom.child(h, "ExchangeImpersonation")).map(SoapRequest::impersonated),
        header
            .flatMap(h -> Dom.child(h, "TimeZoneContext"))
            .flatMap(c -> Dom.child(c, "TimeZoneDefinition"))
            .flatMap(d -> Dom.attribute(d, "Id")));
  }

  private static String impersonated(Element impersonation) {
    Element sid = Dom.required(impersonation, "ConnectingSID");
    return Dom.text(sid, "SmtpAddress")
        .or(() -> Dom.text(sid, "PrimarySmtpAddress"))
        .or(() -> Dom.text(sid, "PrincipalName"))
        .orElseThrow(
            () ->
                new SoapFault(
                    "ErrorImpersonationFailed",
                    "Exchange Web Services are not currently available for this request because"
                        + " the SID names no account of this server."));
  }
}
