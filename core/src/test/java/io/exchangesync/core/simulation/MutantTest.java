package io.exchangesync.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulation finds planted bugs: a test of the oracle. */
class MutantTest {
  private static final int HISTORIES = 200;

  @ParameterizedTest
  @EnumSource(Mutant.class)
  void theSimulationFindsIt(Mutant mutant) {
    assertThat(
            LongStream.rangeClosed(1, HISTORIES)
                .filter(seed -> mutant.history(seed, mutant).live().isPresent())
                .anyMatch(seed -> mutant.history(seed, Mutant.NONE).live().isEmpty()))
        .as("%s is found in %d histories", mutant, HISTORIES)
        .isTrue();
  }
}
