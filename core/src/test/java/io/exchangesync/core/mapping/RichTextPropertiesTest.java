package io.exchangesync.core.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;

class RichTextPropertiesTest {
  private static final Safelist SAFE =
      new Safelist()
          .addTags("p", "h1", "h2", "h3", "h4", "h5", "h6", "br", "hr", "blockquote")
          .addTags("ul", "ol", "li", "table", "tbody", "tr", "td", "th")
          .addTags("a", "b", "i", "u", "s", "sub", "sup", "code")
          .addAttributes("a", "href")
          .addAttributes("td", "colspan", "rowspan")
          .addAttributes("th", "colspan", "rowspan")
          .addProtocols("a", "href", "http", "https", "mailto");

  @Provide
  Arbitrary<String> soups() {
    return MappingArbitraries.soups();
  }

  @Provide
  Arbitrary<String> texts() {
    return MappingArbitraries.texts();
  }

  @Example
  void aHeadingInAListEndsWithoutBlankLines() {
    RichText text = RichText.ofHtml("<ul><li><h1>t<br><br></h1></li></ul>");
    assertThat(text.html()).isEqualTo("<ul><li><h1>t</h1></li></ul>");
  }

  @Property(seed = "20261122", tries = 500)
  void canonicalHtmlReadsBackAsTheSameText(@ForAll("soups") String soup) {
    RichText text = RichText.ofHtml(soup);
    assertThat(RichText.ofHtml(text.html())).isEqualTo(text);
  }

  @Property(seed = "20261122", tries = 300)
  void canonicalHtmlHoldsSafeElementsOnly(@ForAll("soups") String soup) {
    assertThat(Jsoup.isValid(RichText.ofHtml(soup).html(), SAFE)).isTrue();
  }

  @Property(seed = "20261122", tries = 300)
  void textBecomesHtmlAndBackWithoutAChange(@ForAll("texts") String raw) {
    String text = RichText.ofText(raw).text();
    assertThat(RichText.ofText(text).text()).isEqualTo(text);
    assertThat(RichText.ofHtml(RichText.ofText(text).html()).text()).isEqualTo(text);
  }

  @Property(seed = "20261122", tries = 300)
  void aCutFitsItsColumnAndReadsBack(@ForAll("soups") String soup) {
    RichTextCut cut = RichTextCut.of(RichText.ofHtml(soup), 60);
    assertThat(cut.visible().html().length()).isLessThanOrEqualTo(60);
    assertThat(RichText.ofHtml(cut.visible().html())).isEqualTo(cut.visible());
  }

  @Property(seed = "20261122", tries = 300)
  void aCutLosesNoWords(@ForAll("texts") String raw) {
    RichText text = RichText.ofText(raw);
    RichTextCut cut = RichTextCut.of(text, 60);
    assertThat(words(cut.visible()) + words(cut.tail())).isEqualTo(words(text));
  }

  private static String words(RichText text) {
    return text.text().replaceAll("\\s+", "");
  }
}
