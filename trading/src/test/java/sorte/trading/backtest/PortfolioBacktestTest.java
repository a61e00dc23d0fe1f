package sorte.trading.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sorte.strategies.EmaCross;
import sorte.strategies.SmaCrossLong;
import sorte.strategies.SmaCrossReverse;
import sorte.strategy.run.Signals;
import sorte.strategy.run.StrategyType;
import sorte.trading.market.Bars;
import sorte.trading.market.Instrument;
import sorte.trading.money.Costs;
import sorte.trading.money.Fill;
import sorte.trading.money.HoldingTerms;
import sorte.trading.money.Money;
import sorte.trading.risk.Limits;

class PortfolioBacktestTest {
  private static final long HOUR = 3_600_000;
  private static final int FREE_OF_COUNT = Integer.MAX_VALUE;

  /// Says what it was told to, from bar 1 on.
  private record Script(int[] signals, int[] at) implements Decisions {
    Script(int... signals) {
      this(signals, new int[1]);
    }

    @Override
    public int firstDecisionBar() {
      return 1;
    }

    @Override
    public HoldingTerms terms() {
      return HoldingTerms.ALL_IN;
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

  private static PortfolioBacktest account(Costs costs) {
    return new PortfolioBacktest(costs, Backtest.USUAL_CASH, Optional.empty(), ZoneOffset.UTC);
  }

  private static PortfolioBacktest limited(double exposure, double dailyLoss, double drawdown) {
    Limits limits =
        new Limits(
            Double.MAX_VALUE, exposure, Double.MAX_VALUE, dailyLoss, drawdown, FREE_OF_COUNT);
    return new PortfolioBacktest(
        Costs.NONE, Backtest.USUAL_CASH, Optional.of(limits), ZoneOffset.UTC);
  }

  private static Instrument instrument(String symbol) {
    return Instrument.wholeUnits(symbol);
  }

  private static PortfolioLeg leg(
      String name, String symbol, Bars bars, Decisions decisions, double share) {
    return new PortfolioLeg(name, instrument(symbol), bars, decisions, share);
  }

  private static Bars flat(long timeframe, double... prices) {
    Bars.Builder bars = new Bars.Builder(prices.length);
    for (int i = 0; i < prices.length; i++) {
      bars.add(i * timeframe, prices[i], prices[i], prices[i], prices[i], 1);
    }
    return bars.build();
  }

  private static Decisions decisions(Class<?> strategy) {
    return Decisions.of(StrategyType.of(strategy), Map.of());
  }

  @Test
  void one_leg_with_the_whole_account_is_a_backtest_to_the_bit() {
    int trades = 0;
    int renewed = 0;
    for (long seed = 1; seed <= 60; seed++) {
      RandomSeries series = new RandomSeries(seed);
      for (Class<?> strategy : List.of(SmaCrossReverse.class, EmaCross.class)) {
        BacktestResult alone =
            Backtest.with(series.costs()).run("leg", series.bars(), decisions(strategy));
        PortfolioResult together =
            account(series.costs())
                .run(List.of(leg("leg", "DATA", series.bars(), decisions(strategy), 1)));
        assertThat(together.legs().getFirst().result()).as("seed " + seed).isEqualTo(alone);
        // a trade renewed at one open crosses with itself: the leg pays, the house saves
        assertThat(together.finalEquity()).isEqualTo(alone.finalEquity() + together.house());
        assertThat(together.house()).isNotNegative();
        renewed += together.house() > 0 ? 1 : 0;
        trades += alone.trades().size();
      }
    }
    assertThat(trades).isGreaterThan(500);
    assertThat(renewed).isBetween(1, 119);
  }

  @Test
  void legs_on_different_instruments_trade_as_accounts_of_their_own() {
    RandomSeries one = new RandomSeries(7);
    RandomSeries other = new RandomSeries(8);
    Costs costs = Costs.fee(0.002);
    PortfolioResult together =
        account(costs)
            .run(
                List.of(
                    leg("a", "AAA", one.bars(), decisions(SmaCrossLong.class), 0.25),
                    leg("b", "BBB", other.bars(), decisions(SmaCrossReverse.class), 0.75)));
    for (PortfolioResult.Leg leg : together.legs()) {
      boolean first = leg.symbol().equals("AAA");
      Backtest alone =
          new Backtest(
              costs,
              Fill.NEXT_OPEN,
              Money.of(10_000 * leg.share()),
              instrument(leg.symbol()),
              ZoneOffset.UTC);
      assertThat(leg.result())
          .isEqualTo(
              alone.run(
                  first ? "a" : "b",
                  first ? one.bars() : other.bars(),
                  decisions(first ? SmaCrossLong.class : SmaCrossReverse.class)));
    }
    assertThat(together.house()).isZero();
    assertThat(together.finalEquity())
        .isEqualTo(together.legs().stream().mapToLong(leg -> leg.result().finalEquity()).sum());
  }

  @Test
  void what_crosses_inside_is_charged_to_the_legs_and_saved_by_the_house() {
    Bars bars = flat(HOUR, 100, 100, 100, 100, 100);
    // one leaves its 49 units at the very open at which the other enters 49
    Decisions leaves = new Script(0, Signals.ENTER_LONG, Signals.EXIT_LONG);
    Decisions enters = new Script(0, 0, Signals.ENTER_LONG);
    PortfolioResult result =
        account(new Costs(0.01, 0, 0.001))
            .run(List.of(leg("one", "X", bars, leaves, 0.5), leg("two", "X", bars, enters, 0.5)));
    double fees = 49 * 0.01 * (99.9 + 100.1);
    double slipped = 49 * (0.1 + 0.1);
    assertThat(result.house()).isEqualTo(Money.of(fees + slipped));
    long alone = result.legs().stream().mapToLong(leg -> leg.result().finalEquity()).sum();
    assertThat(result.finalEquity()).isEqualTo(alone + result.house());
  }

  @Test
  void nothing_is_saved_where_nothing_crosses() {
    Bars bars = flat(HOUR, 100, 100, 100, 100);
    PortfolioResult result =
        account(Costs.fee(0.01))
            .run(
                List.of(
                    leg("one", "X", bars, new Script(0, Signals.ENTER_LONG), 0.5),
                    leg("two", "X", bars, new Script(0, Signals.ENTER_LONG), 0.5)));
    assertThat(result.house()).isZero();
    assertThat(result.feesPaid()).isPositive();
  }

  @Test
  void a_slow_bar_closes_before_a_fast_bar_opens_at_the_same_time() {
    List<String> seen = new ArrayList<>();
    List<PortfolioLeg> legs =
        List.of(
            leg("fast", "X", flat(HOUR, 1, 2, 3, 4, 5, 6), new Script(), 0.5),
            leg("slow", "X", flat(3 * HOUR, 1, 4), new Script(), 0.5));
    new Timeline(legs)
        .run(
            new Timeline.Events() {
              @Override
              public void closed(long time, List<Integer> series) {
                seen.add(time / HOUR + " closed " + series);
              }

              @Override
              public void opened(long time, List<Integer> series) {
                seen.add(time / HOUR + " opened " + series);
              }
            });
    assertThat(seen)
        .containsExactly(
            "0 opened [0, 1]",
            "1 closed [0]",
            "1 opened [0]",
            "2 closed [0]",
            "2 opened [0]",
            "3 closed [0, 1]",
            "3 opened [0, 1]",
            "4 closed [0]",
            "4 opened [0]",
            "5 closed [0]",
            "5 opened [0]",
            "6 closed [0, 1]");
  }

  @Test
  void the_exposure_of_all_instruments_together_is_limited() {
    Bars bars = flat(HOUR, 100, 100, 100, 100);
    List<PortfolioLeg> legs =
        List.of(
            leg("one", "X", bars, new Script(0, Signals.ENTER_LONG), 0.5),
            leg("two", "Y", bars, new Script(0, Signals.ENTER_SHORT), 0.5));
    PortfolioResult result = limited(0.6, 1, 1).run(legs);
    assertThat(result.denied()).hasSize(1);
    assertThat(result.denied().getFirst().leg()).isEqualTo("two");
    assertThat(result.denied().getFirst().rule()).isEqualTo("limits.max-exposure");
    assertThat(result.legs().get(1).result().trades()).isEmpty();
    assertThat(
            limited(1, 1, 1)
                .run(
                    List.of(
                        leg("one", "X", bars, new Script(0, Signals.ENTER_LONG), 0.5),
                        leg("two", "Y", bars, new Script(0, Signals.ENTER_SHORT), 0.5)))
                .denied())
        .isEmpty();
  }

  @Test
  void after_the_drawdown_at_its_limit_nothing_enters_in_any_leg_and_exits_go_on() {
    Bars falling = flat(HOUR, 100, 100, 100, 50, 50, 50, 50);
    Bars calm = flat(HOUR, 10, 10, 10, 10, 10, 10, 10);
    PortfolioResult result =
        limited(9, 1, 0.2)
            .run(
                List.of(
                    leg(
                        "falls",
                        "X",
                        falling,
                        new Script(0, Signals.ENTER_LONG, 0, 0, Signals.EXIT_LONG),
                        0.5),
                    leg("late", "Y", calm, new Script(0, 0, 0, 0, Signals.ENTER_LONG), 0.5)));
    assertThat(result.denied().getFirst().rule()).isEqualTo("halted");
    assertThat(result.legs().get(0).result().trades().getFirst().open()).isFalse();
    assertThat(result.legs().get(1).result().trades()).isEmpty();
  }

  @Test
  void a_reversal_that_is_denied_still_closes() {
    Bars bars = flat(HOUR, 100, 100, 50, 50, 50, 50);
    PortfolioResult result =
        limited(9, 0.1, 1)
            .run(
                List.of(
                    leg(
                        "r",
                        "X",
                        bars,
                        new Script(0, Signals.ENTER_LONG, Signals.ENTER_SHORT),
                        1)));
    // the entry fills at 50 after the fall: nothing is lost, the reversal may enter
    assertThat(result.denied()).isEmpty();
    Bars later = flat(HOUR, 100, 100, 100, 50, 50, 50);
    PortfolioResult fallen =
        limited(9, 0.1, 1)
            .run(
                List.of(
                    leg(
                        "r",
                        "X",
                        later,
                        new Script(0, Signals.ENTER_LONG, 0, Signals.ENTER_SHORT),
                        1)));
    assertThat(fallen.denied().getFirst().rule()).isEqualTo("limits.daily-loss");
    assertThat(fallen.legs().getFirst().result().trades()).hasSize(1);
    assertThat(fallen.legs().getFirst().result().trades().getFirst().open()).isFalse();
  }

  @Test
  void the_same_legs_give_the_same_document() {
    List<String> documents = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      RandomSeries series = new RandomSeries(11);
      documents.add(
          account(series.costs())
              .run(
                  List.of(
                      leg("a", "X", series.bars(), decisions(SmaCrossLong.class), 0.3),
                      leg("b", "X", series.bars(), decisions(EmaCross.class), 0.3)))
              .toJson(0)
              .toString());
    }
    assertThat(documents.getFirst()).isEqualTo(documents.getLast());
  }

  @Test
  void shares_beyond_the_account_and_names_given_twice_are_refused() {
    Bars bars = flat(HOUR, 1, 1);
    assertThat(
            PortfolioBacktest.problem(
                List.of(
                    leg("a", "X", bars, new Script(), 0.6),
                    leg("b", "X", bars, new Script(), 0.6))))
        .hasValueSatisfying(what -> assertThat(what).contains("only one account"));
    assertThat(
            PortfolioBacktest.problem(
                List.of(
                    leg("a", "X", bars, new Script(), 0.1),
                    leg("a", "Y", bars, new Script(), 0.1))))
        .hasValueSatisfying(what -> assertThat(what).contains("a name of its own"));
    assertThat(PortfolioBacktest.problem(List.of())).isPresent();
    assertThatThrownBy(() -> leg("a", "X", flat(HOUR, 1), new Script(), 0.5))
        .hasMessageContaining("two bars or more");
  }
}
