package io.exchangesync.exchange.oab;

import io.exchangesync.exchange.SafeXml;
import io.exchangesync.exchange.oab.Manifest.AddressList;
import io.exchangesync.exchange.oab.Manifest.File;
import io.exchangesync.exchange.oab.Manifest.Kind;
import io.exchangesync.exchange.oab.OabException.Place;
import io.exchangesync.exchange.oab.OabException.Problem;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads {@code oab.xml}, without document type and external entities; elements and attributes it
 * does not know are left out, a name that leaves the folder is refused.
 */
public final class ManifestReader {
  /** The most characters a manifest may have. */
  public static final int LARGEST = 4 << 20;

  private static final Map<String, Kind> KINDS = Map.of("full", Kind.FULL, "diff", Kind.DIFFERENCE);
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,200}");
  private static final Pattern SHA1 = Pattern.compile("[0-9a-fA-F]{40}");
  private static final int MOST_ELEMENTS = 20_000;

  private final XMLStreamReader xml;
  private final List<AddressList> lists = new ArrayList<>();
  private final List<File> files = new ArrayList<>();
  private String id;
  private String dn;
  private String name;
  private int elements;

  private ManifestReader(XMLStreamReader xml) {
    this.xml = xml;
  }

  /**
   * Reads a manifest.
   *
   * @throws OabException if it is none, too large, or names files elsewhere
   */
  public static Manifest read(byte[] bytes) throws OabException {
    if (bytes.length > LARGEST) {
      throw new OabException(
          Problem.TOO_LARGE, "the manifest is too large", Place.MANIFEST, LARGEST);
    }
    try {
      XMLStreamReader xml =
          SafeXml.inputFactory().createXMLStreamReader(new ByteArrayInputStream(bytes));
      return new ManifestReader(xml).manifest();
    } catch (XMLStreamException e) {
      int at = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getCharacterOffset());
      throw new OabException(
          Problem.DAMAGED, "the manifest is no well-formed XML", Place.MANIFEST, at, e);
    }
  }

  private Manifest manifest() throws XMLStreamException, OabException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw problem(Problem.DAMAGED, "the manifest declares a document type");
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        begin();
      }
    }
    endList();
    return new Manifest(lists);
  }

  private void begin() throws XMLStreamException, OabException {
    elements++;
    if (elements > MOST_ELEMENTS) {
      throw problem(Problem.TOO_LARGE, "the manifest has too many elements");
    }
    String element = xml.getLocalName().toLowerCase(Locale.ROOT);
    if (elements == 1 && !element.equals("oab")) {
      throw problem(Problem.NOT_AN_ADDRESS_BOOK, "the manifest does not begin with OAB");
    }
    if (element.equals("oal")) {
      endList();
      id = attribute("id").orElse("");
      dn = attribute("dn").orElse("");
      name = attribute("name").orElse("");
    } else if (KINDS.containsKey(element)) {
      files.add(file(KINDS.get(element)));
    }
  }

  /** Files before the first list belong to none. */
  private void endList() {
    if (id != null) {
      lists.add(new AddressList(id, dn, name, files));
    }
    files.clear();
  }

  private File file(Kind kind) throws XMLStreamException, OabException {
    long sequence = number("seq");
    long version = number("ver");
    long size = number("size");
    long uncompressed = number("uncompressedsize");
    String sha1 = attribute("SHA").orElse("").strip();
    if (!SHA1.matcher(sha1).matches()) {
      throw problem(Problem.DAMAGED, "a file of the manifest has no SHA-1");
    }
    String fileName = xml.getElementText().strip();
    if (!NAME.matcher(fileName).matches() || fileName.contains("..")) {
      throw problem(Problem.DAMAGED, "a file of the manifest has no plain name");
    }
    return new File(
        kind,
        fileName,
        sequence,
        (int) Math.min(version, Integer.MAX_VALUE),
        size,
        uncompressed,
        sha1.toLowerCase(Locale.ROOT));
  }

  private long number(String attribute) throws OabException {
    String text = attribute(attribute).orElse("").strip();
    if (!text.matches("[0-9]{1,18}")) {
      throw problem(Problem.DAMAGED, "a file of the manifest has no number " + attribute);
    }
    return Long.parseLong(text);
  }

  private Optional<String> attribute(String wanted) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equalsIgnoreCase(wanted)) {
        return Optional.of(xml.getAttributeValue(i));
      }
    }
    return Optional.empty();
  }

  private OabException problem(Problem problem, String text) {
    int at = Math.max(0, xml.getLocation().getCharacterOffset());
    return new OabException(problem, text, Place.MANIFEST, at);
  }
}
