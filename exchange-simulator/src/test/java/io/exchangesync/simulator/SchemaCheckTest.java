package io.exchangesync.simulator;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class SchemaCheckTest {

  @Test
  void messagesOfTheTestsAreCheckedAgainstMicrosoftsSchemas() {
    assumeTrue(
        EwsSchemas.available(),
        "messages are NOT checked: "
            + EwsSchemas.VARIABLE
            + " names no folder with messages.xsd and types.xsd");
    String envelope =
        "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>"
            + "<GetItemResponse xmlns='http://schemas.microsoft.com/exchange/services/2006/messages'>"
            + "<ResponseMessages><GetItemResponseMessage ResponseClass='Success'>"
            + "<ResponseCode>NoSuchCode</ResponseCode></GetItemResponseMessage></ResponseMessages>"
            + "</GetItemResponse></s:Body></s:Envelope>";
    Element wrong =
        (Element) EwsClient.body(envelope.getBytes(StandardCharsets.UTF_8)).getFirstChild();
    assertThatThrownBy(() -> EwsSchemas.check(wrong)).hasMessageContaining("NoSuchCode");
  }
}
