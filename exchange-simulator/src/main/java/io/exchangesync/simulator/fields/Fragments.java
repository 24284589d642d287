package io.exchangesync.simulator.fields;

import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.XmlOut;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Keeps parts of a request as they came, with the prefix that answers use. */
final class Fragments {
  private Fragments() {}

  static String outer(Element element) {
    XmlOut out = new XmlOut();
    write(out, element);
    return out.toString();
  }

  static String inner(Element element) {
    XmlOut out = new XmlOut();
    Dom.children(element).forEach(child -> write(out, child));
    return out.toString();
  }

  private static void write(XmlOut out, Element element) {
    String name = "t:" + element.getLocalName();
    List<Element> children = Dom.children(element);
    if (children.isEmpty()) {
      out.text(name, element.getTextContent(), attributes(element));
      return;
    }
    out.open(name, attributes(element));
    children.forEach(child -> write(out, child));
    out.close(name);
  }

  private static String[] attributes(Element element) {
    List<String> pairs = new ArrayList<>();
    NamedNodeMap all = element.getAttributes();
    for (int i = 0; i < all.getLength(); i++) {
      Node node = all.item(i);
      if (node instanceof Attr attr && attr.getNamespaceURI() == null) {
        pairs.add(attr.getName());
        pairs.add(attr.getValue());
      }
    }
    return pairs.toArray(String[]::new);
  }
}
