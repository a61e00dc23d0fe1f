package sorte.trading.analysis;

import sorte.trading.backtest.BacktestResult;
import sorte.trading.backtest.BacktestTrade;
import sorte.trading.market.SplitMix;
import sorte.trading.money.Money;

/// What the same returns would have given in another order. Neither way makes returns that did not
/// happen, nor a market that reacts.
///
/// @param seed what the drawing started from
/// @param runs how many
/// @param block bars that are drawn together
/// @param trades how many trades there are to shuffle
/// @param shuffled the ended trades in a random order; their product, and so the final equity, is
///   the same in every order: only the drawdown, measured at the ends of trades, differs
/// @param resampled the returns of the bars after the first decision, drawn in blocks with
///   repetition, around the end (circular block bootstrap)
public record MonteCarlo(
    long seed, int runs, int block, int trades, Outcome shuffled, Outcome resampled) {

  /// Runs at most.
  public static final int MOST_RUNS = 100_000;

  /// @param finalPct final equity in percent of the start
  /// @param drawdownPct the deepest fall of each run
  /// @param lossShare which share of the runs ended below the start
  public record Outcome(Quantiles finalPct, Quantiles drawdownPct, double lossShare) {}

  /// @param block bars a block; 0 for the cube root of their number, rounded up
  public static MonteCarlo of(BacktestResult result, int runs, int block, long seed) {
    if (runs < 1 || runs > MOST_RUNS) {
      throw new IllegalArgumentException("runs must be 1 to " + MOST_RUNS + ", were " + runs);
    }
    double[] bars = result.equity().returns(result.firstDecisionBar() + 1);
    if (block < 0 || block > bars.length || bars.length == 0) {
      throw new IllegalArgumentException(
          "a block must be 0 to %d bars, was %d".formatted(bars.length, block));
    }
    int length = block > 0 ? block : (int) Math.ceil(StrictMath.cbrt(bars.length));
    double[] trades = tradeReturns(result);
    SplitMix random = new SplitMix(seed);
    Outcome shuffled = outcome(runs, () -> path(shuffle(trades, random)));
    Outcome resampled = outcome(runs, () -> resampled(bars, length, random));
    return new MonteCarlo(seed, runs, length, trades.length, shuffled, resampled);
  }

  /// What each ended trade returned on the account as it was at the close before its entry.
  static double[] tradeReturns(BacktestResult result) {
    return result.trades().stream()
        .filter(t -> !t.open())
        .mapToDouble(t -> Money.toDouble(t.pnl()) / Money.toDouble(before(result, t)))
        .toArray();
  }

  private static long before(BacktestResult result, BacktestTrade trade) {
    return Math.max(1, result.equity().at(Math.max(0, trade.entryBar() - 1)));
  }

  private record Path(double end, double deepest) {}

  @FunctionalInterface
  private interface Drawing {
    Path draw();
  }

  private static Outcome outcome(int runs, Drawing drawing) {
    double[] ends = new double[runs];
    double[] falls = new double[runs];
    int lost = 0;
    for (int i = 0; i < runs; i++) {
      Path path = drawing.draw();
      ends[i] = 100 * path.end();
      falls[i] = 100 * path.deepest();
      lost += path.end() < 1 ? 1 : 0;
    }
    return new Outcome(Quantiles.of(ends), Quantiles.of(falls), (double) lost / runs);
  }

  private static double[] shuffle(double[] values, SplitMix random) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.below(i + 1);
      double kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
    return values;
  }

  private static Path path(double[] returns) {
    Walk walk = new Walk();
    for (double r : returns) {
      walk.step(r);
    }
    return walk.path();
  }

  private static Path resampled(double[] bars, int length, SplitMix random) {
    Walk walk = new Walk();
    for (int done = 0; done < bars.length; ) {
      int at = random.below(bars.length);
      for (int i = 0; i < length && done < bars.length; i++, done++) {
        walk.step(bars[at]);
        at = at + 1 == bars.length ? 0 : at + 1;
      }
    }
    return walk.path();
  }

  /// An account that starts at 1; at 0 it stays there.
  private static final class Walk {
    private double now = 1;
    private double peak = 1;
    private double deepest;

    void step(double r) {
      now = Math.max(0, now * (1 + r));
      peak = Math.max(peak, now);
      deepest = Math.max(deepest, 1 - now / peak);
    }

    Path path() {
      return new Path(now, deepest);
    }
  }
}
