package sorte.trading.backtest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import sorte.trading.market.Bars;
import sorte.trading.money.Book;
import sorte.trading.money.EquityCurve;
import sorte.trading.money.Money;
import sorte.trading.risk.Passage;
import sorte.trading.risk.RiskCheck;
import sorte.trading.risk.Standing;

/// The last check before the fill, over one run's account. Peak and drawdown are looked at when an
/// order asks: no order, no cost.
final class LastDoor {
  private static final long MILLIS_A_DAY = 24L * 60 * 60 * 1000;

  private final RiskCheck check;
  private final Bars bars;
  private final Marks marks;
  private final long cash;
  private final ZoneId zone;
  private final List<GuardedBacktest.Denial> denials = new ArrayList<>();
  private final EquityCurve curve;
  private boolean halted;
  private int nextDay;

  /// How many bars the last day had: a guess at the next.
  private int dayBars;

  private long dayEnd = Long.MIN_VALUE;
  private double dayStart;
  private int entriesToday;
  private long lastOrder;
  private long denied;

  /// @param marks are read up to the bar that closed last
  /// @param curve what the account was up to there, whenever an order asks
  LastDoor(AccountRules rules, Bars bars, Marks marks, EquityCurve curve, long cash, ZoneId zone) {
    this.check = new RiskCheck(rules.limits());
    this.bars = bars;
    this.marks = marks;
    this.cash = cash;
    this.zone = zone;
    this.curve = curve;
  }

  /// The order that waits asks to fill on this bar at this price; an entry that may not leave is
  /// taken out of it.
  ///
  /// @param time of this bar, where the book asks for it
  /// @param closed the bar that closed last
  void ask(Book book, int bar, long time, double price, int closed) {
    if (bar >= nextDay) {
      newDay(bars.time(bar));
    }
    double exit = book.exitQuantity();
    double entry = book.entryQuantity(time, price);
    if (exit == 0 && entry == 0) {
      return;
    }
    if (entry != 0) { // an exit passes whatever was lost, and what was lost is not forgotten
      follow();
    }
    Standing now =
        new Standing(
            book.ledger().quantity(),
            entry == 0 ? Double.NaN : worth(book, closed),
            bars.close(closed),
            dayStart,
            Money.toDouble(curve.peak()),
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

  /// Nobody asks for it where something is only taken away from what is held.
  private double worth(Book book, int closed) {
    return Money.toDouble(book.ledger().equity(bars.close(closed)));
  }

  private void deny(Book book, int bar, Passage.Denied no) {
    book.denyEntry();
    denied++;
    if (denials.size() < GuardedBacktest.DENIALS_TOLD) {
      denials.add(new GuardedBacktest.Denial(bar, no.rule(), no.seen(), no.limit()));
    }
  }

  /// Looks at what the account has lost so far.
  void follow() {
    halted |= curve.lost() >= check.limits().maxDrawdown();
  }

  /// The day's first equity is that of the close before its first bar.
  private void newDay(long time) {
    long start;
    long end;
    if (zone == ZoneOffset.UTC) { // the usual case, without an object
      start = Math.floorDiv(time, MILLIS_A_DAY) * MILLIS_A_DAY;
      end = start + MILLIS_A_DAY;
    } else {
      LocalDate today = Instant.ofEpochMilli(time).atZone(zone).toLocalDate();
      start = today.atStartOfDay(zone).toInstant().toEpochMilli();
      end = today.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
    }
    int first = start == dayEnd ? nextDay : bars.firstAtOrAfter(start);
    dayEnd = end;
    nextDay = bars.firstAtOrAfter(end, first + dayBars);
    dayBars = nextDay - first;
    entriesToday = 0;
    dayStart = Money.toDouble(first == 0 ? cash : marks.worth(first - 1));
  }

  GuardedBacktest told(BacktestResult result, boolean budgetSpent) {
    return new GuardedBacktest(result, denials, denied, lastOrder, halted, budgetSpent);
  }
}
