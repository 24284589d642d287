package io.exchangesync.simulator.lzx;

import java.util.Comparator;
import java.util.PriorityQueue;

/** A canonical Huffman code that is complete, or empty if nothing occurs. */
final class HuffmanCode {
  private final byte[] lengths;
  private final int[] codes;

  private HuffmanCode(byte[] lengths) {
    this.lengths = lengths;
    this.codes = new int[lengths.length];
    int code = 0;
    for (int length = 1; length <= 16; length++) {
      for (int symbol = 0; symbol < lengths.length; symbol++) {
        if (lengths[symbol] == length) {
          codes[symbol] = code++;
        }
      }
      code <<= 1;
    }
  }

  /**
   * A short code in which no symbol has more bits than the limit.
   *
   * @param frequencies how often each symbol occurs
   */
  static HuffmanCode of(int[] frequencies, int limit) {
    int[] weights = frequencies.clone();
    int used = 0;
    for (int weight : weights) {
      used += weight > 0 ? 1 : 0;
    }
    if (used == 1) {
      weights[weights[0] > 0 ? 1 : 0] = 1;
    }
    byte[] lengths = lengths(weights);
    while (longest(lengths) > limit) {
      for (int i = 0; i < weights.length; i++) {
        weights[i] = weights[i] > 0 ? weights[i] / 2 + 1 : 0;
      }
      lengths = lengths(weights);
    }
    return new HuffmanCode(lengths);
  }

  byte[] lengths() {
    return lengths;
  }

  int length(int symbol) {
    return lengths[symbol];
  }

  void write(LzxBitWriter out, int symbol) {
    out.write(codes[symbol], lengths[symbol]);
  }

  private static int longest(byte[] lengths) {
    int longest = 0;
    for (byte length : lengths) {
      longest = Math.max(longest, length);
    }
    return longest;
  }

  private static byte[] lengths(int[] weights) {
    PriorityQueue<Node> queue =
        new PriorityQueue<>(Comparator.comparingLong(Node::weight).thenComparingInt(Node::depth));
    for (int symbol = 0; symbol < weights.length; symbol++) {
      if (weights[symbol] > 0) {
        queue.add(new Node(weights[symbol], 0, symbol, null, null));
      }
    }
    byte[] lengths = new byte[weights.length];
    while (queue.size() > 1) {
      Node one = queue.remove();
      Node other = queue.remove();
      int depth = Math.max(one.depth, other.depth) + 1;
      queue.add(new Node(one.weight + other.weight, depth, -1, one, other));
    }
    if (!queue.isEmpty()) {
      queue.remove().mark(lengths, 0);
    }
    return lengths;
  }

  private record Node(long weight, int depth, int symbol, Node left, Node right) {
    void mark(byte[] lengths, int length) {
      if (symbol >= 0) {
        lengths[symbol] = (byte) length;
      } else {
        left.mark(lengths, length + 1);
        right.mark(lengths, length + 1);
      }
    }
  }
}
