package io.exchangesync.simulator.lzx;

import java.util.Arrays;

/** Finds earlier occurrences of the bytes at a position by chains of equal hashes. */
final class MatchFinder {
  private static final int HASH_BITS = 15;
  private static final int LONGEST_CHAIN = 48;

  private final byte[] data;
  private final int length;
  private final int[] newest = new int[1 << HASH_BITS];
  private final int[] older;
  private int known;

  MatchFinder(byte[] data, int length) {
    this.data = data;
    this.length = length;
    this.older = new int[length];
    Arrays.fill(newest, -1);
  }

  /** The distance of the longest occurrence of at least 3 bytes, 0 if there is none. */
  int distance(int position, int most, int farthest) {
    learn(position);
    if (most < 3 || length - position < 3) {
      return 0;
    }
    int best = 0;
    int bestLength = 2;
    int at = newest[hash(position)];
    for (int i = 0; i < LONGEST_CHAIN && at >= 0 && position - at <= farthest; i++) {
      int same = same(position, at, most);
      if (same > bestLength) {
        bestLength = same;
        best = position - at;
      }
      at = older[at];
    }
    return best;
  }

  /** How many bytes are the same at two positions. */
  int same(int position, int earlier, int most) {
    int count = 0;
    while (count < most && data[position + count] == data[earlier + count]) {
      count++;
    }
    return count;
  }

  private void learn(int position) {
    for (; known < position && known + 3 <= length; known++) {
      int hash = hash(known);
      older[known] = newest[hash];
      newest[hash] = known;
    }
  }

  private int hash(int at) {
    int three = (data[at] & 0xFF) | (data[at + 1] & 0xFF) << 8 | (data[at + 2] & 0xFF) << 16;
    return three * 0x9E3779B1 >>> Integer.SIZE - HASH_BITS;
  }
}
