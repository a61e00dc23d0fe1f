package sorte.strategy.run;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import sorte.strategy.Market;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

/// One run of a strategy: bars in, decisions out. Deterministic: the same bars and settings give
/// the same bits anywhere. Not safe for several threads. An exception thrown by the strategy goes
/// to the caller as it is; the run is over then.
public final class Runner {
  private final Feed feed;
  private final Terms terms;
  private final StopDistance stop;
  private int signals;
  private final Toll toll;

  private Runner(Feed feed, Terms terms, Toll toll) {
    this.feed = feed;
    this.terms = terms;
    this.stop = StopDistance.of(terms);
    this.toll = toll;
  }

  /// Starts a run whose days are those of UTC, of a strategy that looks at no slower bars.
  public static Runner start(StrategyType type, Map<String, Double> settings) {
    return start(type, settings, ZoneOffset.UTC);
  }

  /// Starts a run of a strategy that looks at no slower bars.
  public static Runner start(StrategyType type, Map<String, Double> settings, ZoneId zone) {
    return start(type, settings, zone, BarLength.UNKNOWN);
  }

  /// Starts a run.
  ///
  /// @param settings values by parameter, in any spelling that folds to it; others keep their
  ///   default; [BadSettings] where some do not fit
  /// @param zone the time zone of the days
  /// @param length of a bar; [BadTimeframe] where slower ones cannot be made of them
  public static Runner start(
      StrategyType type, Map<String, Double> settings, ZoneId zone, BarLength length) {
    return start(type, settings, zone, length, Toll.NONE);
  }

  /// Starts a run whose decisions pay: the first one is to be paid before [#onBars], the toll sees
  /// to the others.
  public static Runner start(
      StrategyType type, Map<String, Double> settings, ZoneId zone, BarLength length, Toll toll) {
    return start(type, settings, zone, new FeedSlot(length), toll);
  }

  /// Starts a run over the bars of a memo, and over no others, that reads indicators from it.
  public static Runner start(
      StrategyType type, Map<String, Double> settings, ZoneId zone, IndicatorMemo memo) {
    return start(type, settings, zone, new FeedSlot(memo), Toll.NONE);
  }

  private static Runner start(
      StrategyType type, Map<String, Double> settings, ZoneId zone, FeedSlot slot, Toll toll) {
    Strategy<?> strategy = made(type, settings, zone, slot);
    Terms terms =
        Objects.requireNonNull(strategy.terms(), () -> type.name() + ": terms() gave null");
    return new Runner(slot.feed(), terms, toll);
  }

  static Feed feed(StrategyType type, Map<String, Double> settings, ZoneId zone, FeedSlot slot) {
    made(type, settings, zone, slot);
    return slot.feed();
  }

  private static Strategy<?> made(
      StrategyType type, Map<String, Double> settings, ZoneId zone, FeedSlot slot) {
    Strategy<?> strategy = type.make(new Market(slot, zone), settings);
    slot.feed().complete(strategy);
    return strategy;
  }

  /// Takes in a bar, after the one before it, and gives a mask of [Signals]: those of the rules
  /// that are true at its close; none before the first decision bar.
  public int onBar(
      long timeMillis, double open, double high, double low, double close, double volume) {
    signals = feed.onBar(timeMillis, open, high, low, close, volume);
    return signals;
  }

  /// Takes in the bars from `from` up to, not including, `to`, as [#onBar] would one by one, in a
  /// loop that is this strategy's own; the bar `from` is the next one.
  ///
  /// @param signals takes the mask of each bar, from index 0 on
  /// @param stops takes [#stopDistance] of each bar, where the stop hangs on a line
  public void onBars(Columns bars, int from, int to, byte[] signals, double[] stops) {
    feed.onBars(bars, from, to, stop, signals, stops, toll);
    this.signals = to > from ? signals[to - from - 1] : this.signals;
  }

  /// The index, from 0, of the first bar at which rules are asked: one after the largest first
  /// index of its indicators, so that each line has a value and a previous one.
  public int firstDecisionBar() {
    return feed.firstDecisionBar();
  }

  /// How its trades are held.
  public Terms terms() {
    return terms;
  }

  /// The stop's distance in price as of the last bar, where it hangs on a line; NaN where it does
  /// not, and where each side has one of its own and the bar does not enter on one side alone.
  public double stopDistance() {
    return stop.at(signals);
  }

  /// The names of the lines of its indicators, in the order of their declaration, for those who
  /// look at it from outside: `sma-1`, `sma-2`, `bollinger-1.1`.
  public List<String> lines() {
    return feed.lines();
  }

  /// The value of a line at the last bar, by its place in [#lines]; NaN before its first.
  public double line(int index) {
    return feed.line(index);
  }
}
