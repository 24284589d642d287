package io.exchangesync.simulator.oab;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * One published state of the directory.
 *
 * @param fileName of the full download
 * @param file its bytes
 * @param manifest what {@code oab.xml} says while this is the newest
 */
public record Generation(
    int sequence, Instant made, String fileName, byte[] file, byte[] manifest) {

  static Generation of(String id, int sequence, Instant made, byte[] content) {
    byte[] file = OabFile.pack(content);
    String name = id + "-data-" + sequence + ".lzx";
    String manifest =
        """
        <?xml version="1.0" encoding="utf-8"?>
        <OAB>
          <OAL id="%s" dn="%s" name="%s">
            <Full seq="%d" ver="32" size="%d" uncompressedsize="%d" SHA="%s">%s</Full>
          </OAL>
        </OAB>
        """
            .formatted(
                id,
                AddressBooks.DN,
                AddressBooks.NAME,
                sequence,
                file.length,
                content.length,
                sha1(file),
                name);
    return new Generation(sequence, made, name, file, manifest.getBytes(StandardCharsets.UTF_8));
  }

  /** In hexadecimal digits, upper case as Exchange writes them. */
  static String sha1(byte[] bytes) {
    try {
      return HexFormat.of()
          .withUpperCase()
          .formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
