package sorte.trading.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sorte.strategies.EmaCross;
import sorte.strategies.SmaCrossReverse;
import sorte.strategies.TurtleAtrStop;
import sorte.strategy.run.Runner;
import sorte.strategy.run.StrategyType;
import sorte.trading.backtest.RecordedDecisions.Reading;
import sorte.trading.market.Bars;
import sorte.trading.market.BuiltInMarket;
import sorte.trading.money.Costs;
import sorte.trading.money.ExitReason;

class RecordedDecisionsTest {
  private static final int BARS = 9000; // more than two blocks
  private static final int FIRST_RECORD = RecordedDecisions.HEADER_BYTES;

  private static final Bars MARKET = new BuiltInMarket(1).take(BARS);

  private static byte[] recorded(Class<?> strategy) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RecordedDecisions.write(out, Runner.start(StrategyType.of(strategy), Map.of()), MARKET);
    return out.toByteArray();
  }

  private static Reading read(byte[] bytes) throws IOException {
    return RecordedDecisions.read(new ByteArrayInputStream(bytes), BARS);
  }

  private static RecordedDecisions taken(byte[] bytes) throws IOException {
    Reading reading = read(bytes);
    assertThat(reading).isInstanceOf(Reading.Read.class);
    return ((Reading.Read) reading).decisions();
  }

  @ParameterizedTest
  @ValueSource(classes = {TurtleAtrStop.class, SmaCrossReverse.class, EmaCross.class})
  void a_backtest_of_records_is_that_of_the_run(Class<?> strategy) throws IOException {
    byte[] bytes = recorded(strategy);
    assertThat(bytes).hasSize(FIRST_RECORD + 12 * BARS);
    Backtest backtest = Backtest.with(Costs.fee(0.001));
    BacktestResult run =
        backtest.run("x", MARKET, Decisions.of(StrategyType.of(strategy), Map.of()));
    assertThat(backtest.run("x", MARKET, taken(bytes).replay())).isEqualTo(run);
    assertThat(run.trades()).isNotEmpty();
  }

  @Test
  void a_trailing_stop_by_the_stop_and_what_is_not_turned_round_are_recorded() throws IOException {
    byte[] bytes = recorded(TrailsByTheStop.class);
    assertThat(bytes).hasSize(FIRST_RECORD + Double.BYTES + 12 * BARS);
    assertThat(taken(bytes).terms().trailingByStop()).isEqualTo(1.5);
    assertThat(taken(bytes).terms().withoutReversing()).isTrue();
    Backtest backtest = Backtest.with(Costs.fee(0.001));
    BacktestResult run =
        backtest.run("x", MARKET, Decisions.of(StrategyType.of(TrailsByTheStop.class), Map.of()));
    assertThat(backtest.run("x", MARKET, taken(bytes).replay())).isEqualTo(run);
    assertThat(run.trades()).hasSizeGreaterThan(5);
    assertThat(run.trades())
        .allMatch(
            trade -> trade.reason() == ExitReason.STOP || trade.equals(run.trades().getLast()));
    assertThat(((Reading.Bad) read(Arrays.copyOf(bytes, FIRST_RECORD + 7))).rule())
        .isEqualTo("header-cut-off");
  }

  @Test
  void the_newer_terms_stand_behind_the_others() throws IOException {
    byte[] bytes = recorded(ByTheStop.class);
    assertThat(bytes).hasSize(FIRST_RECORD + RecordedDecisions.MORE_BYTES + 12 * BARS);
    assertThat(taken(bytes).terms().targetByStop()).isEqualTo(1.5);
    assertThat(taken(bytes).terms().risk()).isEqualTo(0.01);
    Backtest backtest = Backtest.with(Costs.fee(0.001));
    BacktestResult run =
        backtest.run("x", MARKET, Decisions.of(StrategyType.of(ByTheStop.class), Map.of()));
    assertThat(backtest.run("x", MARKET, taken(bytes).replay())).isEqualTo(run);
    assertThat(run.trades()).anyMatch(trade -> trade.reason() == ExitReason.TARGET);
    assertThat(((Reading.Bad) read(Arrays.copyOf(bytes, FIRST_RECORD + 15))).rule())
        .isEqualTo("header-cut-off");
    ByteBuffer.wrap(bytes).putDouble(FIRST_RECORD + 8, 1);
    assertThat(((Reading.Bad) read(bytes)).message()).contains("risk must be");
  }

  @Test
  void the_first_difference_is_told() throws IOException {
    byte[] bytes = recorded(TurtleAtrStop.class);
    RecordedDecisions one = taken(bytes);
    assertThat(one.firstDifference(taken(bytes))).isEqualTo(-1);
    ByteBuffer.wrap(bytes).putInt(FIRST_RECORD + 12 * 5000, one.signals(5000) ^ 1);
    assertThat(one.firstDifference(taken(bytes))).isEqualTo(5000);
    assertThat(one.firstDifference(taken(recorded(EmaCross.class)))).isZero();
  }

  static Stream<Arguments> tampered() {
    return Stream.of(
        lie("not-decisions", b -> b.putInt(0, 1)),
        lie("not-decisions", b -> b.putInt(4, 2)),
        lie("wrong-number-of-bars", b -> b.putInt(8, Integer.MAX_VALUE)),
        lie("wrong-number-of-bars", b -> b.putInt(8, -1)),
        lie("first-decision-bar", b -> b.putInt(12, 0)),
        lie("terms", b -> b.putDouble(16, 2)),
        lie("terms", b -> b.putDouble(24, Double.NaN)),
        lie("terms", b -> b.putDouble(48, Double.POSITIVE_INFINITY)),
        lie("terms", b -> b.put(56, (byte) 8)),
        lie("terms", b -> b.putInt(57, -5)),
        lie("terms", b -> b.putInt(69, 7)),
        lie("record", b -> b.putInt(FIRST_RECORD, 1)),
        lie("record", b -> b.putInt(FIRST_RECORD + 12 * 4000, 16)),
        lie("record", b -> b.putInt(FIRST_RECORD + 12 * 4000, -1)),
        lie("record", b -> b.putDouble(FIRST_RECORD + 12 * 8999 + 4, Double.NEGATIVE_INFINITY)));
  }

  private static Arguments lie(String rule, Consumer<ByteBuffer> tampering) {
    return Arguments.of(rule, tampering);
  }

  @ParameterizedTest
  @MethodSource("tampered")
  void what_a_child_says_is_not_believed(String rule, Consumer<ByteBuffer> tampering)
      throws IOException {
    byte[] bytes = recorded(TurtleAtrStop.class);
    tampering.accept(ByteBuffer.wrap(bytes));
    assertThat(read(bytes)).isInstanceOf(Reading.Bad.class);
    assertThat(((Reading.Bad) read(bytes)).rule()).isEqualTo(rule);
  }

  @Test
  void a_stop_distance_needs_terms_that_have_one() throws IOException {
    byte[] bytes = recorded(EmaCross.class);
    ByteBuffer.wrap(bytes).putDouble(FIRST_RECORD + 12 * 8000 + 4, 5);
    assertThat(((Reading.Bad) read(bytes)).message())
        .contains("bar 8000")
        .contains("stop distance");
  }

  @Test
  void too_few_and_too_many_bytes_are_refused() throws IOException {
    byte[] bytes = recorded(EmaCross.class);
    assertThat(((Reading.Bad) read(new byte[0])).rule()).isEqualTo("header-cut-off");
    assertThat(((Reading.Bad) read(Arrays.copyOf(bytes, 70))).rule()).isEqualTo("header-cut-off");
    assertThat(((Reading.Bad) read(Arrays.copyOf(bytes, bytes.length - 1))).message())
        .contains("records-cut-off")
        .contains("bar 8999");
    assertThat(((Reading.Bad) read(Arrays.copyOf(bytes, bytes.length + 1))).rule())
        .isEqualTo("bytes-behind-the-end");
  }

  @Test
  void random_bytes_never_do_more_than_be_refused() throws IOException {
    SplittableRandom random = new SplittableRandom(31);
    byte[] whole = recorded(TurtleAtrStop.class);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = whole.clone();
      for (int j = 0; j <= i % 4; j++) {
        bytes[random.nextInt(i % 2 == 0 ? 80 : bytes.length)] = (byte) random.nextInt(256);
      }
      if (read(bytes) instanceof Reading.Read(RecordedDecisions decisions)) {
        BacktestResult result =
            Backtest.with(Costs.fee(0.001)).run("seed 31", MARKET, decisions.replay());
        assertThat(result.bars()).isEqualTo(BARS);
      }
    }
  }

  @Test
  void decisions_that_came_by_another_way_are_checked_as_strictly() throws IOException {
    RecordedDecisions read = taken(recorded(TurtleAtrStop.class));
    int[] signals = new int[BARS];
    double[] distances = new double[BARS];
    for (int bar = 0; bar < BARS; bar++) {
      signals[bar] = read.signals(bar);
      distances[bar] = read.stopDistance(bar);
    }
    Reading same = RecordedDecisions.of(read.firstDecisionBar(), read.terms(), signals, distances);
    assertThat(((Reading.Read) same).decisions().firstDifference(read)).isEqualTo(-1);
    signals[7000] = 99;
    Reading bad = RecordedDecisions.of(read.firstDecisionBar(), read.terms(), signals, distances);
    assertThat(((Reading.Bad) bad).message()).contains("bar 7000").contains("99");
    assertThat(RecordedDecisions.of(0, read.terms(), signals, distances))
        .isInstanceOf(Reading.Bad.class);
    assertThat(RecordedDecisions.of(1, read.terms(), new int[3], distances))
        .isInstanceOf(Reading.Bad.class);
  }
}
