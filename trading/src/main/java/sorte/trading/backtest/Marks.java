package sorte.trading.backtest;

import java.util.Arrays;
import sorte.trading.market.Bars;
import sorte.trading.money.Money;
import sorte.trading.money.SubLedger;

/// What an account was worth at each close, kept as what it held from which bar on: the amounts
/// follow from that and the closes, and are worked out when somebody asks for them. A run writes
/// two places a trade and nothing a bar.
final class Marks {
  private static final int USUAL_CHANGES = 256;

  private final Bars bars;
  private int[] starts = new int[USUAL_CHANGES];
  private long[] bases = new long[USUAL_CHANGES];
  private double[] quantities = new double[USUAL_CHANGES];
  private int changes;

  /// @param cash what is there from the first bar on
  Marks(Bars bars, long cash) {
    this.bars = bars;
    begin(cash);
  }

  /// Another run, in the same room.
  void begin(long cash) {
    changes = 0;
    add(0, cash, 0);
  }

  /// This is what the ledger holds at the close of a bar, none before those told already.
  void at(int bar, SubLedger ledger) {
    long base = ledger.base();
    double quantity = ledger.quantity();
    int last = changes - 1;
    if (base == bases[last] && quantity == quantities[last]) {
      return;
    }
    if (starts[last] == bar) {
      changes--;
    }
    add(bar, base, quantity);
  }

  private void add(int bar, long base, double quantity) {
    if (changes == starts.length) {
      starts = Arrays.copyOf(starts, 2 * changes);
      bases = Arrays.copyOf(bases, 2 * changes);
      quantities = Arrays.copyOf(quantities, 2 * changes);
    }
    starts[changes] = bar;
    bases[changes] = base;
    quantities[changes] = quantity;
    changes++;
  }

  /// The worth at the close of a bar, of one near the last change most quickly.
  long worth(int bar) {
    int change = changes - 1;
    while (starts[change] > bar) {
      change--;
    }
    return worth(change, bar);
  }

  private long worth(int change, int bar) {
    double quantity = quantities[change];
    return quantity == 0
        ? bases[change]
        : Money.plus(bases[change], Money.of(quantity, bars.close(bar)));
  }

  /// The worth at the close of each bar, in 1e-8.
  long[] amounts() {
    long[] amounts = new long[bars.size()];
    for (int change = 0; change < changes; change++) {
      int to = change + 1 < changes ? starts[change + 1] : amounts.length;
      for (int bar = starts[change]; bar < to; bar++) {
        amounts[bar] = worth(change, bar);
      }
    }
    return amounts;
  }
}
