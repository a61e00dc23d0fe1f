package sorte.change.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sorte.strategies.BollingerBreakout;
import sorte.strategies.DonchianTrend;
import sorte.strategies.EmaCross;
import sorte.strategies.MacdCross;
import sorte.strategies.RsiMeanReversion;
import sorte.strategies.SmaCrossLong;
import sorte.strategies.SmaCrossReverse;
import sorte.strategies.TurtleAtrStop;
import sorte.strategy.run.StrategyType;
import sorte.trading.backtest.Backtest;
import sorte.trading.backtest.BacktestResult;
import sorte.trading.backtest.BacktestTrade;
import sorte.trading.backtest.Decisions;
import sorte.trading.market.Bars;
import sorte.trading.market.BarsFile;
import sorte.trading.market.BarsReading;
import sorte.trading.market.BuiltInMarket;
import sorte.trading.money.Costs;

/// The bars of the trades that the shipped strategies made in backtests: on the recorded series
/// beside the repository where they are, else on the built-in market. The bars of each backtest are
/// brought to mean 0 and variance 1, so that no series drowns another and equal versions are equal.
record RealTrades(String source, List<double[]> trades) {
  private static final int LONGEST_SERIES = 60_000;

  /// Bars of one backtest: the money begins anew with each.
  private static final int STRETCH = 1_000;

  private static final int FEWEST_BARS = 200;

  private static final List<Class<?>> SHIPPED =
      List.of(
          BollingerBreakout.class,
          DonchianTrend.class,
          EmaCross.class,
          MacdCross.class,
          RsiMeanReversion.class,
          SmaCrossLong.class,
          SmaCrossReverse.class,
          TurtleAtrStop.class);

  /// @param data the folder of recorded series, which need not be there
  static RealTrades from(Path data) throws IOException {
    List<double[]> trades = new ArrayList<>();
    List<Bars> series = recorded(data);
    boolean builtIn = series.isEmpty();
    if (builtIn) {
      series.add(builtIn());
    }
    for (Bars bars : series) {
      for (int from = 0; from < bars.size(); from += STRETCH) {
        Bars stretch = bars.slice(from, Math.min(bars.size(), from + STRETCH));
        for (Class<?> strategy : SHIPPED) {
          trades.addAll(of(strategy, stretch));
        }
      }
    }
    String source =
        "%d trades of %d strategies on %s"
            .formatted(
                trades.size(),
                SHIPPED.size(),
                builtIn ? "the built-in market" : series.size() + " recorded series");
    return new RealTrades(source, List.copyOf(trades));
  }

  private static List<Bars> recorded(Path data) throws IOException {
    List<Bars> series = new ArrayList<>();
    if (!Files.isDirectory(data)) {
      return series;
    }
    List<Path> files;
    try (var listed = Files.list(data)) {
      files = listed.sorted().toList();
    }
    for (Path file : files) {
      String name = file.getFileName().toString();
      if ((name.endsWith(".csv") || name.endsWith(".csv.gz"))
          && BarsFile.read(file) instanceof BarsReading.Read read) {
        Bars bars = read.bars();
        series.add(bars.size() > LONGEST_SERIES ? bars.slice(0, LONGEST_SERIES) : bars);
      }
    }
    return series;
  }

  private static Bars builtIn() {
    BuiltInMarket market = new BuiltInMarket(7);
    Bars.Builder bars = new Bars.Builder(LONGEST_SERIES);
    for (int i = 0; i < LONGEST_SERIES; i++) {
      boolean _ = market.advance();
      bars.add(
          market.time(),
          market.open(),
          market.high(),
          market.low(),
          market.close(),
          market.volume());
    }
    return bars.build();
  }

  private static List<double[]> of(Class<?> strategy, Bars bars) {
    Decisions decisions = Decisions.of(StrategyType.of(strategy), Map.of());
    BacktestResult result =
        Backtest.with(Costs.fee(0.001)).run(strategy.getSimpleName(), bars, decisions);
    double[] returns = result.equity().returns(1);
    List<double[]> trades = new ArrayList<>();
    for (BacktestTrade trade : result.trades()) {
      int last = trade.open() ? bars.size() - 1 : trade.exitBar();
      double[] held = new double[last - trade.entryBar() + 1];
      for (int bar = trade.entryBar(); bar <= last; bar++) {
        held[bar - trade.entryBar()] = bar == 0 ? 0 : returns[bar - 1];
      }
      trades.add(held);
    }
    return standardised(trades);
  }

  private static List<double[]> standardised(List<double[]> trades) {
    long bars = 0;
    double sum = 0;
    double squares = 0;
    for (double[] trade : trades) {
      for (double r : trade) {
        bars++;
        sum += r;
        squares += r * r;
      }
    }
    double mean = sum / bars;
    double deviation = Math.sqrt(squares / bars - mean * mean);
    if (bars < FEWEST_BARS || !(deviation > 0)) {
      return List.of();
    }
    for (double[] trade : trades) {
      for (int i = 0; i < trade.length; i++) {
        trade[i] = (trade[i] - mean) / deviation;
      }
    }
    return trades;
  }
}
