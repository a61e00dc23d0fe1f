package sorte.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sorte.strategy.Chart.Probe;

/// Each indicator against the values that TA-Lib gave on the same recorded bars.
class TaLibFileTest {
  static List<Arguments> columns() {
    return List.of(
        column("sma20", 0, p -> p.sma(20)),
        column("ema20", 0, p -> p.ema(20)),
        column("wma20", 0, p -> p.wma(20)),
        column("rsi14", 0, p -> p.rsi(14)),
        column("roc10", 0, p -> p.roc(10)),
        column("macd", 0, p -> p.macd(12, 26, 9)),
        column("macdSignal", 0, p -> p.macd(12, 26, 9).signal()),
        column("macdHist", 0, p -> p.macd(12, 26, 9).histogram()),
        column("atr14", 0, p -> p.atr(14)),
        column("bbUpper", 0, p -> p.bollinger(20, 2).upper()),
        column("bbMiddle", 0, p -> p.bollinger(20, 2).middle()),
        column("bbLower", 0, p -> p.bollinger(20, 2).lower()),
        column("stochFastK", 0, p -> p.stochastic(14, 3).k()),
        column("stochFastD", 0, p -> p.stochastic(14, 3).d()),
        column("stochSlowK", 0, p -> p.stochastic(14, 3, 3).k()),
        column("stochSlowD", 0, p -> p.stochastic(14, 3, 3).d()),
        column("adx14", 0, p -> p.adx(14)),
        column("cci20", 0, p -> p.cci(20)),
        column("obv", 0, p -> p.obv()),
        column("donchianUpper20", 1, p -> p.donchian(20).upper()),
        column("donchianLower20", 1, p -> p.donchian(20).lower()),
        column("donchianUpper20", 1, p -> p.highest(20)),
        column("donchianLower20", 1, p -> p.lowest(20)));
  }

  private static Arguments column(String name, int later, Function<Probe, Line> line) {
    return Arguments.of(name, later, line);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("columns")
  void an_indicator_equals_the_column(String name, int later, Function<Probe, Line> line)
      throws Exception {
    Path csv = SharedMaterial.file("expected/talib-GOOG-1d.csv.gz");
    Chart chart = Chart.file(SharedMaterial.file("data/GOOG-1d.csv"));
    int column;
    try (var in = new GZIPInputStream(Files.newInputStream(csv))) {
      String header = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      column = Arrays.asList(header.lines().findFirst().orElseThrow().split(",")).indexOf(name);
    }
    List<double[]> rows = Chart.table(csv);
    double[] ours = chart.line(line);
    assertThat(rows).hasSize(chart.bars());
    int compared = 0;
    for (int i = 0; i + later < chart.bars(); i++) {
      double theirs = rows.get(i)[column];
      double mine = ours[i + later];
      assertThat(Double.isNaN(mine))
          .as("%s has a value at bar %d", name, i)
          .isEqualTo(Double.isNaN(theirs));
      if (!Double.isNaN(theirs)) {
        assertThat(mine)
            .as("%s at bar %d", name, i)
            .isEqualTo(theirs, within(1e-9 * Math.max(1, Math.abs(theirs))));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(2_000);
  }
}
