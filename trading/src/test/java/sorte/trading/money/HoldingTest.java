package sorte.trading.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sorte.strategy.run.Signals;
import sorte.trading.door.Json;

class HoldingTest {
  private static final double NO_STOP = Double.NaN;

  private static HoldingTerms terms(double stop, double target, double trailing) {
    return new HoldingTerms(1, 0, stop, false, target, trailing, 0, 0, -1, -1, false);
  }

  private static HoldingTerms timed(int timeStop, int cooldown) {
    return new HoldingTerms(1, 0, 0, false, 0, 0, timeStop, cooldown, -1, -1, false);
  }

  private static Holding holding(HoldingTerms terms, int side) {
    Holding holding = new Holding(terms);
    if (side != 0) {
      holding.entered(10, side, 100);
    }
    return holding;
  }

  /// enterLong 1, exitLong 2, enterShort 4, exitShort 8.
  @ParameterizedTest
  @CsvSource({
    "0,0,NONE", "0,1,BUY", "0,4,SELL", "0,5,NONE", "0,2,NONE", "0,3,BUY", "0,15,NONE",
    "1,0,NONE", "1,1,NONE", "1,2,CLOSE", "1,3,CLOSE", "1,4,SELL", "1,6,SELL", "1,5,SELL",
    "1,8,NONE", "-1,0,NONE", "-1,4,NONE", "-1,8,CLOSE", "-1,12,CLOSE", "-1,1,BUY", "-1,9,BUY",
    "-1,2,NONE",
  })
  void what_is_wanted_follows_from_the_side_and_the_signals(int side, int signals, Intent wanted) {
    assertThat(holding(HoldingTerms.ALL_IN, side).decide(20, signals, NO_STOP, 100))
        .isEqualTo(wanted);
  }

  @Test
  void a_renewing_trade_ends_and_begins_again_but_leaves_when_told() {
    HoldingTerms renewing = new HoldingTerms(1, 0, 0, false, 0, 0, 0, 0, -1, -1, true);
    Holding held = holding(renewing, 1);
    assertThat(held.decide(20, Signals.ENTER_LONG, NO_STOP, 100)).isEqualTo(Intent.BUY);
    assertThat(held.decide(20, Signals.ENTER_LONG | Signals.EXIT_LONG, NO_STOP, 100))
        .isEqualTo(Intent.CLOSE);
    assertThat(holding(renewing, -1).decide(20, Signals.ENTER_SHORT, NO_STOP, 100))
        .isEqualTo(Intent.SELL);
  }

  /// Entry at 100, stop at 75 (short: 125), target at 150 (short: 50).
  @ParameterizedTest
  @CsvSource({
    "1,  100,105, 95, ORDER,  0",
    "1,  100,105, 75, STOP,  75",
    "1,   70, 95, 60, STOP,  70",
    "1,  100,150, 95, TARGET,150",
    "1,  155,160, 95, TARGET,155",
    "1,  100,155, 70, STOP,  75",
    "1,  155,160, 70, TARGET,155",
    "-1, 100,105, 95, ORDER,  0",
    "-1, 100,125, 95, STOP, 125",
    "-1, 130,140,100, STOP, 130",
    "-1, 100,105, 50, TARGET,50",
    "-1,  45, 95, 40, TARGET,45",
    "-1, 100,130, 45, STOP, 125",
    "-1,  45,130, 40, TARGET,45",
  })
  void the_stop_goes_before_the_target_unless_the_bar_opens_beyond_the_target(
      int side, double open, double high, double low, ExitReason reason, double price) {
    Holding holding = holding(terms(0.25, 0.5, 0), side);
    assertThat(holding.protect(open, high, low)).isEqualTo(reason);
    if (reason != ExitReason.ORDER) {
      assertThat(holding.exitPrice()).isEqualTo(price);
    }
  }

  @Test
  void a_stop_on_a_line_is_fixed_at_the_decision() {
    HoldingTerms byDistance = new HoldingTerms(1, 0, 0, true, 0, 0, 0, 0, -1, -1, false);
    Holding holding = new Holding(byDistance);
    assertThat(holding.decide(5, Signals.ENTER_LONG, 7, 100)).isEqualTo(Intent.BUY);
    holding.entered(6, 1, 104);
    assertThat(holding.stop()).isEqualTo(93);
    holding.decide(6, Signals.ENTER_LONG, 1, 104);
    assertThat(holding.stop()).isEqualTo(93);
  }

  private static HoldingTerms byStop(double stop, double ratio, double risk) {
    return new HoldingTerms(1, 0, stop, stop == 0, 0, 0, 0, 0, -1, -1, false, ratio, risk);
  }

  @ParameterizedTest
  @CsvSource({"1, 125", "-1, 83"})
  void a_target_by_the_stop_is_counted_from_the_entry(int side, double target) {
    int signal = side > 0 ? Signals.ENTER_LONG : Signals.ENTER_SHORT;
    Holding byDistance = new Holding(byStop(0, 3, 0));
    byDistance.decide(5, signal, 7, 100);
    byDistance.entered(6, side, 104);
    assertThat(byDistance.target()).isEqualTo(target);
    byDistance.decide(7, signal, 1, 110);
    assertThat(byDistance.target()).isEqualTo(target); // fixed for the trade
    Holding byFraction = new Holding(byStop(0.125, 2, 0));
    byFraction.decide(5, signal, Double.NaN, 100);
    byFraction.entered(6, side, 80);
    assertThat(byFraction.target()).isEqualTo(80 * (1 + side * 0.25));
    assertThat(byFraction.stop()).isEqualTo(80 * (1 - side * 0.125));
  }

  @Test
  void a_target_that_would_be_below_zero_stands_at_next_to_nothing() {
    Holding holding = new Holding(byStop(0, 3, 0));
    holding.decide(5, Signals.ENTER_SHORT, 50, 100);
    holding.entered(6, -1, 100);
    assertThat(holding.target()).isEqualTo(100 / 1024.0);
  }

  @Test
  void a_gap_towards_the_stop_makes_no_smaller_loss() {
    Holding holding = new Holding(byStop(0, 0, 0.01));
    holding.decide(5, Signals.ENTER_LONG, 7, 100);
    assertThat(holding.lossAtStop(1, 100)).isEqualTo(7);
    assertThat(holding.lossAtStop(1, 103)).isEqualTo(10);
    assertThat(holding.lossAtStop(1, 94)).isEqualTo(7);
    assertThat(holding.lossAtStop(1, 80)).isEqualTo(7);
    assertThat(new Holding(byStop(0.05, 0, 0.01)).lossAtStop(-1, 80)).isEqualTo(4);
  }

  @Test
  void what_hangs_on_a_stop_needs_one() {
    for (double[] bad :
        new double[][] {{2, 0, 0}, {0, 0.01, 0}, {-1, 0, 1}, {Double.NaN, 0, 1}, {0, 1, 1}}) {
      assertThatThrownBy(() ->
              new HoldingTerms(
                  1, 0, bad[2] * 0.1, false, 0, 0, 0, 0, -1, -1, false, bad[0], bad[1]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("where there is a stop");
    }
    assertThatThrownBy(() -> new HoldingTerms(1, 0, 0.1, false, 0.2, 0, 0, 0, -1, -1, false, 2, 0))
        .hasMessageContaining("takeProfit must be 0 where the target hangs on the stop");
  }

  @Test
  void terms_without_the_newer_words_are_written_as_ever_and_read_again() {
    String old = Json.line(terms(0.25, 0.5, 0));
    assertThat(old).doesNotContain("risk").doesNotContain("targetByStop").endsWith("false}");
    assertThat(old).doesNotContain("trailingByStop").doesNotContain("withoutReversing");
    HoldingTerms newest =
        new HoldingTerms(1, 0, 0, true, 0, 0, 0, 0, -1, -1, false, 0, 0, 1.5, true);
    assertThat(Json.MAPPER.convertValue(Json.read(Json.line(newest)), HoldingTerms.class))
        .isEqualTo(newest);
    HoldingTerms newer = byStop(0.25, 3, 0.01);
    assertThat(Json.MAPPER.convertValue(Json.read(Json.line(newer)), HoldingTerms.class))
        .isEqualTo(newer);
    assertThat(Json.MAPPER.convertValue(Json.read(old), HoldingTerms.class))
        .isEqualTo(terms(0.25, 0.5, 0));
  }

  @ParameterizedTest
  @CsvSource({"NaN", "-1", "Infinity"})
  void without_its_stop_nothing_is_entered_and_a_reversal_only_closes(double distance) {
    HoldingTerms byDistance = new HoldingTerms(1, 0, 0, true, 0, 0, 0, 0, -1, -1, false);
    Holding flat = new Holding(byDistance);
    assertThat(flat.decide(5, Signals.ENTER_LONG, distance, 100)).isEqualTo(Intent.NONE);
    assertThat(holding(byDistance, 1).decide(20, Signals.ENTER_SHORT, distance, 100))
        .isEqualTo(Intent.CLOSE);
  }

  private static HoldingTerms trailingByStop(double times) {
    return new HoldingTerms(1, 0, 0, true, 0, 0, 0, 0, -1, -1, false, 0, 0, times, false);
  }

  @Test
  void a_trailing_stop_by_the_stop_follows_the_best_close_by_the_distance_of_each() {
    Holding longs = new Holding(trailingByStop(2));
    longs.decide(5, Signals.ENTER_LONG, 4, 100);
    longs.entered(6, 1, 101);
    assertThat(longs.protectiveStop()).isEqualTo(96);
    assertThat(longs.protect(101, 120, 97)).isEqualTo(ExitReason.ORDER); // a high is no close
    assertThat(longs.decide(6, 0, 4, 99)).isEqualTo(Intent.NONE);
    assertThat(longs.protectiveStop()).isEqualTo(96);
    longs.decide(7, 0, 4, 110);
    longs.decide(8, 0, 9, 108); // wider again, and it moves nowhere
    assertThat(longs.protectiveStop()).isEqualTo(102);
    longs.decide(9, 0, 1, 107);
    assertThat(longs.protectiveStop()).isEqualTo(108);
    longs.follow(Double.NaN, 120);
    assertThat(longs.protectiveStop()).isEqualTo(108);
    assertThat(longs.protect(109, 111, 107)).isEqualTo(ExitReason.STOP);
    assertThat(longs.exitPrice()).isEqualTo(108);
    longs.exited(10);
    assertThat(longs.protectiveStop()).isNaN();
  }

  @Test
  void of_a_short_it_comes_down() {
    Holding shorts = new Holding(trailingByStop(1));
    shorts.decide(5, Signals.ENTER_SHORT, 4, 100);
    shorts.entered(6, -1, 99);
    shorts.decide(6, 0, 4, 90);
    shorts.decide(7, 0, 4, 95);
    assertThat(shorts.protectiveStop()).isEqualTo(94);
    Holding heir = new Holding(trailingByStop(1));
    heir.adopt(shorts);
    assertThat(heir.protectiveStop()).isEqualTo(94);
  }

  @Test
  void what_is_not_turned_round_hears_no_entry_of_the_other_side() {
    HoldingTerms kept = new HoldingTerms(1, 0, 0, false, 0, 0, 0, 0, -1, -1, false, 0, 0, 0, true);
    Holding holding = holding(kept, 1);
    assertThat(holding.decide(20, Signals.ENTER_SHORT, Double.NaN, 100)).isEqualTo(Intent.NONE);
    assertThat(holding.decide(20, Signals.ENTER_SHORT | Signals.EXIT_LONG, Double.NaN, 100))
        .isEqualTo(Intent.CLOSE);
    holding.exited(21);
    assertThat(holding.decide(22, Signals.ENTER_SHORT, Double.NaN, 100)).isEqualTo(Intent.SELL);
  }

  @Test
  void a_trailing_stop_by_the_stop_needs_a_stop_at_a_distance() {
    assertThatThrownBy(
            () -> new HoldingTerms(1, 0, 0.1, false, 0, 0, 0, 0, -1, -1, false, 0, 0, 2, false))
        .hasMessageContaining("trailingByStop must be 0, or finite and above 0 where the stop is");
  }

  @Test
  void a_trailing_stop_follows_the_best_of_the_bars_before() {
    Holding holding = holding(terms(0, 0, 0.1), 1);
    assertThat(holding.protectiveStop()).isEqualTo(90);
    assertThat(holding.protect(100, 150, 91))
        .isEqualTo(ExitReason.ORDER); // 150 counts from the next
    assertThat(holding.protectiveStop()).isEqualTo(135);
    assertThat(holding.protect(140, 141, 134)).isEqualTo(ExitReason.STOP);
    assertThat(holding.exitPrice()).isEqualTo(135);
  }

  @Test
  void of_two_stops_the_nearer_counts() {
    Holding holding = holding(terms(0.05, 0, 0.1), 1);
    assertThat(holding.protectiveStop()).isEqualTo(95);
    holding.protect(100, 120, 99);
    assertThat(holding.protectiveStop()).isEqualTo(108);
    Holding shorted = holding(terms(0.05, 0, 0.1), -1);
    assertThat(shorted.protectiveStop()).isEqualTo(105);
    shorted.protect(100, 101, 80);
    assertThat(shorted.protectiveStop()).isEqualTo(80 * 1.1);
  }

  @Test
  void time_is_up_after_so_many_bars_held() {
    Holding holding = holding(timed(3, 0), 1); // entered on bar 10
    assertThat(holding.decide(10, 0, NO_STOP, 100)).isEqualTo(Intent.NONE);
    assertThat(holding.decide(11, 0, NO_STOP, 100)).isEqualTo(Intent.NONE);
    assertThat(holding.decide(12, 0, NO_STOP, 100)).isEqualTo(Intent.CLOSE);
    assertThat(holding.decide(12, Signals.ENTER_SHORT, NO_STOP, 100)).isEqualTo(Intent.SELL);
  }

  @Test
  void a_cooldown_keeps_out_for_so_many_bars_after_the_trade() {
    Holding holding = holding(timed(0, 2), 1);
    assertThat(holding.decide(11, Signals.ENTER_SHORT, NO_STOP, 100)).isEqualTo(Intent.CLOSE);
    holding.exited(12);
    assertThat(holding.decide(12, Signals.ENTER_LONG, NO_STOP, 100)).isEqualTo(Intent.NONE);
    assertThat(holding.decide(13, Signals.ENTER_LONG, NO_STOP, 100)).isEqualTo(Intent.NONE);
    assertThat(holding.decide(14, Signals.ENTER_LONG, NO_STOP, 100)).isEqualTo(Intent.BUY);
  }

  @ParameterizedTest
  @CsvSource({
    "540,1050,2024-07-01T11:59:00Z,false", // 08:59 in Sao Paulo
    "540,1050,2024-07-01T12:00:00Z,true",
    "540,1050,2024-07-01T20:29:00Z,true",
    "540,1050,2024-07-01T20:30:00Z,false",
    "1320,120,2024-07-02T02:00:00Z,true", // 23:00
    "1320,120,2024-07-02T04:59:00Z,true",
    "1320,120,2024-07-02T05:00:00Z,false",
  })
  void hours_are_those_of_the_owners_zone(int from, int to, Instant time, boolean open) {
    HoldingTerms hours = new HoldingTerms(1, 0, 0, false, 0, 0, 0, 0, from, to, false);
    Holding holding = new Holding(hours, ZoneId.of("America/Sao_Paulo"));
    assertThat(holding.mayEnterAt(time.toEpochMilli())).isEqualTo(open);
  }

  @Test
  void a_trade_begins_flat() {
    Holding holding = holding(HoldingTerms.ALL_IN, 1);
    assertThatThrownBy(() -> holding.entered(11, 1, 100)).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0,0,false,0,0,0,0,-1,-1", "1.1,0,0,false,0,0,0,0,-1,-1", "1,-1,0,false,0,0,0,0,-1,-1",
    "1,0,1,false,0,0,0,0,-1,-1", "1,0,0.1,true,0,0,0,0,-1,-1", "1,0,0,false,-0.1,0,0,0,-1,-1",
    "1,0,0,false,0,1,0,0,-1,-1", "1,0,0,false,0,0,-1,0,-1,-1", "1,0,0,false,0,0,0,2000000,-1,-1",
    "1,0,0,false,0,0,0,0,5,5", "1,0,0,false,0,0,0,0,-1,5", "1,0,0,false,0,0,0,0,5,1441",
    "NaN,0,0,false,0,0,0,0,-1,-1",
  })
  void terms_refuse_nonsense(
      double fraction,
      double money,
      double stop,
      boolean byDistance,
      double target,
      double trailing,
      int time,
      int cooldown,
      int from,
      int to) {
    assertThatThrownBy(() ->
            new HoldingTerms(
                fraction,
                money,
                stop,
                byDistance,
                target,
                trailing,
                time,
                cooldown,
                from,
                to,
                false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be");
  }
}
