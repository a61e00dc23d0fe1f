package sorte.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sorte.strategy.Chart.Probe;

/// Each indicator against TA-Lib itself, over seeded walks with flat stretches, at short and long
/// periods.
class TaLibTest {
  private static final int BARS = 1_500;
  private static final int[] PERIODS = {2, 3, 14, 50, 200};

  /// Calls TA-Lib: period, where it begins, how many it gave, the values.
  interface Reference {
    void run(Chart c, int period, MInteger begin, MInteger count, double[] out);
  }

  private static final Core TA = new Core();

  static List<Arguments> indicators() {
    int end = BARS - 1;
    double[] spare = new double[BARS];
    double[] other = new double[BARS];
    return List.of(
        pair("sma", (p, n) -> p.sma(n), (c, n, b, k, o) -> TA.sma(0, end, c.close(), n, b, k, o)),
        pair("ema", (p, n) -> p.ema(n), (c, n, b, k, o) -> TA.ema(0, end, c.close(), n, b, k, o)),
        pair("wma", (p, n) -> p.wma(n), (c, n, b, k, o) -> TA.wma(0, end, c.close(), n, b, k, o)),
        pair("rsi", (p, n) -> p.rsi(n), (c, n, b, k, o) -> TA.rsi(0, end, c.close(), n, b, k, o)),
        pair("roc", (p, n) -> p.roc(n), (c, n, b, k, o) -> TA.roc(0, end, c.close(), n, b, k, o)),
        pair(
            "volume-sma",
            (p, n) -> p.volumeSma(n),
            (c, n, b, k, o) -> TA.sma(0, end, c.volume(), n, b, k, o)),
        pair(
            "atr",
            (p, n) -> p.atr(n),
            (c, n, b, k, o) -> TA.atr(0, end, c.high(), c.low(), c.close(), n, b, k, o)),
        pair(
            "adx",
            (p, n) -> p.adx(n),
            (c, n, b, k, o) -> TA.adx(0, end, c.high(), c.low(), c.close(), n, b, k, o)),
        pair(
            "cci",
            (p, n) -> p.cci(n),
            (c, n, b, k, o) -> TA.cci(0, end, c.high(), c.low(), c.close(), n, b, k, o)),
        pair(
            "obv",
            (p, n) -> p.obv(),
            (c, n, b, k, o) -> TA.obv(0, end, c.close(), c.volume(), b, k, o)),
        pair(
            "macd",
            (p, n) -> p.macd(n, 2 * n, 9),
            (c, n, b, k, o) -> TA.macd(0, end, c.close(), n, 2 * n, 9, b, k, o, spare, other)),
        pair(
            "macd signal",
            (p, n) -> p.macd(n, 2 * n, 9).signal(),
            (c, n, b, k, o) -> TA.macd(0, end, c.close(), n, 2 * n, 9, b, k, spare, o, other)),
        pair(
            "macd histogram",
            (p, n) -> p.macd(n, 2 * n, 9).histogram(),
            (c, n, b, k, o) -> TA.macd(0, end, c.close(), n, 2 * n, 9, b, k, spare, other, o)),
        pair(
            "stochastic k",
            (p, n) -> p.stochastic(n, 3, 5).k(),
            (c, n, b, k, o) ->
                TA.stoch(
                    0,
                    end,
                    c.high(),
                    c.low(),
                    c.close(),
                    n,
                    3,
                    MAType.Sma,
                    5,
                    MAType.Sma,
                    b,
                    k,
                    o,
                    spare)),
        pair(
            "stochastic d",
            (p, n) -> p.stochastic(n, 3, 5).d(),
            (c, n, b, k, o) ->
                TA.stoch(
                    0,
                    end,
                    c.high(),
                    c.low(),
                    c.close(),
                    n,
                    3,
                    MAType.Sma,
                    5,
                    MAType.Sma,
                    b,
                    k,
                    spare,
                    o)));
  }

  private static Arguments pair(
      String name, java.util.function.BiFunction<Probe, Integer, Line> ours, Reference theirs) {
    return Arguments.of(name, ours, theirs);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("indicators")
  void an_indicator_equals_ta_lib(
      String name, java.util.function.BiFunction<Probe, Integer, Line> ours, Reference theirs) {
    for (int period : PERIODS) {
      for (long seed = 1; seed <= 3; seed++) {
        Chart chart = Chart.walk(seed, BARS);
        Function<Probe, Line> line = probe -> ours.apply(probe, period);
        double[] mine = chart.line(line);
        MInteger begin = new MInteger();
        MInteger count = new MInteger();
        double[] out = new double[BARS];
        theirs.run(chart, period, begin, count, out);
        assertThat(begin.value + count.value).isEqualTo(BARS);
        for (int i = 0; i < BARS; i++) {
          String where = name + "(" + period + ") of seed " + seed + " at bar " + i;
          if (i < begin.value) {
            assertThat(mine[i]).as(where).isNaN();
          } else {
            double reference = out[i - begin.value];
            assertThat(mine[i])
                .as(where)
                .isEqualTo(reference, within(1e-9 * Math.max(1, Math.abs(reference))));
          }
        }
      }
    }
  }
}
