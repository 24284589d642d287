package io.exchangesync.simulator.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class GlobalObjectIdTest {

  @Test
  void theUidOfAnExchangeItemIsTheHexOfItsBinary() {
    String uid = GlobalObjectId.newUid(Instant.parse("2026-03-10T09:00:00Z"));
    byte[] binary = Base64.getDecoder().decode(GlobalObjectId.toBase64(uid));
    assertThat(binary).hasSize(56);
    assertThat(HexFormat.of().withUpperCase().formatHex(binary)).isEqualTo(uid);
    assertThat(GlobalObjectId.toUid(GlobalObjectId.toBase64(uid))).isEqualTo(uid);
  }

  @Test
  void aForeignUidIsWrapped() {
    String base64 = GlobalObjectId.toBase64("7b3a@calendar.example");
    byte[] binary = Base64.getDecoder().decode(base64);
    assertThat(HexFormat.of().formatHex(binary))
        .startsWith("040000008200e00074c5b7101a82e008")
        .contains(HexFormat.of().formatHex("vCal-Uid".getBytes()));
    assertThat(binary).hasSize(40 + binary[36]);
    assertThat(GlobalObjectId.toUid(base64)).isEqualTo("7b3a@calendar.example");
  }

  @Test
  void theDateOfAnExceptionIsNotPartOfTheUid() {
    String uid = GlobalObjectId.newUid(Instant.EPOCH);
    byte[] binary = Base64.getDecoder().decode(GlobalObjectId.toBase64(uid));
    binary[16] = 7;
    binary[17] = (byte) 0xEA;
    assertThat(GlobalObjectId.toUid(Base64.getEncoder().encodeToString(binary))).isEqualTo(uid);
  }
}
