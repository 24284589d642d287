package io.exchangesync.exchange.oab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.exchangesync.simulator.lzx.LzxEncoder.Blocks;
import io.exchangesync.simulator.oab.OabFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An independent decoder and ours make the same of what the simulator writes. */
class LibmspackTest {
  private static final Path PYTHON = Path.of("/usr/bin/python3");
  private static final int MISSING = 3;

  @TempDir Path folder;

  @Test
  void libmspackAndOurDecoderMakeTheSameBytes() throws Exception {
    List<byte[]> contents = contents();
    List<byte[]> files = new ArrayList<>();
    List<byte[]> expected = new ArrayList<>();
    for (byte[] content : contents) {
      for (Blocks blocks : Blocks.values()) {
        files.add(OabFile.pack(content, OabFile.BLOCK, blocks, 1 << 16));
        files.add(OabFile.pack(content, 60_000, blocks, 50_000));
        files.add(OabFile.pack(content, 3_000_000, blocks, 300_000));
        expected.addAll(List.of(content, content, content));
      }
    }
    List<String> arguments = new ArrayList<>(List.of("src/test/python/unpack_oab.py"));
    for (int i = 0; i < files.size(); i++) {
      Files.write(folder.resolve(i + ".lzx"), files.get(i));
      arguments.add(folder.resolve(i + ".lzx").toString());
      arguments.add(folder.resolve(i + ".oab").toString());
    }
    assertThat(python(arguments)).isEqualTo("DONE\n");
    for (int i = 0; i < files.size(); i++) {
      byte[] theirs = Files.readAllBytes(folder.resolve(i + ".oab"));
      assertThat(theirs).as("libmspack, file %s", i).isEqualTo(expected.get(i));
      assertThat(ours(files.get(i))).as("ours, file %s", i).isEqualTo(theirs);
    }
  }

  private static List<byte[]> contents() {
    Random random = new Random(11);
    List<AddressBookEntry> entries =
        IntStream.range(0, 3000).mapToObj(i -> Books.random(random, i)).toList();
    byte[] noise = new byte[100_001];
    random.nextBytes(noise);
    return List.of(
        Books.shuffled(entries, random),
        Books.shuffled(entries.subList(0, 3), random),
        new byte[200_000],
        noise);
  }

  private static byte[] ours(byte[] file) throws IOException {
    InputStream behindVersion = new ByteArrayInputStream(file, 4, file.length - 4);
    OabInput in = new OabInput(behindVersion, OabException.Place.FILE);
    try (InputStream content = new OabInputStream(behindVersion, in, OabLimits.USUAL)) {
      return content.readAllBytes();
    }
  }

  private static String python(List<String> arguments) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(PYTHON), "/usr/bin/python3 is missing");
    ProcessBuilder builder = new ProcessBuilder(PYTHON.toString()).redirectErrorStream(true);
    builder.command().addAll(arguments);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assumeTrue(
        process.waitFor() != MISSING,
        "libmspack is missing: Debian's package libmspack0 is not installed");
    return output;
  }
}
