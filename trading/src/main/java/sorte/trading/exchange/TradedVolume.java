package sorte.trading.exchange;

import sorte.trading.money.Money;

/// Worth traded on each of the last UTC days, in 1e-8.
final class TradedVolume {
  /// How many days before today count.
  static final int DAYS = 30;

  private static final long MILLIS_A_DAY = 86_400_000;

  private final long[] worth = new long[DAYS + 1];
  private long today = Long.MIN_VALUE;

  /// Worth traded on the thirty UTC days before the one of this time.
  double before(long time) {
    turn(time);
    double sum = 0;
    for (int back = 1; back <= DAYS; back++) {
      sum += Money.toDouble(worth[slot(today - back)]);
    }
    return sum;
  }

  void add(long time, long amount) {
    turn(time);
    int slot = slot(today);
    worth[slot] = Money.plus(worth[slot], Math.abs(amount));
  }

  private void turn(long time) {
    long day = Math.floorDiv(time, MILLIS_A_DAY);
    if (today == Long.MIN_VALUE) {
      today = day;
    }
    for (int passed = 0; today < day && passed <= DAYS; passed++) {
      today++;
      worth[slot(today)] = 0;
    }
    today = Math.max(today, day);
  }

  private static int slot(long day) {
    return (int) Math.floorMod(day, (long) DAYS + 1);
  }
}
