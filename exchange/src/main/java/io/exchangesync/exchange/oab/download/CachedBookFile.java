package io.exchangesync.exchange.oab.download;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/** What a cache remembers of its address book, in a file beside it that is replaced as a whole. */
final class CachedBookFile {
  private static final String NAME = "book.properties";

  private final Path folder;

  CachedBookFile(Path folder) {
    this.folder = folder;
  }

  /** Nothing, if nothing was kept or what was kept can't be used. */
  Optional<CachedBook> read() throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(folder.resolve(NAME))) {
      properties.load(in);
      CachedBook book =
          new CachedBook(
              folder.resolve(properties.getProperty("file", "")),
              properties.getProperty("list", ""),
              Long.parseLong(properties.getProperty("sequence", "")),
              Long.parseLong(properties.getProperty("entries", "")),
              Instant.parse(properties.getProperty("downloaded", "")),
              Instant.parse(properties.getProperty("checked", "")),
              new Validators(
                  properties.getProperty("etag", ""), properties.getProperty("modified", "")));
      return Files.isRegularFile(book.file()) ? Optional.of(book) : Optional.empty();
    } catch (NoSuchFileException | DateTimeException | IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }

  void write(CachedBook book) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("file", book.file().getFileName().toString());
    properties.setProperty("list", book.list());
    properties.setProperty("sequence", Long.toString(book.sequence()));
    properties.setProperty("entries", Long.toString(book.entries()));
    properties.setProperty("downloaded", book.downloaded().toString());
    properties.setProperty("checked", book.checked().toString());
    properties.setProperty("etag", book.validators().etag());
    properties.setProperty("modified", book.validators().lastModified());
    StringWriter text = new StringWriter();
    properties.store(text, null);
    Path next = folder.resolve(NAME + ".next");
    Files.writeString(next, text.toString());
    Files.move(next, folder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
  }
}
