package sorte.trading.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sorte.strategies.BollingerBreakout;
import sorte.strategies.MacdCross;
import sorte.strategies.RsiMeanReversion;
import sorte.strategies.SmaCrossLong;
import sorte.strategies.SmaCrossReverse;
import sorte.strategies.TurtleAtrStop;
import sorte.strategy.run.StrategyType;
import sorte.trading.door.Json;
import sorte.trading.market.Bars;
import sorte.trading.money.Costs;
import sorte.trading.money.Money;
import sorte.trading.money.MoneyOverflow;

/// The six reference strategies against what another engine computed, and against a slow engine
/// written from the text.
class ReferenceTest {
  private static final double CASH = 10_000;
  private static final double CLOSE_ENOUGH = 1e-8 * CASH;

  private static final Map<String, Class<?>> STRATEGIES =
      Map.of(
          "SmaCrossReverse", SmaCrossReverse.class,
          "SmaCrossLong", SmaCrossLong.class,
          "RsiMeanReversion", RsiMeanReversion.class,
          "BollingerBreakout", BollingerBreakout.class,
          "MacdCross", MacdCross.class,
          "TurtleAtrStop", TurtleAtrStop.class);

  static Stream<String> names() {
    return STRATEGIES.keySet().stream().sorted();
  }

  private static BacktestResult run(String strategy, Bars bars, Costs costs) {
    Decisions decisions = Decisions.of(StrategyType.of(STRATEGIES.get(strategy)), Map.of());
    return Backtest.with(costs).run(strategy, bars, decisions);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EURUSD-1h-RsiMeanReversion-c002",
        "EURUSD-1h-SmaCrossLong-c002",
        "EURUSD-1h-TurtleAtrStop-c002",
        "GOOG-1d-RsiMeanReversion-c002",
        "GOOG-1d-SmaCrossLong-c002",
        "GOOG-1d-SmaCrossReverse-c002",
        "GOOG-1d-SmaCrossReverse-s002",
        "GOOG-1d-TurtleAtrStop-c002"
      })
  void equals_the_other_engine_trade_for_trade(String name) throws IOException {
    JsonNode expected = Json.read(Files.readAllBytes(Shared.file("expected/" + name + ".json")));
    Bars bars = Shared.bars(expected.get("data").asText());
    JsonNode cost = expected.get("cost");
    Costs costs =
        new Costs(cost.path("commission").asDouble(0), cost.path("spread").asDouble(0), 0);
    BacktestResult result = run(expected.get("strategy").asText(), bars, costs);
    assertThat(result.firstDecisionBar()).isEqualTo(expected.get("firstDecisionBar").asInt());
    trades(result, expected);
    figures(result, expected);
  }

  private static void trades(BacktestResult result, JsonNode expected) {
    List<BacktestTrade> ended = result.trades().stream().filter(t -> !t.open()).toList();
    List<BacktestTrade> open = result.trades().stream().filter(BacktestTrade::open).toList();
    assertThat(ended).isNotEmpty().hasSize(expected.get("trades").size());
    assertThat(open).hasSize(expected.get("openTradesAtEnd").size());
    for (int i = 0; i < ended.size(); i++) {
      BacktestTrade trade = ended.get(i);
      JsonNode other = expected.get("trades").get(i);
      begins(trade, other);
      assertThat(trade.exitBar()).as("trade %d", i).isEqualTo(other.get("exitBar").asInt());
      assertThat(trade.exitAt()).isEqualTo(other.get("exitTime").asLong());
      assertThat(trade.exitAtPrice()).isEqualTo(other.get("exitPrice").asDouble());
      close(trade.pnl(), other.get("pnl").asDouble());
      close(trade.fees(), other.get("commission").asDouble());
    }
    for (int i = 0; i < open.size(); i++) {
      begins(open.get(i), expected.get("openTradesAtEnd").get(i));
    }
  }

  private static void begins(BacktestTrade trade, JsonNode other) {
    assertThat(trade.side() * trade.quantity()).isEqualTo(other.get("size").asDouble());
    assertThat(trade.entryBar()).isEqualTo(other.get("entryBar").asInt());
    assertThat(trade.entryTime()).isEqualTo(other.get("entryTime").asLong());
    assertThat(trade.entryPrice()).isEqualTo(other.get("entryPrice").asDouble());
  }

  private static void figures(BacktestResult result, JsonNode expected) {
    JsonNode stats = expected.get("stats");
    close(result.finalEquity(), expected.get("finalEquity").asDouble());
    close(result.finalEquity(), stats.get("Equity Final [$]").asDouble());
    JsonNode sampled = expected.get("equitySampled");
    for (int i = 0; i < sampled.get("values").size(); i++) {
      int bar = Math.min(result.bars() - 1, i * sampled.get("everyBars").asInt());
      close(result.equity().at(bar), sampled.get("values").get(i).asDouble());
    }
    assertThat(result.returnPct()).isCloseTo(stats.get("Return [%]").asDouble(), within(1e-6));
    assertThat(-result.maxDrawdownPct())
        .isCloseTo(stats.get("Max. Drawdown [%]").asDouble(), within(1e-6));
    assertThat(result.winRatePct()).isCloseTo(stats.get("Win Rate [%]").asDouble(), within(1e-9));
    // the other engine leaves the trade that is still open out of its exposure
    List<BacktestTrade> ended = result.trades().stream().filter(t -> !t.open()).toList();
    assertThat(TradeTally.of(ended, result.bars()).exposurePct(result.bars()))
        .isCloseTo(stats.get("Exposure Time [%]").asDouble(), within(1e-9));
    // ... and its open trade's fee out of its commissions
    long entryFees =
        result.trades().stream().filter(BacktestTrade::open).mapToLong(BacktestTrade::fees).sum();
    close(result.feesPaid() - entryFees, stats.path("Commissions [$]").asDouble(0));
  }

  private static void close(long amount, double expected) {
    assertThat(Money.toDouble(amount)).isCloseTo(expected, within(CLOSE_ENOUGH));
  }

  @ParameterizedTest
  @MethodSource("names")
  void equals_the_text_on_random_series_with_random_costs(String strategy) {
    int trades = 0;
    for (long seed = 1; seed <= 60; seed++) {
      RandomSeries series = new RandomSeries(seed);
      trades += equalsText("seed " + seed, strategy, series.bars(), series.costs());
    }
    System.out.println(strategy + ": " + trades + " trades on random series, seeds 1 to 60");
    assertThat(trades).isGreaterThan(100);
  }

  @ParameterizedTest
  @MethodSource("names")
  void equals_the_text_on_recorded_data(String strategy) throws IOException {
    for (String name :
        List.of(
            "AAPL-1d.csv",
            "BTCUSD-coinbase-1d.csv",
            "BTCUSD-coinbase-4h.csv.gz",
            "ETHUSD-coinbase-1d.csv",
            "EURUSD-1h.csv",
            "EURUSD-fxcm-1h.csv.gz",
            "GOOG-1d.csv",
            "SPX-1w.csv",
            "SPY-1d.csv",
            "SPY-1h.csv.gz",
            "XAUUSD-oanda-1h.csv.gz",
            "BTCUSD-bitfinex-1m-2015.csv.gz")) {
      Bars bars = Shared.bars(name);
      equalsText(name + " c002", strategy, bars, Costs.fee(0.002));
      equalsText(name + " s002", strategy, bars, new Costs(0, 0.002, 0));
    }
  }

  private static int equalsText(String where, String strategy, Bars bars, Costs costs) {
    TextEngine text = new TextEngine(bars, CASH, costs.fee(), costs.spread());
    text.run(strategy);
    BacktestResult result = run(strategy, bars, costs);
    List<BacktestTrade> ended = result.trades().stream().filter(t -> !t.open()).toList();
    for (int i = 0; i < Math.min(ended.size(), text.trades.size()); i++) {
      BacktestTrade trade = ended.get(i);
      TextEngine.Trade other = text.trades.get(i);
      String which = "%s %s trade %d".formatted(where, strategy, i);
      assertThat(trade.side() * trade.quantity()).as(which).isEqualTo(other.signed());
      assertThat(trade.entryBar()).as(which).isEqualTo(other.entryBar());
      assertThat(trade.entryPrice()).as(which).isEqualTo(other.entryPrice());
      assertThat(trade.exitBar()).as(which).isEqualTo(other.exitBar());
      // a stop hangs on an average true range, whose last bit depends on the order of its terms
      assertThat(trade.exitAtPrice())
          .as(which)
          .isCloseTo(other.exitPrice(), withinPercentage(1e-12));
    }
    assertThat(ended).as("%s %s", where, strategy).hasSize(text.trades.size());
    assertThat(result.trades().size() - ended.size()).isEqualTo(text.open == null ? 0 : 1);
    for (int i = 0; i < bars.size(); i++) {
      double apart = Math.abs(Money.toDouble(result.equity().at(i)) - text.equity[i]);
      if (!(apart <= CLOSE_ENOUGH)) {
        throw new AssertionError(
            where + " " + strategy + ": equity differs by " + apart + " at bar " + i);
      }
    }
    close(result.feesPaid(), text.fees);
    return ended.size();
  }

  @Test
  void some_random_series_break_the_account() {
    int broken = 0;
    for (long seed = 1; seed <= 60; seed++) {
      RandomSeries series = new RandomSeries(seed);
      BacktestResult result = run("SmaCrossReverse", series.bars(), series.costs());
      broken += result.finalEquity() == 0 ? 1 : 0;
    }
    assertThat(broken).as("series that end in nothing").isGreaterThan(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SmaCrossLong", "TurtleAtrStop"})
  void more_money_than_money_holds_is_refused_in_words(String strategy) throws IOException {
    Bars bars = Shared.bars("BTCUSD-index-1d.csv"); // 10,000 in 2009 grows past 92 thousand million
    assertThatThrownBy(() -> run(strategy, bars, Costs.NONE))
        .isInstanceOf(MoneyOverflow.class)
        .hasMessageContaining("does not fit into money")
        .hasMessageContaining("use less cash");
  }
}
