package io.exchangesync.simulator.attachments;

import io.exchangesync.simulator.soap.Dom;
import io.exchangesync.simulator.soap.EwsError;
import io.exchangesync.simulator.soap.SoapFault;
import io.exchangesync.simulator.store.Item;
import io.exchangesync.simulator.store.Value;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * A file attached to an item, stored as one of the item's properties; its number is never used
 * again in that item.
 *
 * @param texts name, content type, content id, content location, whether it is inline, whether it
 *     is a contact's photo, last change, content in Base64
 */
public record Attachment(long number, List<String> texts) {
  private static final String PREFIX = "attachment/";
  private static final String LAST = "attachment#last";
  private static final int CONTENT = 7;

  public Attachment {
    texts = List.copyOf(texts);
  }

  /**
   * A file as a request gives it, not yet part of an item.
   *
   * @param now what it keeps as the time of its last change
   * @throws EwsError for attachments that are no files
   */
  public static Attachment read(Element element, String now) {
    if (!element.getLocalName().equals("FileAttachment")) {
      throw new EwsError(
          "ErrorInvalidItemForOperationCreateItemAttachment",
          "This server attaches files only, no " + element.getLocalName() + ".");
    }
    String name = text(element, "Name");
    boolean photo = isTrue(element, "IsContactPhoto");
    return new Attachment(
        0,
        List.of(
            name,
            text(element, "ContentType"),
            text(element, "ContentId"),
            text(element, "ContentLocation"),
            Boolean.toString(isTrue(element, "IsInline")),
            Boolean.toString(photo),
            now,
            content(element)));
  }

  /** In the order in which they were attached. */
  public static List<Attachment> all(Item item) {
    if (!item.properties().containsKey(LAST)) {
      return List.of();
    }
    return item.properties().keySet().stream()
        .filter(key -> key.startsWith(PREFIX))
        .map(key -> Long.parseLong(key.substring(PREFIX.length())))
        .sorted(Comparator.naturalOrder())
        .flatMap(number -> find(item, number).stream())
        .toList();
  }

  public static Optional<Attachment> find(Item item, long number) {
    return item.get(PREFIX + number)
        .map(value -> new Attachment(number, ((Value.Texts) value).texts()));
  }

  /** Puts the file into an item's properties under the next number. */
  public Attachment addTo(Map<String, Value> properties) {
    long last = properties.get(LAST) instanceof Value.Text t ? Long.parseLong(t.text()) : 0;
    properties.put(LAST, Value.of(Long.toString(last + 1)));
    properties.put(PREFIX + (last + 1), new Value.Texts(texts));
    return new Attachment(last + 1, texts);
  }

  public void removeFrom(Map<String, Value> properties) {
    properties.remove(PREFIX + number);
  }

  public String name() {
    return texts.get(0);
  }

  /** Outlook's name for a contact's picture makes it one too. */
  public boolean isPhoto() {
    return texts.get(5).equals("true") || name().equalsIgnoreCase("ContactPicture.jpg");
  }

  public String base64() {
    return texts.get(CONTENT);
  }

  /** In bytes. */
  public int size() {
    int padding = base64().endsWith("==") ? 2 : base64().endsWith("=") ? 1 : 0;
    return base64().length() / 4 * 3 - padding;
  }

  private static String content(Element element) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(text(element, "Content"));
      return Base64.getEncoder().encodeToString(bytes);
    } catch (IllegalArgumentException e) {
      throw SoapFault.schema("The 'Content' element is no Base64.");
    }
  }

  private static boolean isTrue(Element element, String name) {
    String text = text(element, name).strip();
    return text.equals("true") || text.equals("1");
  }

  private static String text(Element element, String name) {
    return Dom.text(element, name).orElse("");
  }
}
