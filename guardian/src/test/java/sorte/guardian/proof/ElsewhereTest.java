package sorte.guardian.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sorte.guardian.Finding;
import sorte.guardian.child.DecideAnswer.Decided;
import sorte.guardian.child.DecideAnswer.Decisions;
import sorte.guardian.child.DecideAnswer.Faulted;
import sorte.guardian.child.Holding;
import sorte.strategy.run.Signals;
import sorte.trading.market.Bars;
import sorte.trading.market.Instrument;
import sorte.trading.money.Costs;
import sorte.trading.money.Money;

class ElsewhereTest {
  private static final int BARS = 200;
  private static final Decisions LONG = holding(Signals.ENTER_LONG);
  private static final Decisions SHORT = holding(Signals.ENTER_SHORT);
  private static final Decisions IDLE = holding(Signals.NONE);

  private static final Ground GROUND = ground("UP", 3.0, "FLAT", 1.0, "DOWN", 0.5);

  private static Ground ground(Object... namesAndEnds) {
    List<Ground.Other> others = new java.util.ArrayList<>();
    for (int i = 0; i < namesAndEnds.length; i += 2) {
      others.add(new Ground.Other((String) namesAndEnds[i], line((double) namesAndEnds[i + 1])));
    }
    return new Ground(line(1), Costs.NONE, Instrument.simulated(), 10_000 * Money.ONE, 0.5, others);
  }

  /// A straight way from 100 to so many times as much.
  private static Bars line(double times) {
    Bars.Builder bars = new Bars.Builder(BARS);
    double close = 100;
    for (int bar = 0; bar < BARS; bar++) {
      double open = close;
      close = 100 * (1 + (times - 1) * (bar + 1) / BARS);
      bars.add(bar * 60_000L, open, Math.max(open, close), Math.min(open, close), close, 1);
    }
    return bars.build();
  }

  private static Decisions holding(int signal) {
    int[] signals = new int[BARS];
    Arrays.fill(signals, signal);
    double[] stops = new double[BARS];
    Arrays.fill(stops, Double.NaN);
    Holding terms = new Holding(new TreeMap<>(Map.of(Holding.INVESTED_FRACTION, 1.0)));
    return new Decided(1, terms, signals, stops, 0, 0, 0);
  }

  private static List<Decisions> everywhere(Decisions decisions) {
    return List.of(decisions, decisions, decisions);
  }

  private static List<String> rules(List<Finding> findings) {
    return findings.stream().map(Finding::rule).toList();
  }

  @Test
  void markets_are_won_lost_or_neither() {
    Elsewhere holds = Elsewhere.of(GROUND, everywhere(LONG), everywhere(IDLE));
    assertThat(holds)
        .isEqualTo(new Elsewhere(List.of("UP", "FLAT", "DOWN"), 1, 3, 1, 1, 0, List.of()));
    assertThat(rules(holds.seen("p", true))).containsExactly("backtest.elsewhere");
    assertThat(holds.seen("p", true).getFirst().values())
        .containsExactly("3", "1", "1", "1", "UP, FLAT, DOWN", "0");
  }

  @Test
  void what_is_not_better_on_half_of_them_is_refused_where_nobody_asked() {
    Ground rising = ground("UP", 3.0, "MORE", 1.2, "DOWN", 0.5);
    assertThat(Elsewhere.of(rising, everywhere(LONG), everywhere(IDLE)).unproved("p")).isEmpty();
    assertThat(rules(Elsewhere.of(rising, everywhere(LONG), everywhere(LONG)).unproved("p")))
        .containsExactly("backtest.only-here");
    Ground falling = ground("UP", 3.0, "LESS", 0.8, "DOWN", 0.5);
    Elsewhere here = Elsewhere.of(falling, everywhere(LONG), everywhere(IDLE));
    assertThat(rules(here.unproved("p"))).containsExactly("backtest.only-here");
    assertThat(here.unproved("p").getFirst().values()).containsExactly("1", "3");
    assertThat(rules(here.seen("p", true))).containsExactly("backtest.elsewhere");
  }

  @Test
  void to_stay_out_of_a_market_is_no_way_to_be_better_on_it() {
    Ground falling = ground("UP", 3.0, "LESS", 0.8, "DOWN", 0.5);
    Elsewhere out = Elsewhere.of(falling, everywhere(IDLE), everywhere(LONG));
    assertThat(out.better() + out.worse()).isZero();
    assertThat(out.idle()).isEqualTo(3);
    assertThat(out.unproved("p").getFirst().values()).containsExactly("0", "3");
  }

  @Test
  void what_loses_everything_is_told_and_refused_where_nobody_asked() {
    Elsewhere ruined = Elsewhere.of(GROUND, everywhere(SHORT), everywhere(IDLE));
    assertThat(ruined.ruined()).containsExactly("UP");
    assertThat(rules(ruined.seen("p", true)))
        .containsExactly("backtest.elsewhere", "backtest.ruined");
    assertThat(rules(ruined.unproved("p"))).contains("backtest.ruins");
  }

  @Test
  void where_the_stable_version_did_not_run_nothing_is_compared() {
    Decisions fault = new Faulted(3, "java.lang.ArithmeticException", "", 0, 0);
    Elsewhere first = Elsewhere.of(GROUND, everywhere(LONG), List.of());
    assertThat(first.better() + first.worse()).isZero();
    assertThat(rules(first.seen("p", false))).containsExactly("backtest.elsewhere-first");
    Elsewhere some = Elsewhere.of(GROUND, everywhere(LONG), List.of(fault, IDLE, IDLE));
    assertThat(some.better()).isZero();
    assertThat(some.worse()).isEqualTo(1);
    assertThat(some.compared()).isEqualTo(2);
    assertThat(Elsewhere.of(ground(), List.of(), List.of()).seen("p", true)).isEmpty();
  }
}
