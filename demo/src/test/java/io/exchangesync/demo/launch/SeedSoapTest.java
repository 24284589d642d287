package io.exchangesync.demo.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class SeedSoapTest {
  private static final String MESSAGES =
      "http://schemas.microsoft.com/exchange/services/2006/messages";
  private static final String TYPES = "http://schemas.microsoft.com/exchange/services/2006/types";
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);

  @Test
  void theDiaryHasEveryKindOfItem() {
    var items = SeedDiary.of("kari@fjordline.example", TODAY, 60);
    assertThat(items).hasSize(60);
    assertThat(items).anyMatch(SeedItem::allDay).anyMatch(item -> !item.allDay());
    assertThat(items).anyMatch(item -> item.sensitivity().equals("Private"));
    assertThat(items).anyMatch(item -> !item.categories().isEmpty());
    assertThat(items).anyMatch(item -> item.reminderMinutes().isPresent());
    assertThat(items).allMatch(item -> item.end().isAfter(item.start()));
  }

  @Test
  void theSameMailboxGetsTheSameDiary() {
    assertThat(SeedDiary.of("kari@fjordline.example", TODAY, 20))
        .isEqualTo(SeedDiary.of("kari@fjordline.example", TODAY, 20))
        .isNotEqualTo(SeedDiary.of("ola@fjordline.example", TODAY, 20));
  }

  @Test
  void theRequestHoldsEveryItemWithItsTextUnharmed() throws Exception {
    var items = SeedDiary.of("kari@fjordline.example", TODAY, 60);
    var subjects = request(items).getElementsByTagNameNS(TYPES, "Subject");
    assertThat(subjects.getLength()).isEqualTo(60);
    for (int i = 0; i < 60; i++) {
      assertThat(subjects.item(i).getTextContent()).isEqualTo(items.get(i).subject());
    }
  }

  @Test
  void theRequestIsValidByMicrosoftsSchema() throws Exception {
    var folder = Optional.ofNullable(System.getenv("EXSYNC_EWS_SCHEMAS"));
    assumeThat(folder).as("EXSYNC_EWS_SCHEMAS names no folder").isPresent();
    var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    factory.setFeature("http://apache.org/xml/features/validation/schema-full-checking", false);
    var schema = factory.newSchema(Path.of(folder.get(), "messages.xsd").toFile());
    var body = request(SeedDiary.of("kari@fjordline.example", TODAY, 60));
    var createItem = body.getElementsByTagNameNS(MESSAGES, "CreateItem").item(0);
    schema.newValidator().validate(new DOMSource(createItem));
  }

  private static Document request(List<SeedItem> items) throws Exception {
    var factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    String soap = SeedSoap.createItems("kari@fjordline.example", items);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(soap)));
  }
}
