package sorte.trading.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sorte.strategies.BollingerBreakout;
import sorte.strategies.EmaCross;
import sorte.strategies.MacdCross;
import sorte.strategies.RsiMeanReversion;
import sorte.strategies.SmaCrossLong;
import sorte.strategies.SmaCrossReverse;
import sorte.strategies.TurtleAtrStop;
import sorte.strategy.run.Signals;
import sorte.strategy.run.StrategyType;
import sorte.trading.exchange.FeeSchedule;
import sorte.trading.exchange.FillModel;
import sorte.trading.exchange.Latency;
import sorte.trading.exchange.Margin;
import sorte.trading.exchange.Slippage;
import sorte.trading.market.Bars;
import sorte.trading.market.BuiltInMarket;
import sorte.trading.market.Instrument;
import sorte.trading.money.Costs;
import sorte.trading.money.ExitReason;
import sorte.trading.money.Fill;
import sorte.trading.money.HoldingTerms;
import sorte.trading.money.Money;

/// The order path and the plain backtest are one thing seen twice.
class VenueBacktestTest {
  private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

  /// Says what a seed says, from bar 3 on.
  private static final class Whims implements Decisions {
    private final SplittableRandom random;
    private final HoldingTerms terms;
    private double distance = Double.NaN;
    private final double often;

    Whims(long seed, HoldingTerms terms) {
      this.random = new SplittableRandom(seed);
      this.terms = terms;
      this.often = random.nextDouble(0.02, 0.4);
    }

    @Override
    public int firstDecisionBar() {
      return 3;
    }

    @Override
    public HoldingTerms terms() {
      return terms;
    }

    @Override
    public int onBar(long time, double open, double high, double low, double close, double volume) {
      distance = random.nextInt(8) == 0 ? Double.NaN : close * random.nextDouble(0, 0.2);
      int signals = 0;
      for (int signal :
          List.of(Signals.ENTER_LONG, Signals.ENTER_SHORT, Signals.EXIT_LONG, Signals.EXIT_SHORT)) {
        signals |= random.nextDouble() < often ? signal : 0;
      }
      return signals;
    }

    @Override
    public double stopDistance() {
      return distance;
    }
  }

  private static HoldingTerms terms(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int stop = random.nextInt(3);
    boolean hours = random.nextInt(4) == 0;
    HoldingTerms said =
        new HoldingTerms(
            random.nextBoolean() ? 1 : random.nextDouble(0.1, 1),
            random.nextInt(4) == 0 ? random.nextDouble(1000, 20_000) : 0,
            stop == 1 ? random.nextDouble(0.002, 0.3) : 0,
            stop == 2,
            random.nextBoolean() ? random.nextDouble(0.002, random.nextInt(8) == 0 ? 1.5 : 0.3) : 0,
            random.nextBoolean() ? random.nextDouble(0.002, 0.3) : 0,
            random.nextInt(3) == 0 ? random.nextInt(1, 12) : 0,
            random.nextInt(3) == 0 ? random.nextInt(1, 5) : 0,
            hours ? random.nextInt(0, 600) : -1,
            hours ? random.nextInt(601, 1440) : -1,
            random.nextInt(3) == 0);
    boolean byStop = stop > 0 && random.nextInt(3) == 0;
    return new HoldingTerms(
        said.fraction(),
        said.money(),
        said.stopLoss(),
        said.stopByDistance(),
        byStop ? 0 : said.takeProfit(),
        said.trailing(),
        said.timeStop(),
        said.cooldown(),
        said.hoursFrom(),
        said.hoursTo(),
        said.renewing(),
        byStop ? random.nextDouble(0.2, 4) : 0,
        stop > 0 && random.nextBoolean() ? random.nextDouble(0.001, 0.2) : 0,
        0,
        random.nextInt(4) == 0);
  }

  @Test
  void a_stop_that_trails_by_its_own_distance_is_not_for_orders_that_stand() {
    Bars bars = new BuiltInMarket(1).take(50);
    Decisions decisions = Decisions.of(StrategyType.of(TrailsByTheStop.class), Map.of());
    VenueBacktest venue =
        new VenueBacktest(
            FillModel.FREE, 1_000 * Money.ONE, Instrument.wholeUnits("DATA"), ZoneOffset.UTC);
    assertThatThrownBy(() -> venue.run("x", bars, decisions))
        .hasMessageContaining("run the backtest without an exchange");
  }

  private static FillModel model(Costs costs, Fill fill) {
    return FillModel.FREE
        .with(fill)
        .with(FeeSchedule.of(costs.fee(), costs.fee()))
        .withSpread(costs.spread())
        .with(costs.slippage() == 0 ? Slippage.NONE : new Slippage.Proportional(costs.slippage()));
  }

  @ParameterizedTest
  @EnumSource(Fill.class)
  void without_frictions_it_is_the_plain_backtest_to_the_bit(Fill fill) {
    int trades = 0;
    int[] reasons = new int[ExitReason.values().length];
    for (long seed = 1; seed <= 1000; seed++) {
      SplittableRandom random = new SplittableRandom(seed * 31);
      RandomSeries series = new RandomSeries(seed);
      Bars bars = series.bars().slice(0, Math.min(250, series.bars().size()));
      Costs some = series.costs();
      Costs costs =
          new Costs(some.fee(), some.spread(), random.nextBoolean() ? 0 : random.nextDouble(0.01));
      double lot = new double[] {1, 1, 1e-5, 0.25, 10}[random.nextInt(5)];
      double least = random.nextInt(3) == 0 ? random.nextDouble(5000) : 0;
      Instrument instrument = new Instrument("DATA", 0, lot, least);
      HoldingTerms terms = terms(seed);
      BacktestResult plain =
          new Backtest(costs, fill, Backtest.USUAL_CASH, instrument, ZONE)
              .run("x", bars, new Whims(seed, terms));
      VenueResult orders =
          new VenueBacktest(model(costs, fill), Backtest.USUAL_CASH, instrument, ZONE)
              .run("x", bars, new Whims(seed, terms));
      assertThat(orders.result().trades())
          .as("seed %d, %s, %s, %s", seed, terms, costs, instrument)
          .isEqualTo(plain.trades());
      assertThat(orders.result()).as("seed " + seed).isEqualTo(plain);
      assertThat(orders.liquidations()).isZero();
      trades += plain.trades().size();
      plain.trades().forEach(trade -> reasons[trade.reason().ordinal()]++);
    }
    System.out.printf(
        "%s: %d trades on random series, seeds 1 to 1000; by reason %s%n",
        fill, trades, Arrays.toString(reasons));
    assertThat(trades).isGreaterThan(10_000);
    for (ExitReason reason :
        List.of(ExitReason.ORDER, ExitReason.STOP, ExitReason.TARGET, ExitReason.BUST)) {
      assertThat(reasons[reason.ordinal()]).as(reason.name()).isGreaterThan(5);
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        BollingerBreakout.class,
        EmaCross.class,
        MacdCross.class,
        RsiMeanReversion.class,
        SmaCrossLong.class,
        SmaCrossReverse.class,
        TurtleAtrStop.class
      })
  void equals_the_plain_backtest_on_recorded_data(Class<?> strategy) throws IOException {
    int trades = 0;
    for (String name :
        List.of("GOOG-1d.csv", "EURUSD-1h.csv", "SPY-1d.csv", "BTCUSD-coinbase-4h.csv.gz")) {
      Bars bars = Shared.bars(name);
      for (Costs costs : List.of(Costs.fee(0.002), new Costs(0, 0.002, 0))) {
        BacktestResult plain = Backtest.with(costs).run("x", bars, decisions(strategy));
        VenueResult orders =
            new VenueBacktest(
                    model(costs, Fill.NEXT_OPEN),
                    Backtest.USUAL_CASH,
                    Instrument.wholeUnits("DATA"),
                    ZoneOffset.UTC)
                .run("x", bars, decisions(strategy));
        assertThat(orders.result()).as(name).isEqualTo(plain);
        trades += plain.trades().size();
      }
    }
    System.out.println(strategy.getSimpleName() + ": " + trades + " trades, all equal");
    assertThat(trades).isGreaterThan(20);
  }

  private static List<String> names(ObjectNode json) {
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Decisions decisions(Class<?> strategy) {
    return Decisions.of(StrategyType.of(strategy), Map.of());
  }

  @Test
  void the_document_is_that_of_any_backtest_and_then_what_the_exchange_knows() {
    Bars bars = new BuiltInMarket(1).take(500);
    FillModel model = FillModel.FREE.withBorrowRate(0.5).withParticipation(0.01);
    Instrument instrument = new Instrument("DATA", 0, 1, 1e9);
    VenueResult result =
        new VenueBacktest(model, Backtest.USUAL_CASH, instrument, ZoneOffset.UTC)
            .run("x", bars, new Whims(3, HoldingTerms.ALL_IN));
    ObjectNode json = result.toJson(1);
    List<String> keys = names(result.result().toJson(1));
    keys.addAll(List.of("borrowPaid", "liquidations", "rejected", "refusals"));
    assertThat(names(json)).isEqualTo(keys);
    assertThat(json.get("rejected").asInt()).isGreaterThan(VenueResult.MOST_REFUSALS_TOLD);
    assertThat(json.get("refusals")).hasSize(VenueResult.MOST_REFUSALS_TOLD);
    assertThat(json.get("refusals").get(0).asText()).contains("not enough for an order");
  }

  @Test
  void with_every_friction_the_account_is_the_sum_of_its_trades() {
    int trades = 0;
    int liquidations = 0;
    int borrowing = 0;
    for (long seed = 1; seed <= 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      RandomSeries series = new RandomSeries(seed);
      FillModel model =
          model(Costs.fee(0.001), random.nextBoolean() ? Fill.CLOSE : Fill.NEXT_OPEN)
              .withParticipation(random.nextDouble(0.01, 1))
              .with(new Slippage.SquareRoot(0.1))
              .with(Latency.ofMillis(random.nextLong(0, 5_000_000)))
              .withBorrowRate(0.2)
              .with(new Margin.Isolated(random.nextInt(1, 20), 0.005, 0.005));
      Instrument instrument = new Instrument("DATA", 0.01, 0.001, 10);
      VenueBacktest backtest =
          new VenueBacktest(model, Backtest.USUAL_CASH, instrument, ZoneOffset.UTC);
      VenueResult result = backtest.run("x", series.bars(), new Whims(seed, terms(seed)));
      long sum = Money.minus(Backtest.USUAL_CASH, result.borrowPaid());
      for (BacktestTrade trade : result.result().trades()) {
        sum = Money.plus(sum, trade.pnl());
      }
      if (result.result().finalEquity() != 0) {
        assertThat(result.result().finalEquity()).as("seed " + seed).isEqualTo(sum);
      }
      assertThat(backtest.run("x", series.bars(), new Whims(seed, terms(seed))))
          .as("seed %d again", seed)
          .isEqualTo(result);
      trades += result.result().trades().size();
      liquidations += result.liquidations();
      borrowing += result.borrowPaid() > 0 ? 1 : 0;
    }
    System.out.printf(
        "%d trades, %d liquidations, %d series with borrowing, seeds 1 to 300%n",
        trades, liquidations, borrowing);
    assertThat(trades).isGreaterThan(3000);
    assertThat(liquidations).isGreaterThan(20);
    assertThat(borrowing).isGreaterThan(100);
  }
}
