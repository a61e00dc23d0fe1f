package sorte.trading.book;

/// Which of [#SIZE] ticks hold something: a bit each, with two levels of bits over them that say
/// which words are not empty, so that the next one is found in three steps.
final class TickBits {

  /// 64 x 64 x 64.
  static final int SIZE = 1 << 18;

  private final long[] ticks = new long[SIZE >> 6];
  private final long[] words = new long[SIZE >> 12];
  private long top;

  void set(int tick) {
    ticks[tick >> 6] |= 1L << tick;
    words[tick >> 12] |= 1L << (tick >> 6);
    top |= 1L << (tick >> 12);
  }

  void clear(int tick) {
    long left = ticks[tick >> 6] & ~(1L << tick);
    ticks[tick >> 6] = left;
    if (left == 0) {
      long leftWords = words[tick >> 12] & ~(1L << (tick >> 6));
      words[tick >> 12] = leftWords;
      if (leftWords == 0) {
        top &= ~(1L << (tick >> 12));
      }
    }
  }

  boolean isEmpty() {
    return top == 0;
  }

  /// The lowest tick at `from` or above that holds something; -1 for none.
  int atOrAbove(int from) {
    int word = from >> 6;
    long bits = ticks[word] & (-1L << from);
    if (bits == 0) {
      int block = word >> 6;
      long others = words[block] & above(word & 63);
      if (others == 0) {
        long blocks = top & above(block);
        if (blocks == 0) {
          return -1;
        }
        block = Long.numberOfTrailingZeros(blocks);
        others = words[block];
      }
      word = (block << 6) + Long.numberOfTrailingZeros(others);
      bits = ticks[word];
    }
    return (word << 6) + Long.numberOfTrailingZeros(bits);
  }

  /// The highest tick at `from` or below that holds something; -1 for none.
  int atOrBelow(int from) {
    int word = from >> 6;
    long bits = ticks[word] & (-1L >>> (63 - (from & 63)));
    if (bits == 0) {
      int block = word >> 6;
      long others = words[block] & below(word & 63);
      if (others == 0) {
        long blocks = top & below(block);
        if (blocks == 0) {
          return -1;
        }
        block = 63 - Long.numberOfLeadingZeros(blocks);
        others = words[block];
      }
      word = (block << 6) + 63 - Long.numberOfLeadingZeros(others);
      bits = ticks[word];
    }
    return (word << 6) + 63 - Long.numberOfLeadingZeros(bits);
  }

  /// All bits above `bit`.
  private static long above(int bit) {
    return bit == 63 ? 0 : -1L << (bit + 1);
  }

  /// All bits below `bit`.
  private static long below(int bit) {
    return (1L << bit) - 1;
  }
}
