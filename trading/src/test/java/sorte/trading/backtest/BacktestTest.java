package sorte.trading.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sorte.strategies.EmaCross;
import sorte.strategies.SmaCrossLong;
import sorte.strategies.SmaCrossReverse;
import sorte.strategy.run.Signals;
import sorte.strategy.run.StrategyType;
import sorte.trading.market.Bars;
import sorte.trading.market.BuiltInMarket;
import sorte.trading.market.Instrument;
import sorte.trading.money.Costs;
import sorte.trading.money.ExitReason;
import sorte.trading.money.Fill;
import sorte.trading.money.HoldingTerms;
import sorte.trading.money.Money;

class BacktestTest {
  private static final Backtest FREE = Backtest.with(Costs.NONE);

  /// Says what it was told to, from bar 1 on.
  private record Script(int[] signals, HoldingTerms terms, int[] at) implements Decisions {
    Script(int... signals) {
      this(signals, HoldingTerms.ALL_IN, new int[1]);
    }

    @Override
    public int firstDecisionBar() {
      return 1;
    }

    @Override
    public int onBar(long time, double open, double high, double low, double close, double volume) {
      int bar = at[0]++;
      return bar < signals.length ? signals[bar] : 0;
    }

    @Override
    public double stopDistance() {
      return Double.NaN;
    }
  }

  private static Bars flat(double... prices) {
    Bars.Builder bars = new Bars.Builder(prices.length);
    for (int i = 0; i < prices.length; i++) {
      bars.add(i * 86_400_000L, prices[i], prices[i], prices[i], prices[i], 1);
    }
    return bars.build();
  }

  @Test
  void the_document_has_exactly_the_fields_of_the_contract() {
    Script script = new Script(0, Signals.ENTER_LONG, 0, Signals.EXIT_LONG, Signals.ENTER_SHORT);
    JsonNode json =
        FREE.run("my-strategy", flat(100, 100, 100, 110, 120, 120, 110), script).toJson(2_000_000);
    assertThat(keys(json))
        .containsExactly(
            "strategy",
            "bars",
            "start",
            "end",
            "startEquity",
            "finalEquity",
            "returnPct",
            "maxDrawdownPct",
            "sharpe",
            "winRatePct",
            "exposurePct",
            "feesPaid",
            "trades",
            "elapsedMillis",
            "barsPerSecond");
    assertThat(keys(json.get("trades").get(0)))
        .containsExactly(
            "side", "entryTime", "entryPrice", "exitTime", "exitPrice", "quantity", "fees", "pnl");
    assertThat(json.get("trades").get(0).toString())
        .isEqualTo(
            "{\"side\":\"long\",\"entryTime\":\"1970-01-03T00:00:00Z\",\"entryPrice\":100.0,"
                + "\"exitTime\":\"1970-01-05T00:00:00Z\",\"exitPrice\":120.0,\"quantity\":99.0,"
                + "\"fees\":0.0,\"pnl\":1980.0}");
    JsonNode open = json.get("trades").get(1);
    assertThat(open.get("side").asText()).isEqualTo("short");
    assertThat(open.get("exitTime").isNull()).isTrue();
    assertThat(open.get("exitPrice").isNull()).isTrue();
    assertThat(json.get("elapsedMillis").asDouble()).isEqualTo(2);
    assertThat(json.get("barsPerSecond").asDouble()).isEqualTo(3500);
    assertThat(json.get("start").asText()).isEqualTo("1970-01-01T00:00:00Z");
  }

  private static List<String> keys(JsonNode json) {
    List<String> keys = new ArrayList<>();
    json.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  @Test
  void a_figure_that_does_not_exist_is_null() {
    JsonNode json = FREE.run("idle", flat(100, 101, 102), new Script()).toJson(1);
    assertThat(json.get("sharpe").isNull()).isTrue();
    assertThat(json.get("winRatePct").isNull()).isTrue();
    assertThat(json.get("returnPct").asDouble()).isZero();
    assertThat(json.get("maxDrawdownPct").asDouble()).isZero();
    assertThat(json.get("exposurePct").asDouble()).isZero();
  }

  @Test
  void figures_follow_their_definitions() {
    Script script = new Script(0, Signals.ENTER_LONG, 0, 0, Signals.EXIT_LONG, 0);
    BacktestResult result = FREE.run("x", flat(100, 100, 100, 150, 75, 120), script);
    // 99 units: 10,000 10,000 10,000 14,950 7,525 11,980
    assertThat(Money.toDouble(result.finalEquity())).isEqualTo(11_980);
    assertThat(result.returnPct()).isCloseTo(19.8, within(1e-9));
    assertThat(result.maxDrawdownPct()).isCloseTo(100 * (14_950 - 7_525) / 14_950.0, within(1e-9));
    assertThat(result.winRatePct()).isEqualTo(100);
    assertThat(result.exposurePct()).isCloseTo(100 * 4 / 6.0, within(1e-9));
    double[] r = {0, 0.495, 7_525 / 14_950.0 - 1, 11_980 / 7_525.0 - 1};
    double mean = (r[0] + r[1] + r[2] + r[3]) / 4;
    double squares = 0;
    for (double x : r) {
      squares += (x - mean) * (x - mean);
    }
    assertThat(result.sharpe())
        .isCloseTo(mean / Math.sqrt(squares / 3) * Math.sqrt(365.25), within(1e-9));
    assertThat(result.equity().returns(2))
        .containsExactly(new double[] {0, r[1], r[2], r[3]}, within(1e-12));
  }

  @Test
  void nothing_is_left_of_a_bust_account_and_the_run_stops() {
    Script script = new Script(0, Signals.ENTER_SHORT);
    BacktestResult result = FREE.run("x", flat(100, 100, 100, 250, 10, 10), script);
    assertThat(result.finalEquity()).isZero();
    assertThat(result.returnPct()).isEqualTo(-100);
    assertThat(result.maxDrawdownPct()).isEqualTo(100);
    assertThat(result.trades()).hasSize(1);
    assertThat(result.trades().getFirst().reason()).isEqualTo(ExitReason.BUST);
    assertThat(result.trades().getFirst().exitAtPrice()).isEqualTo(250);
    for (int bar = 3; bar < result.bars(); bar++) {
      assertThat(result.equity().at(bar)).as("equity at " + bar).isZero();
    }
  }

  @Test
  void the_last_decision_is_never_filled_at_an_open_that_is_not_there() {
    Script script = new Script(0, 0, Signals.ENTER_LONG);
    assertThat(FREE.run("x", flat(100, 100, 100), script).trades()).isEmpty();
    Backtest atClose =
        new Backtest(
            Costs.fee(0.01),
            Fill.CLOSE,
            Backtest.USUAL_CASH,
            Instrument.wholeUnits("X"),
            ZoneOffset.UTC);
    BacktestResult result =
        atClose.run("x", flat(100, 100, 100), new Script(0, 0, Signals.ENTER_LONG));
    assertThat(result.trades()).hasSize(1);
    assertThat(Money.toDouble(result.finalEquity())).isEqualTo(10_000 - 99);
  }

  @Test
  void a_series_shorter_than_the_warm_up_gives_no_trade() {
    BacktestResult result =
        FREE.run(
            "x", flat(1, 2, 3), Decisions.of(StrategyType.of(SmaCrossReverse.class), Map.of()));
    assertThat(result.finalEquity()).isEqualTo(Backtest.USUAL_CASH);
    assertThat(result.trades()).isEmpty();
    assertThatThrownBy(() -> FREE.run("x", Bars.NONE, new Script()))
        .hasMessageContaining("at least one bar");
  }

  @Test
  void the_same_inputs_give_the_same_bytes_in_any_locale() {
    Locale before = Locale.getDefault();
    try {
      String english = document();
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(document()).isEqualTo(english);
    } finally {
      Locale.setDefault(before);
    }
  }

  private static String document() {
    return Backtest.with(Costs.fee(0.001))
        .run(
            "x",
            new BuiltInMarket(6).take(3000),
            Decisions.of(StrategyType.of(EmaCross.class), Map.of()))
        .toJson(1)
        .toString();
  }

  @Test
  void a_bar_allocates_nothing() {
    Bars bars = new BuiltInMarket(1).take(200_000);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().threadId();
    double least = Double.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      long before = threads.getThreadAllocatedBytes(thread);
      BacktestResult result = sma(bars);
      long bytes = threads.getThreadAllocatedBytes(thread) - before;
      // the equity's column is 8 bytes a bar; a trade is a value of some hundred bytes
      long allowed = 8L * bars.size() + 400L * result.trades().size();
      least = Math.min(least, (double) (bytes - allowed) / bars.size());
    }
    assertThat(least).as("bytes a bar beyond the result itself").isLessThan(0.5);
  }

  private static BacktestResult sma(Bars bars) {
    return Backtest.with(Costs.fee(0.001))
        .run("x", bars, Decisions.of(StrategyType.of(SmaCrossLong.class), Map.of()));
  }

  @Test
  @Tag("long")
  void bars_a_second() {
    Bars bars = new BuiltInMarket(1).take(1_000_000);
    for (Class<?> strategy : List.of(SmaCrossLong.class, EmaCross.class, SmaCrossReverse.class)) {
      long best = Long.MAX_VALUE;
      for (int round = 0; round < 7; round++) {
        Decisions decisions = Decisions.of(StrategyType.of(strategy), Map.of());
        long start = System.nanoTime();
        Backtest.with(Costs.fee(0.001)).run("x", bars, decisions);
        best = Math.min(best, System.nanoTime() - start);
      }
      System.out.printf(
          Locale.ROOT,
          "%s: %.1f ns a bar, %.1f million bars a second%n",
          strategy.getSimpleName(),
          best / 1e6,
          1e9 / (best / 1e6) / 1e6);
      assertThat(best / 1e6).as("ns a bar").isLessThan(200);
    }
  }
}
