package sorte.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import sorte.strategy.run.BadTimeframe;
import sorte.strategy.run.BarLength;
import sorte.strategy.run.FeedSlot;

/// Slower bars made as the base's come, against ones that are cut out of the whole series.
class SeriesTest {
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;

  /// Every indicator over slower bars, and the same one over bars that are that slow already.
  private static final Map<String, List<Function<Chart.Probe, Line>>> LINES = lines();

  /// @param slow each bar from its start, made of those of the base that are there
  /// @param known for each bar of the base how many slow ones are complete at its close
  private record Cut(Chart slow, int[] known) {}

  private static Map<String, List<Function<Chart.Probe, Line>>> lines() {
    Map<String, List<Function<Chart.Probe, Line>>> all = new LinkedHashMap<>();
    all.put("open", List.of(p -> p.series("1h").open(), p -> p.open));
    all.put("high", List.of(p -> p.series("1h").high(), p -> p.high));
    all.put("low", List.of(p -> p.series("1h").low(), p -> p.low));
    all.put("close", List.of(p -> p.series("1h").close(), p -> p.close));
    all.put("volume", List.of(p -> p.series("1h").volume(), p -> p.volume));
    all.put("sma", List.of(p -> p.series("1h").sma(5), p -> p.sma(5)));
    all.put("ema", List.of(p -> p.series("1h").ema(5), p -> p.ema(5)));
    all.put("wma", List.of(p -> p.series("1h").wma(5), p -> p.wma(5)));
    all.put("rsi", List.of(p -> p.series("1h").rsi(5), p -> p.rsi(5)));
    all.put(
        "signal",
        List.of(p -> p.series("1h").macd(3, 6, 4).signal(), p -> p.macd(3, 6, 4).signal()));
    all.put(
        "bollinger",
        List.of(p -> p.series("1h").bollinger(5, 2).upper(), p -> p.bollinger(5, 2).upper()));
    all.put("atr", List.of(p -> p.series("1h").atr(5), p -> p.atr(5)));
    all.put("adx", List.of(p -> p.series("1h").adx(5), p -> p.adx(5)));
    all.put(
        "stochastic",
        List.of(p -> p.series("1h").stochastic(5, 2, 3).d(), p -> p.stochastic(5, 2, 3).d()));
    all.put("cci", List.of(p -> p.series("1h").cci(5), p -> p.cci(5)));
    all.put("obv", List.of(p -> p.series("1h").obv(), p -> p.obv()));
    all.put(
        "donchian", List.of(p -> p.series("1h").donchian(5).lower(), p -> p.donchian(5).lower()));
    all.put("vwap", List.of(p -> p.series("1h").vwap(), p -> p.vwap()));
    all.put("roc", List.of(p -> p.series("1h").roc(5), p -> p.roc(5)));
    all.put("volume-sma", List.of(p -> p.series("1h").volumeSma(5), p -> p.volumeSma(5)));
    all.put("highest", List.of(p -> p.series("1h").highest(5), p -> p.highest(5)));
    all.put("lowest", List.of(p -> p.series("1h").lowest(5), p -> p.lowest(5)));
    all.put(
        "a line of a line",
        List.of(p -> p.sma(p.rsi(p.series("1h").close(), 4), 3), p -> p.sma(p.rsi(4), 3)));
    all.put(
        "one's own",
        List.of(
            p -> p.use(new Gap(p.series("1h").open(), p.series("1h").close())),
            p -> p.use(new Gap(p.open, p.close))));
    return all;
  }

  /// The open against the close one bar ago: of slow bars where it reads slow bars.
  private static final class Gap extends Indicator {
    private final Line open;
    private final Line close;

    Gap(Line open, Line close) {
      super(2, open, close);
      this.open = open;
      this.close = close;
    }

    @Override
    protected double next() {
      return open.value() - close.previous();
    }
  }

  /// A line's value now and one bar ago, at each bar.
  private record Seen(double[] now, double[] before, int first) {}

  private static Seen seen(Chart chart, long length, Function<Chart.Probe, Line> of) {
    Market market = new Market(new FeedSlot(BarLength.of(length)), ZoneOffset.UTC);
    Chart.Probe probe = new Chart.Probe(market);
    Line line = of.apply(probe);
    market.tape.complete(probe);
    double[] now = new double[chart.bars()];
    double[] before = new double[chart.bars()];
    for (int i = 0; i < chart.bars(); i++) {
      market.tape.onBar(
          chart.time()[i],
          chart.open()[i],
          chart.high()[i],
          chart.low()[i],
          chart.close()[i],
          chart.volume()[i]);
      now[i] = line.value();
      before[i] = line.previous();
    }
    return new Seen(now, before, line.firstValueIndex());
  }

  /// A walk on a grid of five minutes, from anywhere in an hour, in which bars and whole hours are
  /// missing.
  private static Chart holed(long seed, int bars) {
    SplittableRandom random = new SplittableRandom(seed);
    Chart walk = Chart.walk(seed, bars);
    long[] time = new long[bars];
    long at = 1_700_000_400_000L / HOUR * HOUR + random.nextInt(12) * 5 * MINUTE;
    for (int i = 0; i < bars; i++) {
      time[i] = at;
      int hole =
          switch (random.nextInt(30)) {
            case 0 -> random.nextInt(1, 12);
            case 1 -> random.nextInt(12, 40);
            default -> 0;
          };
      at += (1 + hole) * 5 * MINUTE;
    }
    return new Chart(time, walk.open(), walk.high(), walk.low(), walk.close(), walk.volume());
  }

  /// The slow bars of the whole series, and when each is known, by looking at all of it.
  private static Cut cut(Chart chart, long step, long length) {
    List<double[]> rows = new ArrayList<>();
    List<Integer> knownAt = new ArrayList<>();
    for (int i = 0; i < chart.bars(); ) {
      long start = Math.floorDiv(chart.time()[i], length) * length;
      int to = i;
      while (to < chart.bars() && chart.time()[to] < start + length) {
        to++;
      }
      int known = chart.time()[to - 1] + step >= start + length ? to - 1 : to;
      boolean reaches = i > 0 || chart.time()[0] == start;
      if (reaches && known < chart.bars()) {
        int from = i;
        rows.add(
            new double[] {
              start,
              chart.open()[from],
              Arrays.stream(chart.high(), from, to).max().orElseThrow(),
              Arrays.stream(chart.low(), from, to).min().orElseThrow(),
              chart.close()[to - 1],
              inOrder(chart.volume(), from, to)
            });
        knownAt.add(known);
      }
      i = to;
    }
    int[] known = new int[chart.bars()];
    for (int i = 0; i < known.length; i++) {
      int bar = i;
      known[i] = (int) knownAt.stream().filter(at -> at <= bar).count();
    }
    double[][] columns = new double[6][rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      for (int c = 0; c < 6; c++) {
        columns[c][i] = rows.get(i)[c];
      }
    }
    long[] time = Arrays.stream(columns[0]).mapToLong(t -> (long) t).toArray();
    return new Cut(
        new Chart(time, columns[1], columns[2], columns[3], columns[4], columns[5]), known);
  }

  private static double inOrder(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum;
  }

  @Test
  void a_slow_line_is_that_of_the_slow_bars_that_are_complete() {
    for (long seed = 1; seed <= 6; seed++) {
      Chart chart = holed(seed, 2_500);
      Cut cut = cut(chart, 5 * MINUTE, HOUR);
      assertThat(cut.slow().bars()).isGreaterThan(80);
      for (var line : LINES.entrySet()) {
        Seen slow = seen(chart, 5 * MINUTE, line.getValue().get(0));
        Seen whole = seen(cut.slow(), HOUR, line.getValue().get(1));
        double last = Double.NaN;
        for (int i = 0; i < chart.bars(); i++) {
          int known = cut.known()[i];
          double expected = known <= whole.first() ? Double.NaN : whole.now()[known - 1];
          if (known > whole.first()) {
            assertThat(slow.now()[i])
                .as("seed %d, %s at %d", seed, line.getKey(), i)
                .isEqualTo(expected);
          }
          if (!Double.isNaN(last)) {
            assertThat(slow.before()[i])
                .as("seed %d, %s one bar before %d", seed, line.getKey(), i)
                .isEqualTo(last);
          }
          last = expected;
        }
      }
    }
  }

  @Test
  void two_slow_bars_may_become_complete_at_once() {
    int both = 0;
    for (long seed = 1; seed <= 6; seed++) {
      int[] known = cut(holed(seed, 2_500), 5 * MINUTE, HOUR).known();
      for (int i = 1; i < known.length; i++) {
        both += known[i] - known[i - 1] > 1 ? 1 : 0;
      }
    }
    assertThat(both).as("bars on which that happens in the series above").isPositive();
  }

  @Test
  void the_bars_behind_do_not_change_what_was_seen() {
    Chart chart = holed(11, 600);
    for (var line : LINES.entrySet()) {
      double[] all = seen(chart, 5 * MINUTE, line.getValue().get(0)).now();
      for (int cut : new int[] {1, 100, 211, 399, 400, 401, 402, 403, 599}) {
        Chart known = until(chart, cut);
        assertThat(seen(known, 5 * MINUTE, line.getValue().get(0)).now())
            .as("%s of %d bars", line.getKey(), cut)
            .isEqualTo(Arrays.copyOf(all, cut));
      }
    }
  }

  private static Chart until(Chart chart, int bars) {
    return new Chart(
        Arrays.copyOf(chart.time(), bars),
        Arrays.copyOf(chart.open(), bars),
        Arrays.copyOf(chart.high(), bars),
        Arrays.copyOf(chart.low(), bars),
        Arrays.copyOf(chart.close(), bars),
        Arrays.copyOf(chart.volume(), bars));
  }

  @Test
  void the_bar_in_the_making_is_not_seen() {
    double[] closes = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    Chart chart = quarters(0, closes);
    assertThat(seen(chart, 15 * MINUTE, p -> p.series("1h").close()).now())
        .containsExactly(Double.NaN, Double.NaN, Double.NaN, 4, 4, 4, 4, 8, 8);
    assertThat(seen(chart, 15 * MINUTE, p -> p.series("1h").open()).now())
        .containsExactly(Double.NaN, Double.NaN, Double.NaN, 1, 1, 1, 1, 5, 5);
  }

  @Test
  void a_first_hour_that_began_before_the_run_does_not_count() {
    Chart chart = quarters(15 * MINUTE, 2, 3, 4, 5, 6, 7, 8);
    assertThat(seen(chart, 15 * MINUTE, p -> p.series("1h").close()).now())
        .containsExactly(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 8);
  }

  private static Chart quarters(long from, double... closes) {
    Chart chart = Chart.ofCloses(closes);
    for (int i = 0; i < closes.length; i++) {
      chart.time()[i] = from + i * 15 * MINUTE;
    }
    return chart;
  }

  @Test
  void no_rule_is_asked_before_each_line_has_a_value_wherever_an_hour_the_run_begins() {
    for (int offset = 0; offset < 12; offset++) {
      Chart walk = Chart.walk(3, 200);
      for (int i = 0; i < walk.bars(); i++) {
        walk.time()[i] = (offset + i) * 5 * MINUTE;
      }
      for (int period : new int[] {1, 2, 7}) {
        Seen seen = seen(walk, 5 * MINUTE, p -> p.series("1h").sma(period));
        int first = seen.first();
        assertThat(first).isEqualTo((period - 1 + 2) * 12 - 2);
        assertThat(seen.now()[first]).isFinite();
        assertThat(seen.before()[first + 1]).isFinite();
        if (period == 1) {
          assertThat(Double.isNaN(seen.now()[first - 1])).isEqualTo(offset == 1);
        }
      }
    }
  }

  @Test
  void the_first_decision_bar_waits_for_the_slowest() {
    Market market = new Market(new FeedSlot(BarLength.of(HOUR)), ZoneOffset.UTC);
    Chart.Probe probe = new Chart.Probe(market);
    probe.sma(30);
    assertThat(market.tape.firstDecisionBar()).isEqualTo(30);
    Series day = probe.series("1d");
    assertThat(market.tape.firstDecisionBar()).isEqualTo(2 * 24 - 1);
    Ema ema = day.ema(10);
    assertThat(market.tape.firstDecisionBar()).isEqualTo(11 * 24 - 1);
    probe.use(new Gap(probe.open, ema));
    assertThat(market.tape.firstDecisionBar()).isEqualTo(11 * 24);
  }

  @Test
  void a_run_s_own_timeframe_is_a_series_as_well() {
    Chart chart = Chart.walk(5, 200);
    Seen series = seen(chart, HOUR, p -> p.series("1h").rsi(7));
    Seen own = seen(chart, HOUR, p -> p.rsi(7));
    assertThat(series.now()).isEqualTo(own.now());
    assertThat(series.before()).isEqualTo(own.before());
    assertThat(series.first()).isEqualTo(own.first());
  }

  @Test
  void what_reads_several_timeframes_is_brought_up_to_date_with_the_run_s_bars() {
    Chart chart = quarters(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    Seen seen = seen(chart, 15 * MINUTE, p -> p.use(new Gap(p.open, p.series("1h").close())));
    assertThat(seen.first()).isEqualTo(7);
    assertThat(Arrays.copyOfRange(seen.now(), 7, 10)).containsExactly(8 - 4, 9 - 8, 10 - 8);
  }

  @Test
  void weeks_begin_on_mondays_and_days_at_midnight_utc() {
    assertThat(Timeframe.of("1w").startOf(1_700_000_000_000L)).isEqualTo(1_699_833_600_000L);
    assertThat(Timeframe.of("1d").startOf(1_700_000_000_000L)).isEqualTo(1_699_920_000_000L);
    assertThat(Timeframe.of("4h").startOf(-1)).isEqualTo(-4 * HOUR);
  }

  @Test
  void a_timeframe_that_the_run_s_bars_do_not_make_is_refused() {
    assertThatThrownBy(() -> asked("4h", 90 * MINUTE))
        .isInstanceOf(BadTimeframe.class)
        .hasMessageContaining("series(\"4h\") cannot be made of bars of 90m")
        .hasMessageContaining("whole number");
    assertThatThrownBy(() -> asked("15m", HOUR)).hasMessageContaining("of bars of 1h");
    assertThatThrownBy(() -> asked("1h", 7 * MINUTE)).hasMessageContaining("of bars of 7m");
    for (String text :
        new String[] {"", "h", "0h", "04h", "4", "4H", "4 h", "-4h", "5w", "99999m"}) {
      assertThatThrownBy(() -> asked(text, MINUTE))
          .as(text)
          .isInstanceOf(BadTimeframe.class)
          .hasMessageContaining("such as 15m, 4h or 1d");
    }
    Market market = new Market(new FeedSlot(), ZoneOffset.UTC);
    assertThatThrownBy(() -> new Chart.Probe(market).series("1h"))
        .hasMessageContaining("of bars of unknown length");
  }

  private static Series asked(String timeframe, long length) {
    return new Chart.Probe(new Market(new FeedSlot(BarLength.of(length)), ZoneOffset.UTC))
        .series(timeframe);
  }

  @Test
  void four_slower_timeframes_are_the_most_and_the_same_one_counts_once() {
    Chart.Probe probe =
        new Chart.Probe(new Market(new FeedSlot(BarLength.of(MINUTE)), ZoneOffset.UTC));
    for (String text : List.of("1h", "60m", "5m", "4h", "1d", "24h")) {
      probe.series(text);
    }
    assertThat(probe.series("1h").close()).isSameAs(probe.series("60m").close());
    assertThatThrownBy(() -> probe.series("1w")).hasMessageContaining("4 slower timeframes");
  }

  @Test
  void lines_of_another_strategy_are_refused_however_slow() {
    Chart.Probe one = new Chart.Probe(new Market(new FeedSlot(BarLength.of(HOUR)), ZoneOffset.UTC));
    Chart.Probe two = new Chart.Probe(new Market(new FeedSlot(BarLength.of(HOUR)), ZoneOffset.UTC));
    Line foreign = two.series("4h").close();
    assertThatThrownBy(() -> one.sma(foreign, 3)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> one.use(new Gap(one.close, foreign)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> one.use(new Gap(foreign, foreign)))
        .isInstanceOf(IllegalStateException.class);
  }
}
