package io.exchangesync.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version of this product, as the build wrote it. */
public final class ProductVersion {
  private static final String TEXT = read();

  private ProductVersion() {}

  /** Such as 1.0.0. */
  public static String text() {
    return TEXT;
  }

  private static String read() {
    try (InputStream file =
        Objects.requireNonNull(ProductVersion.class.getResourceAsStream("product.properties"))) {
      Properties product = new Properties();
      product.load(file);
      return product.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
