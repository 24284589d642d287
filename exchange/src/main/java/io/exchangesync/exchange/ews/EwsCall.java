package io.exchangesync.exchange.ews;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.xml.stream.XMLStreamException;
import microsoft.exchange.webservices.data.core.EwsServiceXmlReader;
import microsoft.exchange.webservices.data.core.EwsServiceXmlWriter;
import microsoft.exchange.webservices.data.core.enumeration.misc.ExchangeVersion;
import microsoft.exchange.webservices.data.core.exception.http.EWSHttpException;
import microsoft.exchange.webservices.data.core.request.HttpWebRequest;
import microsoft.exchange.webservices.data.core.request.SimpleServiceRequestBase;

/**
 * One request: the library writes the envelope and carries it, the answer is read here.
 *
 * <p>The library's own reading fails a whole answer for one character, enumeration value or
 * response code it does not know; ours leaves the rest of the answer usable.
 */
final class EwsCall extends SimpleServiceRequestBase<EwsAnswer> {
  private static final long LONGEST_ANSWER = 64L * 1024 * 1024;
  private static final int SLOWEST_ANSWER = 5;
  private static final List<String> DIAGNOSTIC_HEADERS =
      List.of("request-id", "X-FEServer", "X-TargetBEServer", "X-DiagInfo", "x-ms-diagnostics");

  private final EwsService service;
  private final EwsOperation operation;

  private EwsCall(EwsService service, EwsOperation operation) throws Exception {
    super(service);
    this.service = service;
    this.operation = operation;
  }

  /**
   * Sends the operation and reads its answer, which is not a fault.
   *
   * <p>A call whose access token is refused is made once more with a new one: HTTP 401 says that
   * nothing of it was carried out. Any other failure leaves that open, and the call is not
   * repeated.
   *
   * @throws EwsFailure if there is no such answer
   */
  static EwsAnswer send(EwsService service, EwsOperation operation) {
    try {
      return once(service, operation);
    } catch (EwsFailure e) {
      if (!e.code().equals(EwsHttpErrors.TOKEN_REFUSED) || !service.replaceToken()) {
        throw e;
      }
      return once(service, operation);
    }
  }

  private static EwsAnswer once(EwsService service, EwsOperation operation) {
    String requestId = service.nextRequest();
    HttpWebRequest request = null;
    try {
      EwsCall call = new EwsCall(service, operation);
      request = call.buildEwsHttpWebRequest();
      call.write(request);
      request.executeRequest();
      return call.answer(request);
    } catch (IllegalStateException closed) {
      throw failure(EwsFailure.Stage.TRANSPORT, closed.getMessage(), closed, requestId);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      if (isCertificateProblem(e)) {
        throw failure(EwsFailure.Stage.TLS, tlsText(e), e, requestId);
      }
      throw failure(EwsFailure.Stage.TRANSPORT, "No answer from Exchange: " + e, e, requestId);
    } finally {
      close(request);
    }
  }

  @Override
  public String getXmlElementName() {
    return operation.name();
  }

  @Override
  protected String getResponseXmlElementName() {
    return operation.name() + "Response";
  }

  @Override
  protected ExchangeVersion getMinimumRequiredServerVersion() {
    return ExchangeVersion.Exchange2007_SP1;
  }

  /** The envelope is written once the request is built. */
  @Override
  protected void writeToXml(EwsServiceXmlWriter writer) {}

  private void write(HttpWebRequest request) throws Exception {
    RequestBytes envelope = new RequestBytes();
    super.writeToXml(new EwsServiceXmlWriter(service, envelope));
    envelope.writeTo(request.getOutputStream());
  }

  @Override
  protected void writeBodyToXml(EwsServiceXmlWriter writer) throws XMLStreamException {
    operation.writeTo(new EwsXml(writer.getInternalWriter()));
  }

  @Override
  protected void writeElementsToXml(EwsServiceXmlWriter writer) {
    throw new IllegalStateException("the whole body is written at once");
  }

  @Override
  protected EwsAnswer parseResponse(EwsServiceXmlReader reader) {
    throw new IllegalStateException("answers are not read by the library");
  }

  private EwsAnswer answer(HttpWebRequest response) throws EWSHttpException, IOException {
    int status = response.getResponseCode();
    EwsHttpErrors.skew(response.getResponseHeaderField("Date"), Clock.systemUTC())
        .ifPresent(service::measured);
    String type =
        Optional.ofNullable(response.getResponseContentType()).orElse("").toLowerCase(Locale.ROOT);
    if ((status == 200 || status == 500) && type.contains("xml")) {
      EwsAnswer answer = parse(response);
      if (answer.fault().isPresent()) {
        throw fault(answer.fault().get(), diagnosis(response));
      }
      if (status == 200) {
        return answer;
      }
    }
    if (status == 200) {
      throw new EwsFailure(
          EwsFailure.Stage.HTTP,
          "NotEws",
          "The URL answered with something that is not EWS ("
              + type
              + "): it usually ends in"
              + " /EWS/Exchange.asmx."
              + diagnosis(response),
          Optional.empty(),
          null);
    }
    Optional<Duration> backOff =
        EwsHttpErrors.retryAfter(response.getResponseHeaderField("Retry-After"), Clock.systemUTC());
    throw EwsHttpErrors.failure(
        status, service.connection().signIn(), backOff, diagnosis(response));
  }

  private EwsAnswer parse(HttpWebRequest response) throws EWSHttpException, IOException {
    try (Reader text = text(response)) {
      return EwsAnswer.read(text);
    } catch (XMLStreamException | BoundedStream.TooLong e) {
      if (e.getCause() instanceof IOException lost && !(lost instanceof BoundedStream.TooLong)) {
        throw lost;
      }
      if (e instanceof XMLStreamException xml
          && xml.getNestedException() instanceof IOException lost
          && !(lost instanceof BoundedStream.TooLong)) {
        throw lost;
      }
      throw new EwsFailure(
          EwsFailure.Stage.UNREADABLE,
          "Unreadable",
          "The answer could not be read: " + e.getMessage() + diagnosis(response),
          Optional.empty(),
          e);
    }
  }

  private Reader text(HttpWebRequest response) throws EWSHttpException, IOException {
    InputStream raw = response.getInputStream();
    String encoding = response.getContentEncoding();
    InputStream plain =
        encoding != null && encoding.toLowerCase(Locale.ROOT).contains("gzip")
            ? new GZIPInputStream(raw, 8192)
            : raw;
    Duration longest = service.connection().timeout().multipliedBy(SLOWEST_ANSWER);
    return new XmlCharFilter(
        new InputStreamReader(
            new BoundedStream(plain, LONGEST_ANSWER, longest), StandardCharsets.UTF_8));
  }

  private static EwsFailure fault(XmlElement fault, String diagnosis) {
    String code =
        fault
            .find("ResponseCode")
            .map(XmlElement::text)
            .or(() -> fault.text("faultcode").map(c -> c.substring(c.indexOf(':') + 1)))
            .orElse("Fault");
    String text = fault.text("faultstring").orElse(code);
    return new EwsFailure(
        EwsFailure.Stage.EWS,
        code,
        "Exchange answered " + code + ": " + text + diagnosis,
        EwsMessage.backOff(fault),
        null);
  }

  private static EwsFailure failure(
      EwsFailure.Stage stage, String text, Exception cause, String requestId) {
    return new EwsFailure(
        stage,
        stage.name(),
        text + " [client-request-id=" + requestId + "]",
        Optional.empty(),
        cause);
  }

  private static boolean isCertificateProblem(Throwable problem) {
    for (Throwable t = problem; t != null; t = t.getCause()) {
      if (t instanceof SSLPeerUnverifiedException || t instanceof GeneralSecurityException) {
        return true;
      }
    }
    return false;
  }

  private static String tlsText(Exception e) {
    return "The secure connection failed ("
        + e.getMessage()
        + "): check the server's certificate, its host name, and the trust store.";
  }

  /** What Microsoft's support asks for. */
  private static String diagnosis(HttpWebRequest response) throws EWSHttpException {
    StringBuilder text = new StringBuilder();
    for (String name : DIAGNOSTIC_HEADERS) {
      String value = response.getResponseHeaderField(name);
      if (value != null) {
        text.append(text.isEmpty() ? " [" : ", ").append(name).append('=').append(value);
      }
    }
    return text.isEmpty() ? "" : text.append(']').toString();
  }

  private static void close(HttpWebRequest request) {
    if (request != null) {
      try {
        request.close();
      } catch (IOException | RuntimeException lost) {
        // the answer has been read or given up: nothing depends on the rest of it
      }
    }
  }
}
