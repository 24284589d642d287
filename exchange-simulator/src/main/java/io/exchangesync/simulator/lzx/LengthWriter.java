package io.exchangesync.simulator.lzx;

import java.util.ArrayList;
import java.util.List;

/** Writes the code lengths of a tree as differences to those before. */
final class LengthWriter {
  private static final int SYMBOLS = 20;
  private static final int MODULUS = 17;
  private static final int FEW_ZEROS = 17;
  private static final int MANY_ZEROS = 18;
  private static final int REPEAT = 19;

  private LengthWriter() {}

  /**
   * @param before the lengths that the reader has
   * @param from the first symbol
   * @param to behind the last symbol
   */
  static void write(LzxBitWriter out, byte[] before, byte[] lengths, int from, int to) {
    List<Step> steps = steps(before, lengths, from, to);
    int[] frequencies = new int[SYMBOLS];
    for (Step step : steps) {
      frequencies[step.symbol]++;
      if (step.symbol == REPEAT) {
        frequencies[step.repeated]++;
      }
    }
    HuffmanCode code = HuffmanCode.of(frequencies, 15);
    for (int symbol = 0; symbol < SYMBOLS; symbol++) {
      out.write(code.length(symbol), 4);
    }
    for (Step step : steps) {
      code.write(out, step.symbol);
      out.write(step.extra, step.bits);
      if (step.symbol == REPEAT) {
        code.write(out, step.repeated);
      }
    }
  }

  private static List<Step> steps(byte[] before, byte[] lengths, int from, int to) {
    List<Step> steps = new ArrayList<>();
    int at = from;
    while (at < to) {
      int run = 1;
      while (at + run < to && lengths[at + run] == lengths[at] && run < 51) {
        run++;
      }
      int difference = (before[at] - lengths[at] + MODULUS) % MODULUS;
      if (lengths[at] == 0 && run >= 20) {
        steps.add(new Step(MANY_ZEROS, run - 20, 5, 0));
      } else if (lengths[at] == 0 && run >= 4) {
        steps.add(new Step(FEW_ZEROS, run - 4, 4, 0));
      } else if (run >= 4) {
        run = Math.min(run, 5);
        steps.add(new Step(REPEAT, run - 4, 1, difference));
      } else {
        run = 1;
        steps.add(new Step(difference, 0, 0, 0));
      }
      at += run;
    }
    return steps;
  }

  private record Step(int symbol, int extra, int bits, int repeated) {}
}
