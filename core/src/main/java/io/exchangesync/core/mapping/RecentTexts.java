package io.exchangesync.core.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers what the last texts parsed to: one appointment is read several times between its
 * matching and its base, and parsing HTML is the dearest part of every reading.
 *
 * <p>Invariant: the answer is that of {@link RichTextParser}; only short texts are kept, and few.
 */
final class RecentTexts {
  private static final int MOST = 1024;
  private static final int LONGEST = 4000;

  private static final Map<String, RichText> RECENT =
      Collections.synchronizedMap(
          new LinkedHashMap<>(MOST, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, RichText> eldest) {
              return size() > MOST;
            }
          });

  private RecentTexts() {}

  static RichText parsed(String html) {
    if (html.length() > LONGEST) {
      return RichTextParser.parse(html);
    }
    RichText known = RECENT.get(html);
    if (known == null) {
      known = RichTextParser.parse(html);
      RECENT.put(html, known);
    }
    return known;
  }
}
