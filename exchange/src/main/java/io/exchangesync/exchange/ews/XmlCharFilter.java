package io.exchangesync.exchange.ews;

import java.io.IOException;
import java.io.Reader;

/**
 * Leaves out what XML 1.0 can't carry, raw or as a character reference such as {@code &#x1A;}.
 *
 * <p>Exchange sends such characters as they stand in its store; a parser would refuse the whole
 * answer because of one of them.
 */
final class XmlCharFilter extends Reader {
  private static final int LONGEST_REFERENCE = 12;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Reader in;
  private final char[] buffer = new char[16384];
  private int position;
  private int limit;
  private boolean atStart = true;

  XmlCharFilter(Reader in) {
    this.in = in;
  }

  /** The text without those characters. */
  static String clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isPlain(c)) {
        return cleaned(text);
      }
    }
    return text;
  }

  @Override
  public int read(char[] out, int offset, int length) throws IOException {
    int written = 0;
    while (written < length) {
      if (position == limit && (written > 0 || !fill(1))) {
        break;
      }
      char c = buffer[position];
      if (isPlain(c) && c != '&') {
        out[offset + written++] = c;
        position++;
      } else if (c == '&') {
        int skip = fill(LONGEST_REFERENCE) ? illegalReference() : 0;
        position += skip;
        if (skip == 0) {
          out[offset + written++] = buffer[position++];
        }
      } else if (Character.isHighSurrogate(c)
          && fill(2)
          && position + 1 < limit
          && Character.isLowSurrogate(buffer[position + 1])) {
        if (written + 2 > length) {
          if (written == 0) {
            throw new IOException("a reader of XML must ask for two characters at least");
          }
          break;
        }
        out[offset + written++] = buffer[position++];
        out[offset + written++] = buffer[position++];
      } else {
        position++;
      }
    }
    if (written == 0 && length > 0) {
      return position == limit && !fill(1) ? -1 : read(out, offset, length);
    }
    return written;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Makes sure that this many characters are buffered, or all that are left; false at the end. */
  private boolean fill(int wanted) throws IOException {
    if (limit - position >= wanted) {
      return true;
    }
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    limit -= position;
    position = 0;
    while (limit < wanted) {
      int read = in.read(buffer, limit, buffer.length - limit);
      if (read < 0) {
        break;
      }
      limit += read;
    }
    if (atStart && limit > 0) {
      atStart = false;
      if (buffer[0] == BYTE_ORDER_MARK) {
        position = 1;
        return fill(wanted);
      }
    }
    return position < limit;
  }

  /** Length of the character reference at the position if it is an illegal one, else 0. */
  private int illegalReference() {
    if (position + 3 >= limit || buffer[position + 1] != '#') {
      return 0;
    }
    boolean hex = buffer[position + 2] == 'x';
    int at = position + (hex ? 3 : 2);
    int value = 0;
    for (; at < limit && at < position + LONGEST_REFERENCE; at++) {
      if (buffer[at] == ';') {
        return isLegal(value) ? 0 : at + 1 - position;
      }
      int digit = Character.digit(buffer[at], hex ? 16 : 10);
      if (digit < 0 || value > Character.MAX_CODE_POINT) {
        return 0;
      }
      value = value * (hex ? 16 : 10) + digit;
    }
    return 0;
  }

  private static boolean isPlain(char c) {
    return (c >= ' ' && c < Character.MIN_SURROGATE)
        || c == '\n'
        || c == '\t'
        || c == '\r'
        || (c > Character.MAX_SURROGATE && c < '\uFFFE');
  }

  private static boolean isLegal(int codePoint) {
    return codePoint >= 0x10000 ? codePoint <= Character.MAX_CODE_POINT : isPlain((char) codePoint);
  }

  private static String cleaned(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(XmlCharFilter::isLegal).forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
