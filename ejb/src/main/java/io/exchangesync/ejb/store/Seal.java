package io.exchangesync.ejb.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-GCM with a fresh nonce for every text; the name is authenticated, so that sealed texts can't
 * change places.
 */
final class Seal {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Seal() {}

  static Sealed seal(SecretKey key, String name, String secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, name);
      return new Sealed(nonce, cipher.doFinal(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot seal with " + CIPHER, e);
    }
  }

  static String open(SecretKey key, String name, Sealed sealed) {
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, sealed.nonce(), name);
      return new String(cipher.doFinal(sealed.bytes()), StandardCharsets.UTF_8);
    } catch (AEADBadTagException e) {
      throw new IllegalStateException(
          "secret " + name + " was sealed with another key, or altered: write it again", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot open " + CIPHER, e);
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String name)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  /** A sealed text with its nonce. */
  record Sealed(byte[] nonce, byte[] bytes) {}
}
