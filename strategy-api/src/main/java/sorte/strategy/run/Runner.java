package sorte.strategy.run;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import sorte.strategy.Market;
import sorte.strategy.Scaled;
import sorte.strategy.Strategy;
import sorte.strategy.Terms;

/// One run of a strategy: bars in, decisions out. Deterministic: the same bars and settings give
/// the same bits anywhere. Not safe for several threads. An exception thrown by the strategy goes
/// to the caller as it is; the run is over then.
public final class Runner {
  private final Feed feed;
  private final Terms terms;
  private final Scaled[] stop;

  private Runner(Feed feed, Terms terms) {
    this.feed = feed;
    this.terms = terms;
    this.stop = terms.stopLossDistance().stream().toArray(Scaled[]::new);
  }

  /// Starts a run whose days are those of UTC.
  public static Runner start(StrategyType type, Map<String, Double> settings) {
    return start(type, settings, ZoneOffset.UTC);
  }

  /// Starts a run.
  ///
  /// @param settings values by parameter, in any spelling that folds to it; others keep their
  ///   default; [BadSettings] where some do not fit
  /// @param zone the time zone of the days
  public static Runner start(StrategyType type, Map<String, Double> settings, ZoneId zone) {
    FeedSlot slot = new FeedSlot();
    Strategy<?> strategy = type.make(new Market(slot, zone), settings);
    Feed feed = slot.feed();
    feed.complete(strategy);
    Terms terms =
        Objects.requireNonNull(strategy.terms(), () -> type.name() + ": terms() gave null");
    return new Runner(feed, terms);
  }

  /// Takes in a bar, after the one before it, and gives a mask of [Signals]: those of the rules
  /// that are true at its close; none before the first decision bar.
  public int onBar(
      long timeMillis, double open, double high, double low, double close, double volume) {
    return feed.onBar(timeMillis, open, high, low, close, volume);
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
  /// not.
  public double stopDistance() {
    return stop.length == 0 ? Double.NaN : stop[0].value();
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
