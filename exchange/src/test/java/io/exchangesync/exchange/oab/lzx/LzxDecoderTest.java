package io.exchangesync.exchange.oab.lzx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.exchange.oab.lzx.LzxException.Problem;
import io.exchangesync.simulator.lzx.LzxEncoder;
import io.exchangesync.simulator.lzx.LzxEncoder.Blocks;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LzxDecoderTest {
  private static final int CHUNK = 32768;

  @Property(tries = 300)
  void whatIsCompressedComesBack(
      @ForAll("content") byte[] content, @ForAll Blocks blocks, @ForAll("blockSizes") int block)
      throws LzxException {
    byte[] packed = LzxEncoder.encode(content, content.length, blocks, block);
    byte[] target = new byte[content.length];
    LzxDecoder.decode(packed, packed.length, target, content.length);
    assertThat(target).isEqualTo(content);
  }

  @Provide
  Arbitrary<Integer> blockSizes() {
    return Arbitraries.of(2048, 5000, CHUNK, 50_000, 2 * CHUNK, 300_000);
  }

  /** Repetitions near and far, long runs, noise, text; shorter and longer than chunks. */
  @Provide
  Arbitrary<byte[]> content() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 3 * CHUNK + 5),
            Arbitraries.integers().between(1, 256),
            Arbitraries.integers().between(0, 40),
            Arbitraries.longs())
        .as(LzxDecoderTest::content);
  }

  static byte[] content(int length, int letters, int repeatPercent, long seed) {
    Random random = new Random(seed);
    byte[] bytes = new byte[length];
    int at = 0;
    while (at < length) {
      if (at > 0 && random.nextInt(100) < repeatPercent) {
        int from = random.nextInt(at);
        int count = Math.min(length - at, 1 << random.nextInt(16));
        for (int i = 0; i < count; i++) {
          bytes[at++] = bytes[from++];
        }
      } else {
        bytes[at++] = (byte) random.nextInt(letters);
      }
    }
    return bytes;
  }

  @Test
  void largeWindowsAndDistancesComeBack() throws LzxException {
    byte[] content = content(1_500_000, 256, 1, 7);
    System.arraycopy(content, 0, content, 1_400_000, 90_000);
    for (Blocks blocks : Blocks.values()) {
      byte[] packed = LzxEncoder.encode(content, content.length, blocks, 1 << 16);
      byte[] target = new byte[content.length];
      LzxDecoder.decode(packed, packed.length, target, content.length);
      assertThat(Arrays.equals(target, content)).as(blocks.name()).isTrue();
    }
  }

  @Test
  void realMatchesMakeItSmall() {
    byte[] content = "SMTP:somebody@example.com ".repeat(5000).getBytes();
    byte[] packed = LzxEncoder.encode(content, content.length, Blocks.SMALLEST, 1 << 16);
    assertThat(packed.length).isLessThan(content.length / 100);
  }

  /** Written by hand: an uncompressed block of three bytes, in a stream without translation. */
  @Test
  void anUncompressedBlockWrittenByHandIsRead() throws LzxException {
    byte[] stream =
        HexFormat.ofDelimiter(" ")
            .parseHex("16 00 00 30 30 00 01 00 00 00 01 00 00 00 01 00 00 00 61 62 63 00");
    byte[] target = new byte[3];
    LzxDecoder.decode(stream, stream.length, target, 3);
    assertThat(target).isEqualTo(new byte[] {'a', 'b', 'c'});
  }

  /** The same with a translation size of 1000 bytes and a call at position 1. */
  @Test
  void theTargetsOfCallsAreTranslatedBack() throws LzxException {
    byte[] raw = {0x10, (byte) 0xE8, 100, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14};
    byte[] wanted = raw.clone();
    wanted[2] = 99;
    byte[] head = HexFormat.ofDelimiter(" ").parseHex("28 00 00 80 f4 01 00 30 40 01");
    byte[] stream = Arrays.copyOf(head, head.length + 12 + raw.length);
    stream[head.length] = 1;
    stream[head.length + 4] = 1;
    stream[head.length + 8] = 1;
    System.arraycopy(raw, 0, stream, head.length + 12, raw.length);
    byte[] target = new byte[raw.length];
    LzxDecoder.decode(stream, stream.length, target, raw.length);
    assertThat(target).isEqualTo(wanted);
  }

  @Test
  void aStreamThatEndsEarlyIsAnErrorAtItsEnd() {
    byte[] content = content(10_000, 20, 10, 3);
    byte[] packed = LzxEncoder.encode(content, content.length, Blocks.SMALLEST, CHUNK);
    for (int length = 0; length < packed.length - 1; length += 7) {
      int cut = length;
      assertThatThrownBy(() -> LzxDecoder.decode(packed, cut, new byte[10_000], 10_000))
          .isInstanceOfSatisfying(
              LzxException.class,
              e -> {
                assertThat(e.problem()).isEqualTo(Problem.TRUNCATED);
                assertThat(e.position()).isEqualTo(cut);
              });
    }
  }
}
