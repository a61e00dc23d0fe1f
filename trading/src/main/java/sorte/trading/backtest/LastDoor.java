package sorte.trading.backtest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import sorte.trading.market.Bars;
import sorte.trading.money.Book;
import sorte.trading.money.Money;
import sorte.trading.risk.Passage;
import sorte.trading.risk.RiskCheck;
import sorte.trading.risk.Standing;

/// The last check before the fill, over one run's account. Peak and drawdown are followed when an
/// order asks, over the closes since the last one that did: no order, no cost.
final class LastDoor {
  private static final long MILLIS_A_DAY = 24L * 60 * 60 * 1000;

  private final RiskCheck check;
  private final Bars bars;
  private final long[] equity;
  private final long cash;
  private final ZoneId zone;
  private final List<GuardedBacktest.Denial> denials = new ArrayList<>();
  private long peak;
  private long suspect;
  private boolean halted;
  private int seen;
  private long nextDay = Long.MIN_VALUE;
  private double dayStart;
  private int entriesToday;
  private long lastOrder;
  private long denied;

  /// @param equity is read up to the bar that closed last
  LastDoor(AccountRules rules, Bars bars, long[] equity, long cash, ZoneId zone) {
    this.check = new RiskCheck(rules.limits());
    this.bars = bars;
    this.equity = equity;
    this.cash = cash;
    this.zone = zone;
    rise(cash);
  }

  /// The order that waits asks to fill on this bar at this price; an entry that may not leave is
  /// taken out of it.
  ///
  /// @param closed the bar that closed last
  void ask(Book book, int bar, double price, int closed) {
    long time = bars.time(bar);
    follow(closed);
    newDay(time);
    double exit = book.exitQuantity();
    double entry = book.entryQuantity(time, price);
    if (exit == 0 && entry == 0) {
      return;
    }
    Standing now =
        new Standing(
            book.ledger().quantity(),
            Money.toDouble(equity[closed]),
            bars.close(closed),
            dayStart,
            Money.toDouble(peak),
            entriesToday,
            lastOrder,
            halted ? Standing.Mode.HALTED : Standing.Mode.RUNNING,
            false);
    Passage passage = check.check(lastOrder + 1, exit + entry, price, entry == 0, now);
    if (passage instanceof Passage.Denied no) {
      deny(book, bar, no);
      return;
    }
    lastOrder++;
    entriesToday += entry == 0 ? 0 : 1;
  }

  private void deny(Book book, int bar, Passage.Denied no) {
    book.denyEntry();
    denied++;
    if (denials.size() < GuardedBacktest.DENIALS_TOLD) {
      denials.add(new GuardedBacktest.Denial(bar, no.rule(), no.seen(), no.limit()));
    }
  }

  /// Follows peak and drawdown up to this close.
  void follow(int closed) {
    for (; seen <= closed; seen++) {
      long now = equity[seen];
      if (now > peak) {
        rise(now);
      } else if (now <= suspect) {
        double down = 1 - Money.toDouble(now) / Money.toDouble(peak);
        halted |= down >= check.limits().maxDrawdown();
      }
    }
  }

  /// Above `suspect` no drawdown is at its limit, whatever rounding does.
  private void rise(long now) {
    peak = now;
    double least = (double) now * (1 - check.limits().maxDrawdown());
    suspect = (long) Math.ceil(least + Math.abs(least) * 0x1p-40) + 1;
  }

  /// The day's first equity is that of the close before its first bar.
  private void newDay(long time) {
    if (time < nextDay) {
      return;
    }
    long start;
    if (zone == ZoneOffset.UTC) { // the usual case, without an object
      start = Math.floorDiv(time, MILLIS_A_DAY) * MILLIS_A_DAY;
      nextDay = start + MILLIS_A_DAY;
    } else {
      LocalDate today = Instant.ofEpochMilli(time).atZone(zone).toLocalDate();
      start = today.atStartOfDay(zone).toInstant().toEpochMilli();
      nextDay = today.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
    }
    int first = bars.firstAtOrAfter(start);
    entriesToday = 0;
    dayStart = Money.toDouble(first == 0 ? cash : equity[first - 1]);
  }

  GuardedBacktest told(BacktestResult result, boolean budgetSpent) {
    return new GuardedBacktest(result, denials, denied, lastOrder, halted, budgetSpent);
  }
}
