package io.exchangesync.simulator.lzx;

import java.util.ArrayList;
import java.util.List;

/** Cuts bytes into literals and matches; keeps the three distances used last. */
final class Tokenizer {
  private final byte[] data;
  private final MatchFinder finder;
  private final int farthest;
  private final int chunk;
  private int[] recent = {1, 1, 1};

  /**
   * @param chunk bytes over whose multiples no match reaches
   */
  Tokenizer(byte[] data, int length, int windowBits, int chunk) {
    this.data = data;
    this.finder = new MatchFinder(data, length);
    this.farthest = (1 << windowBits) - 3;
    this.chunk = chunk;
  }

  int[] recent() {
    return recent.clone();
  }

  void setRecent(int[] distances) {
    recent = distances.clone();
  }

  List<Token> tokens(int from, int to) {
    List<Token> tokens = new ArrayList<>();
    int at = from;
    while (at < to) {
      int most = Math.min(to, (at / chunk + 1) * chunk) - at;
      int slot = bestRecent(at, most);
      int repeated = slot < 0 ? 0 : finder.same(at, at - recent[slot], most);
      int distance = finder.distance(at, most, farthest);
      int found = distance == 0 ? 0 : finder.same(at, at - distance, most);
      if (repeated >= 2 && repeated + 1 >= found) {
        tokens.add(Token.match(repeated, slot, 0));
        swap(slot);
        at += repeated;
      } else if (found >= 3) {
        int toldSlot = Slots.of(distance + 2);
        tokens.add(Token.match(found, toldSlot, distance + 2 - Slots.base(toldSlot)));
        recent = new int[] {distance, recent[0], recent[1]};
        at += found;
      } else {
        tokens.add(Token.literal(data[at]));
        at++;
      }
    }
    return tokens;
  }

  /** Which of the last distances fits longest, -1 if none does. */
  private int bestRecent(int at, int most) {
    int best = -1;
    int longest = 1;
    for (int slot = 0; slot < recent.length; slot++) {
      if (recent[slot] <= at) {
        int same = finder.same(at, at - recent[slot], most);
        if (same > longest) {
          longest = same;
          best = slot;
        }
      }
    }
    return best;
  }

  private void swap(int slot) {
    int distance = recent[slot];
    recent[slot] = recent[0];
    recent[0] = distance;
  }
}
