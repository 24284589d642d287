package io.exchangesync.demo.launch;

/** The one thing the seed needs of XML. */
final class Xml {
  private Xml() {}

  /** The text as element content or attribute value. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
