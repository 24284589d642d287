package io.exchangesync.exchange.oab;

import static org.assertj.core.api.Assertions.assertThat;

import io.exchangesync.simulator.lzx.LzxEncoder.Blocks;
import io.exchangesync.simulator.oab.OabFile;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/** Broken and hostile files end in an {@link OabException}, and soon. */
class MutatedFilesTest {
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final int[] BAD_NUMBERS = {
    0,
    1,
    2,
    3,
    0x20,
    0x7F,
    0x80,
    0xFF,
    0x7FFF,
    0x8000,
    0xFFFF,
    0x40000,
    0x1FFFFFF,
    0x7FFFFFFF,
    0x80000000,
    -1,
    -2,
    -4
  };
  private static final List<AddressBookEntry> ENTRIES = entries();
  private static final List<byte[]> FILES = files();
  private static int refused;

  private static List<AddressBookEntry> entries() {
    Random random = new Random(4);
    return IntStream.range(0, 60).mapToObj(i -> Books.random(random, i)).toList();
  }

  private static List<byte[]> files() {
    byte[] content = Books.shuffled(ENTRIES, new Random(5));
    return List.of(
        content,
        OabFile.pack(content),
        OabFile.pack(content, 9000, Blocks.VERBATIM, 4096),
        OabFile.pack(content, 50_000, Blocks.ALIGNED, 20_000),
        OabFile.pack(content, 7001, Blocks.RAW, 2048));
  }

  @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
  void aMutatedFileIsReadOrRefused(@ForAll Random random) {
    byte[] file = mutated(FILES.get(random.nextInt(FILES.size())), random);
    long start = System.nanoTime();
    try {
      Books.read(file);
    } catch (OabException e) {
      refused++;
      assertThat(e.offset()).isNotNegative();
    } catch (IOException e) {
      throw new AssertionError("not a typed error", e);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
  }

  @AfterContainer
  static void mostWereRefused() {
    assertThat(refused).isGreaterThan(5000);
  }

  /** Mutations behind a checksum that fits again reach the records and the trees. */
  @Property(tries = 3_000, shrinking = ShrinkingMode.OFF)
  void aMutatedBookInASoundFileIsReadOrRefused(@ForAll Random random) throws IOException {
    byte[] content = mutated(FILES.get(0), random);
    byte[] file = OabFile.pack(content, 1 << 15, Blocks.SMALLEST, 1 << 14);
    try {
      assertThat(Books.read(file)).hasSizeLessThanOrEqualTo(content.length);
    } catch (OabException e) {
      assertThat(e).hasMessageContaining("at byte ");
    }
  }

  @Example
  void theFilesAreReadIfNothingIsMutated() throws IOException {
    for (byte[] file : FILES) {
      assertThat(Books.read(file)).isEqualTo(ENTRIES);
    }
  }

  private static byte[] mutated(byte[] file, Random random) {
    byte[] mutated = file.clone();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      int at =
          random.nextInt(random.nextInt(3) == 0 ? Math.min(mutated.length, 300) : mutated.length);
      switch (random.nextInt(5)) {
        case 0 -> mutated[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> mutated[at] = (byte) random.nextInt();
        case 2 -> number(mutated, at & ~3, BAD_NUMBERS[random.nextInt(BAD_NUMBERS.length)]);
        case 3 -> {
          if (at > 0) {
            mutated = Arrays.copyOf(mutated, at);
          }
        }
        default -> {
          int count = Math.min(random.nextInt(200), mutated.length - at);
          System.arraycopy(file, random.nextInt(file.length - count), mutated, at, count);
        }
      }
    }
    return mutated;
  }

  private static void number(byte[] bytes, int at, int value) {
    for (int i = 0; i < 4 && at + i < bytes.length; i++) {
      bytes[at + i] = (byte) (value >>> (8 * i));
    }
  }
}
