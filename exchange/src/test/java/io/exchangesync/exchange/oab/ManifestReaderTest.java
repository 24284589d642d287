package io.exchangesync.exchange.oab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.exchange.oab.Manifest.File;
import io.exchangesync.exchange.oab.Manifest.Kind;
import io.exchangesync.exchange.oab.OabException.Problem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ManifestReaderTest {
  private static final String SHA = "0123456789ABCDEF0123456789ABCDEF01234567";

  @Test
  void listsAndFilesAreRead() throws OabException {
    Manifest manifest =
        read(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <OAB>
              <OAL id="one" dn="/" name="\\Global &amp; all">
                <Template seq="4" ver="32" size="1" uncompressedsize="1" type="windows">t.lzx</Template>
                <Full seq="3" ver="32" size="10" uncompressedsize="20" SHA="%1$s">old.lzx</Full>
                <Full seq="4" ver="32" size="100" uncompressedsize="200" SHA="%1$s"> new-data-4.lzx </Full>
                <Full seq="9" ver="31" size="1" uncompressedsize="2" SHA="%1$s">v3.lzx</Full>
                <Diff seq="4" ver="32" size="5" uncompressedsize="200" SHA="%1$s">diff.lzx</Diff>
              </OAL>
              <OAL id="two" dn="/x" name="Second" more="x"><Unknown><Deep/></Unknown></OAL>
            </OAB>
            """
                .formatted(SHA));
    assertThat(manifest.lists()).hasSize(2);
    assertThat(manifest.lists().get(0).name()).isEqualTo("\\Global & all");
    assertThat(manifest.lists().get(0).files()).hasSize(4);
    assertThat(manifest.lists().get(0).full())
        .contains(
            new File(
                Kind.FULL,
                "new-data-4.lzx",
                4,
                32,
                100,
                200,
                SHA.toLowerCase(java.util.Locale.ROOT)));
    assertThat(manifest.lists().get(1).full()).isEmpty();
  }

  @Test
  void namesThatLeaveTheFolderAreRefused() {
    for (String name :
        new String[] {
          "../secret",
          "https://evil.test/a.lzx",
          "//evil.test/a",
          "a/b",
          "a\\b",
          "..",
          ".hidden",
          "a%2f",
          ""
        }) {
      assertThatThrownBy(() -> read(oneFile("1", name)))
          .as(name)
          .isInstanceOfSatisfying(
              OabException.class, e -> assertThat(e.problem()).isEqualTo(Problem.DAMAGED));
    }
  }

  @Test
  void wrongNumbersAndHashesAreRefused() {
    for (String size : new String[] {"-1", "", "1e9", "99999999999999999999"}) {
      assertThatThrownBy(() -> read(oneFile(size, "a.lzx"))).isInstanceOf(OabException.class);
    }
    assertThatThrownBy(() -> read(oneFile("1", "a.lzx").replace(SHA, "0123")))
        .isInstanceOf(OabException.class)
        .hasMessageContaining("SHA-1");
  }

  @Test
  void documentTypesAndEntitiesAreRefused() {
    String external =
        "<!DOCTYPE OAB [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><OAB><OAL name=\"n\">&x;</OAL></OAB>";
    assertThatThrownBy(() -> read(external))
        .isInstanceOf(OabException.class)
        .hasMessageContaining("document type");
    String laughs =
        "<!DOCTYPE OAB [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
            + "<OAB><OAL name=\"&b;\"/></OAB>";
    assertThatThrownBy(() -> read(laughs)).isInstanceOf(OabException.class);
  }

  @Test
  void whatIsNoManifestIsRefused() {
    assertThatThrownBy(() -> read("<html/>"))
        .isInstanceOfSatisfying(
            OabException.class,
            e -> assertThat(e.problem()).isEqualTo(Problem.NOT_AN_ADDRESS_BOOK));
    assertThatThrownBy(() -> read("<OAB><OAL>")).isInstanceOf(OabException.class);
    assertThatThrownBy(() -> read("")).isInstanceOf(OabException.class);
    assertThatThrownBy(() -> ManifestReader.read(new byte[ManifestReader.LARGEST + 1]))
        .isInstanceOfSatisfying(
            OabException.class, e -> assertThat(e.problem()).isEqualTo(Problem.TOO_LARGE));
  }

  private static String oneFile(String size, String name) {
    return "<OAB><OAL id='i' dn='/' name='n'><Full seq='1' ver='32' size='%s' uncompressedsize='1' SHA='%s'>%s</Full></OAL></OAB>"
        .formatted(size, SHA, name);
  }

  private static Manifest read(String xml) throws OabException {
    return ManifestReader.read(xml.getBytes(StandardCharsets.UTF_8));
  }
}
