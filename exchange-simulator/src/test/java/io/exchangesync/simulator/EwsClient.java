package io.exchangesync.simulator;

import io.exchangesync.simulator.soap.Dom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Sends raw requests and checks both requests and answers against Microsoft's schemas. */
final class EwsClient {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI url;
  private final String authorization;
  private final String version;
  private final String impersonated;

  private EwsClient(URI url, String authorization, String version, String impersonated) {
    this.url = url;
    this.authorization = authorization;
    this.version = version;
    this.impersonated = impersonated;
  }

  static EwsClient basic(URI url, String user, String password) {
    String credentials =
        Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    return new EwsClient(url, "Basic " + credentials, "Exchange2010_SP2", "");
  }

  static EwsClient bearer(URI url, String token) {
    return new EwsClient(url, "Bearer " + token, "Exchange2010_SP2", "");
  }

  EwsClient version(String name) {
    return new EwsClient(url, authorization, name, impersonated);
  }

  EwsClient impersonating(String smtp) {
    return new EwsClient(url, authorization, version, smtp);
  }

  /** The response element of an operation; its request stands with prefixes m and t. */
  Element call(String operation) {
    HttpResponse<byte[]> response = send(operation);
    Element body = body(response.body());
    if (response.statusCode() != 200) {
      throw new AssertionError(
          response.statusCode() + ": " + new String(response.body(), StandardCharsets.UTF_8));
    }
    Element answer = Dom.children(body).get(0);
    EwsSchemas.check(answer);
    return answer;
  }

  /** The response code in the SOAP fault that answers the operation. */
  String fault(String operation) {
    HttpResponse<byte[]> response = send(operation);
    if (response.statusCode() != 500) {
      throw new AssertionError("no fault but " + response.statusCode());
    }
    return all(body(response.body()), "ResponseCode").get(0).getTextContent();
  }

  HttpResponse<byte[]> send(String operation) {
    String envelope =
        "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'"
            + " xmlns:m='http://schemas.microsoft.com/exchange/services/2006/messages'"
            + " xmlns:t='http://schemas.microsoft.com/exchange/services/2006/types'>"
            + "<s:Header><t:RequestServerVersion Version='"
            + version
            + "'/>"
            + (impersonated.isEmpty()
                ? ""
                : "<t:ExchangeImpersonation><t:ConnectingSID><t:SmtpAddress>"
                    + impersonated
                    + "</t:SmtpAddress></t:ConnectingSID></t:ExchangeImpersonation>")
            + "</s:Header><s:Body>"
            + operation
            + "</s:Body></s:Envelope>";
    EwsSchemas.check(Dom.children(body(envelope.getBytes(StandardCharsets.UTF_8))).get(0));
    return post(envelope);
  }

  HttpResponse<byte[]> post(String envelope) {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header("Authorization", authorization)
            .header("Content-Type", "text/xml; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(envelope))
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static Element body(byte[] envelope) {
    try {
      return Dom.child(Dom.parse(envelope).getDocumentElement(), "Body").orElseThrow();
    } catch (SAXException e) {
      throw new AssertionError(new String(envelope, StandardCharsets.UTF_8), e);
    }
  }

  /** All elements of that local name below. */
  static List<Element> all(Element root, String localName) {
    NodeList found = root.getElementsByTagNameNS("*", localName);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  /** The text of the only element of that name. */
  static String text(Element root, String localName) {
    List<Element> found = all(root, localName);
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " elements " + localName);
    }
    return found.get(0).getTextContent();
  }

  /** The response codes, in order. */
  static List<String> codes(Element response) {
    return all(response, "ResponseCode").stream().map(Element::getTextContent).toList();
  }
}
