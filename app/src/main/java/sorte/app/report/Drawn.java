package sorte.app.report;

import sorte.trading.analysis.Performance;
import sorte.trading.backtest.BacktestResult;
import sorte.trading.market.Bars;
import sorte.trading.words.Phrasebook;

/// What every part of a report draws from.
record Drawn(
    BacktestResult result, Bars bars, Performance performance, Phrasebook words, Format format) {

  String say(String key, Object... values) {
    return words.say(key, values);
  }

  String day(int bar) {
    return format.time(bars.time(bar), daily());
  }

  /// Whether bars are a day or longer: then hours say nothing.
  boolean daily() {
    return bars.size() < 2
        || (bars.time(bars.size() - 1) - bars.time(0)) / (bars.size() - 1) >= Format.DAY_MILLIS / 2;
  }
}
