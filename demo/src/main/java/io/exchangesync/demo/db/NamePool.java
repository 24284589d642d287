package io.exchangesync.demo.db;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** The lists of names, cities and texts the demonstration draws from, by country or language. */
final class NamePool {
  private final Properties lists = new Properties();

  NamePool(String resource) {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(NamePool.class.getResourceAsStream(resource), resource),
            StandardCharsets.UTF_8)) {
      lists.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> list(String key, String separator) {
    return List.of(one(key).split(separator));
  }

  String one(String key) {
    return Objects.requireNonNull(lists.getProperty(key), key);
  }
}
