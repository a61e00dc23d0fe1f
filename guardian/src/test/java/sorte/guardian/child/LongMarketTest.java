package sorte.guardian.child;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LongMarketTest {
  private static final long QUARTER = 900_000;

  @Test
  void a_million_bars_are_the_same_each_time_and_each_of_them_is_a_bar() {
    LongMarket market = new LongMarket(QUARTER, LongMarket.BARS_MOST, 1);
    LongMarket.Walk one = market.walk();
    LongMarket.Walk other = market.walk();
    long before = Long.MIN_VALUE;
    double lowest = Double.MAX_VALUE;
    double highest = 0;
    int still = 0;
    int gaps = 0;
    int halts = 0;
    double closed = Double.NaN;
    for (int bar = 0; bar < market.bars(); ) {
      BarColumns a = one.next();
      BarColumns b = other.next();
      for (int row = 0; row < a.bars(); row++, bar++) {
        double open = a.open()[row];
        double close = a.close()[row];
        boolean whole =
            a.low()[row] <= Math.min(open, close)
                && a.high()[row] >= Math.max(open, close)
                && a.low()[row] > 0
                && Double.isFinite(a.high()[row])
                && a.volume()[row] >= 0
                && a.time()[row] > before;
        if (!whole || close != b.close()[row] || a.time()[row] != b.time()[row]) {
          throw new AssertionError("bar " + bar + ": " + open + " to " + close);
        }
        still += open == close && a.volume()[row] == 0 ? 1 : 0;
        gaps += open != closed ? 1 : 0;
        halts += bar > 0 && a.time()[row] - before > QUARTER ? 1 : 0;
        lowest = Math.min(lowest, close);
        highest = Math.max(highest, close);
        closed = close;
        before = a.time()[row];
      }
    }
    assertThat(still).isGreaterThan(10_000);
    assertThat(gaps).isGreaterThan(500);
    assertThat(halts).isGreaterThan(500);
    assertThat(lowest).isLessThan(1);
    assertThat(highest).isGreaterThan(1_000_000);
  }
}
