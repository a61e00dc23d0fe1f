package sorte.trading.book;

import java.util.Arrays;

/// What a book said, as numbers, and what follows from it: who holds what.
final class Tape implements BookEvents {
  long[] said = new long[1 << 12];
  int length;
  long bought;
  long traded;
  long cancelled;

  @Override
  public void accepted(long order, boolean buy, long ticks, long lots) {
    add(1, order, buy ? 1 : 0, ticks, lots);
    bought += lots;
  }

  @Override
  public void traded(long taker, long maker, long ticks, long lots) {
    add(2, taker, maker, ticks, lots);
    traded += lots;
  }

  @Override
  public void cancelled(long order, long lots) {
    add(3, order, 0, 0, lots);
    cancelled += lots;
  }

  @Override
  public void modified(long order, long ticks, long lots) {
    add(4, order, 0, ticks, lots);
  }

  @Override
  public void rejected(long order, Refusal why) {
    add(5, order, why.ordinal(), 0, 0);
  }

  private void add(long kind, long a, long b, long c, long d) {
    if (length + 5 > said.length) {
      said = Arrays.copyOf(said, said.length * 2);
    }
    said[length++] = kind;
    said[length++] = a;
    said[length++] = b;
    said[length++] = c;
    said[length++] = d;
  }

  boolean same(Tape other) {
    return Arrays.equals(said, 0, length, other.said, 0, other.length);
  }

  String words() {
    return Arrays.toString(Arrays.copyOf(said, length));
  }
}
