package io.exchangesync.simulator.soap;

import java.nio.charset.StandardCharsets;

/**
 * Writes answers as text; every value is escaped, and characters XML 1.0 cannot carry leave as
 * character references, as Exchange sends them.
 */
public final class XmlOut {
  private final StringBuilder out = new StringBuilder(8192);

  /**
   * @param attributes name and value in turn
   */
  public XmlOut open(String name, String... attributes) {
    start(name, attributes);
    out.append('>');
    return this;
  }

  public XmlOut close(String name) {
    out.append("</").append(name).append('>');
    return this;
  }

  /**
   * @param attributes name and value in turn
   */
  public XmlOut empty(String name, String... attributes) {
    start(name, attributes);
    out.append("/>");
    return this;
  }

  /**
   * @param attributes name and value in turn
   */
  public XmlOut text(String name, String value, String... attributes) {
    start(name, attributes);
    out.append('>');
    escape(value);
    return close(name);
  }

  /** Appends XML that was written by this class before. */
  public XmlOut raw(String xml) {
    out.append(xml);
    return this;
  }

  /** A place to return to with {@link #rewind}. */
  public int mark() {
    return out.length();
  }

  /** Forgets what was written since the mark. */
  public void rewind(int mark) {
    out.setLength(mark);
  }

  public byte[] toBytes() {
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private void start(String name, String... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
  }

  private void escape(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> {
          if (c < 0x20 && c != '\n' && c != '\t' || c == 0xFFFE || c == 0xFFFF) {
            out.append("&#x").append(Integer.toHexString(c).toUpperCase()).append(';');
          } else {
            out.append(c);
          }
        }
      }
    }
  }
}
