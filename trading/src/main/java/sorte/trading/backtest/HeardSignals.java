package sorte.trading.backtest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import sorte.strategy.run.Signals;

/// Where in a block of masks the next one stands that counts. What counts hangs on what is held, so
/// that there is a map for each set of signals, made when it is first asked: one bit a bar, and the
/// next bar is found without walking there.
final class HeardSignals {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int SETS =
      (Signals.ENTER_LONG | Signals.EXIT_LONG | Signals.ENTER_SHORT | Signals.EXIT_SHORT) + 1;
  private static final long EACH_OF_EIGHT = 0x0101010101010101L;

  /// Added to a byte of signals it sets the byte's highest bit where there is one.
  private static final long UP_TO_HIGHEST = 0x7F * EACH_OF_EIGHT;

  /// Times the lowest bits of eight bytes: these bits, side by side, in the highest byte.
  private static final long SIDE_BY_SIDE = 0x0102040810204080L;

  private static final int HIGHEST_BYTE = 56;

  private final byte[] signals;
  private final long[][] maps;
  private int count;
  private int made;

  /// @param signals a block of masks, overwritten with each block; a whole number of longs of bits
  HeardSignals(byte[] signals) {
    if (signals.length % Long.SIZE != 0) {
      throw new IllegalArgumentException("a block is of 64 bars or a multiple");
    }
    this.signals = signals;
    this.maps = new long[SETS][signals.length / Long.SIZE];
  }

  /// There are new masks, so many.
  void over(int count) {
    this.count = count;
    this.made = 0;
  }

  /// The first place from `from` on where one of the signals `heard` stands; the count of masks
  /// where none does.
  int next(int heard, int from) {
    if ((made >>> heard & 1) == 0) {
      make(heard);
    }
    long[] map = maps[heard];
    int word = from / Long.SIZE;
    long ahead = from < count ? map[word] & -1L << from : 0;
    while (ahead == 0) {
      word++;
      if (word * Long.SIZE >= count) {
        return count;
      }
      ahead = map[word];
    }
    return Math.min(count, word * Long.SIZE + Long.numberOfTrailingZeros(ahead));
  }

  private void make(int heard) {
    made |= 1 << heard;
    long[] map = maps[heard];
    long each = heard * EACH_OF_EIGHT;
    for (int word = 0; word * Long.SIZE < count; word++) {
      long bits = 0;
      for (int b = 0; b < Long.BYTES; b++) {
        long masks = (long) EIGHT.get(signals, word * Long.SIZE + b * Byte.SIZE) & each;
        long lowest = (masks + UP_TO_HIGHEST) >>> (Byte.SIZE - 1) & EACH_OF_EIGHT;
        bits |= (lowest * SIDE_BY_SIDE) >>> HIGHEST_BYTE << (b * Byte.SIZE);
      }
      map[word] = bits;
    }
  }
}
