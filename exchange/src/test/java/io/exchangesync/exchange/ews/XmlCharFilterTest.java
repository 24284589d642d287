package io.exchangesync.exchange.ews;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exactly what XML 1.0 can't carry goes, wherever the buffer happens to end. */
class XmlCharFilterTest {
  private static final String DIRTY =
      "\uFEFFa\u0000b&#0;c&#x1F;d&#31;e&#xFFFE;f\uD83D\uDE80g\uD83Dh\uDE80i&#x1F680;j&amp;k&#10;l"
          + "\r\n\tm&#xD;n&#x110000;o&";
  private static final String CLEAN = "abcdef\uD83D\uDE80ghi&#x1F680;j&amp;k&#10;l\r\n\tm&#xD;no&";

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 7, 64, 8192})
  void theResultDoesNotDependOnHowMuchIsReadAtOnce(int step) {
    assertThat(filtered(DIRTY, step)).isEqualTo(CLEAN);
  }

  @Test
  void theResultDoesNotDependOnWhereTheBufferEnds() {
    for (int shift = 16384 - DIRTY.length() - 4; shift < 16384 + 4; shift++) {
      String before = "x".repeat(shift);
      assertThat(filtered(before + DIRTY.substring(1), 4096)).isEqualTo(before + CLEAN);
    }
  }

  @Test
  void textToBeSentIsCleanedTheSameWay() {
    assertThat(XmlCharFilter.clean("a\u0001b\uFFFFc\uD800d\uD83D\uDE80\t\n"))
        .isEqualTo("abcd\uD83D\uDE80\t\n");
    assertThat(XmlCharFilter.clean("&#1;")).isEqualTo("&#1;");
  }

  private static String filtered(String text, int step) {
    try (Reader reader = new XmlCharFilter(new StringReader(text))) {
      StringBuilder all = new StringBuilder();
      char[] buffer = new char[step];
      for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
        all.append(buffer, 0, read);
      }
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
