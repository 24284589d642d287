package io.exchangesync.exchange.ews;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class RequestBytesTest {

  @Property(tries = 50)
  void whatWasWrittenInAnyPortionsComesOutAgain(
      @ForAll @Size(max = 20) byte[][] portions, @ForAll @Size(max = 40_000) byte[] block)
      throws IOException {
    RequestBytes bytes = new RequestBytes();
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    for (byte[] portion : portions) {
      for (byte one : portion) {
        bytes.write(one);
      }
      bytes.write(block, 0, block.length);
      expected.write(portion);
      expected.write(block);
    }
    ByteArrayOutputStream found = new ByteArrayOutputStream();
    bytes.writeTo(found);
    assertThat(found.toByteArray()).isEqualTo(expected.toByteArray());
  }
}
