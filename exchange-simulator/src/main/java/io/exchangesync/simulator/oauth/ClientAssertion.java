package io.exchangesync.simulator.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A signed JWT by which an application proves that it holds the private key of its certificate (RFC
 * 7523); PS256 with x5t#S256 or RS256 with x5t.
 */
final class ClientAssertion {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SALT_BYTES = 32;

  private final String signed;
  private final JsonNode header;
  private final JsonNode claims;
  private final byte[] signature;

  private ClientAssertion(String signed, JsonNode header, JsonNode claims, byte[] signature) {
    this.signed = signed;
    this.header = header;
    this.claims = claims;
    this.signature = signature;
  }

  /**
   * @throws OAuthError if it is no JWT
   */
  static ClientAssertion parse(String text) {
    String[] parts = text.split("\\.");
    try {
      if (parts.length == 3) {
        return new ClientAssertion(
            parts[0] + "." + parts[1], json(parts[0]), json(parts[1]), decode(parts[2]));
      }
    } catch (IOException | IllegalArgumentException notJson) {
      throw malformed();
    }
    throw malformed();
  }

  /** Its number, which no other assertion may have. */
  String id() {
    return claims.path("jti").asText();
  }

  /**
   * @param audience the token endpoint
   * @throws OAuthError if the application did not sign it, or not for here and now
   */
  void verify(Application application, String audience, Instant now) {
    X509Certificate certificate =
        application.certificates().stream()
            .filter(this::names)
            .findFirst()
            .orElseThrow(
                () ->
                    new OAuthError(
                        401,
                        "invalid_client",
                        700027,
                        "The certificate with identifier used to sign the client assertion is not"
                            + " registered on application."));
    if (!signedBy(certificate)) {
      throw new OAuthError(401, "invalid_client", 50013, "Assertion failed signature validation.");
    }
    if (!claims.path("aud").asText().equals(audience)) {
      throw new OAuthError(
          401,
          "invalid_client",
          700023,
          "Client assertion audience claim does not match Realm issuer.");
    }
    boolean itself =
        claims.path("iss").asText().equals(application.clientId())
            && claims.path("sub").asText().equals(application.clientId());
    if (!itself) {
      throw new OAuthError(
          401, "invalid_client", 700021, "Client assertion application identifier doesn't match.");
    }
    boolean begun = now.getEpochSecond() >= claims.path("nbf").asLong() - 300;
    if (!begun || now.getEpochSecond() >= claims.path("exp").asLong()) {
      throw new OAuthError(
          401, "invalid_client", 700024, "Client assertion is not within its valid time range.");
    }
  }

  private boolean names(X509Certificate certificate) {
    return thumbprint(certificate, "SHA-256", "x5t#S256")
        || thumbprint(certificate, "SHA-1", "x5t");
  }

  private boolean thumbprint(X509Certificate certificate, String algorithm, String member) {
    try {
      byte[] expected = MessageDigest.getInstance(algorithm).digest(certificate.getEncoded());
      return header.hasNonNull(member)
          && Arrays.equals(expected, decode(header.get(member).asText()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private boolean signedBy(X509Certificate certificate) {
    try {
      Optional<Signature> verifier = verifier(header.path("alg").asText());
      if (verifier.isEmpty()) {
        return false;
      }
      verifier.get().initVerify(certificate);
      verifier.get().update(signed.getBytes(StandardCharsets.US_ASCII));
      return verifier.get().verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static Optional<Signature> verifier(String algorithm) throws GeneralSecurityException {
    if (algorithm.equals("PS256")) {
      Signature pss = Signature.getInstance("RSASSA-PSS");
      pss.setParameter(
          new PSSParameterSpec(
              "SHA-256",
              "MGF1",
              MGF1ParameterSpec.SHA256,
              SALT_BYTES,
              PSSParameterSpec.TRAILER_FIELD_BC));
      return Optional.of(pss);
    }
    return List.of("RS256").contains(algorithm)
        ? Optional.of(Signature.getInstance("SHA256withRSA"))
        : Optional.empty();
  }

  private static JsonNode json(String part) throws IOException {
    return JSON.readTree(decode(part));
  }

  private static byte[] decode(String part) {
    return Base64.getUrlDecoder()
        .decode(part.replace('+', '-').replace('/', '_').replaceFirst("=+$", ""));
  }

  private static OAuthError malformed() {
    return new OAuthError(401, "invalid_client", 50027, "JWT token is invalid or malformed.");
  }
}
