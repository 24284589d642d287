package io.exchangesync.web.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Reads and writes the API's records, whichever JSON providers the server has beside it.
 *
 * <p>A body longer than {@value #LONGEST} bytes is refused unread.
 */
@Provider
@Consumes(MediaType.WILDCARD)
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
public class RecordBodies implements MessageBodyReader<Record>, MessageBodyWriter<Record> {
  private static final int LONGEST = 1 << 20;
  private static final int CONTENT_TOO_LARGE = 413;

  @Override
  public boolean isReadable(Class<?> type, Type generic, Annotation[] with, MediaType mediaType) {
    return type.isRecord();
  }

  /**
   * @return the record, or null if there was no body
   * @throws UnreadableBody if the body is not the JSON that is expected
   */
  @Override
  public Record readFrom(
      Class<Record> type,
      Type generic,
      Annotation[] with,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    byte[] bytes = body.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw new WebApplicationException(
          "The body is longer than " + LONGEST + " bytes.", CONTENT_TOO_LARGE);
    }
    if (bytes.length == 0) {
      return null;
    }
    try {
      return Json.mapper().readValue(bytes, type);
    } catch (JsonProcessingException e) {
      throw UnreadableBody.because(e);
    }
  }

  @Override
  public boolean isWriteable(Class<?> type, Type generic, Annotation[] with, MediaType mediaType) {
    return type.isRecord();
  }

  @Override
  public void writeTo(
      Record value,
      Class<?> type,
      Type generic,
      Annotation[] with,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream body)
      throws IOException {
    body.write(Json.mapper().writeValueAsBytes(value));
  }
}
