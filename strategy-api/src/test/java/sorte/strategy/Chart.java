package sorte.strategy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import sorte.strategy.run.FeedSlot;

/// Bars to draw lines over: each line is read as it comes, bar by bar.
record Chart(
    long[] time, double[] open, double[] high, double[] low, double[] close, double[] volume) {
  static final class Probe extends Strategy<Probe.None> {
    public record None() {}

    Probe(Market market) {
      super(market, new None());
    }
  }

  int bars() {
    return close.length;
  }

  /// A line's values, NaN before its first.
  double[] line(Function<Probe, Line> of) {
    return line(ZoneOffset.UTC, of);
  }

  double[] line(ZoneId zone, Function<Probe, Line> of) {
    Market market = new Market(new FeedSlot(), zone);
    Probe probe = new Probe(market);
    Line line = of.apply(probe);
    market.tape.complete(probe);
    double[] values = new double[bars()];
    for (int i = 0; i < bars(); i++) {
      market.tape.onBar(time[i], open[i], high[i], low[i], close[i], volume[i]);
      values[i] = i < line.firstValueIndex() ? Double.NaN : line.value();
    }
    return values;
  }

  static Chart ofCloses(double... closes) {
    long[] time = new long[closes.length];
    double[] one = new double[closes.length];
    for (int i = 0; i < closes.length; i++) {
      time[i] = i * 3_600_000L;
      one[i] = 1;
    }
    return new Chart(time, closes, closes, closes, closes, one);
  }

  /// A walk with ranges, gaps, flat stretches and bars without volume.
  static Chart walk(long seed, int bars) {
    java.util.SplittableRandom random = new java.util.SplittableRandom(seed);
    long[] t = new long[bars];
    double[] o = new double[bars];
    double[] h = new double[bars];
    double[] l = new double[bars];
    double[] c = new double[bars];
    double[] v = new double[bars];
    double last = 100;
    for (int i = 0; i < bars; i++) {
      boolean flat = i % 97 > 75;
      t[i] = i * 3_600_000L;
      o[i] = flat ? last : last * (1 + 0.004 * (random.nextDouble() - 0.5));
      c[i] = flat ? last : o[i] * (1 + 0.03 * (random.nextDouble() - 0.498));
      h[i] = flat ? last : Math.max(o[i], c[i]) * (1 + 0.01 * random.nextDouble());
      l[i] = flat ? last : Math.min(o[i], c[i]) * (1 - 0.01 * random.nextDouble());
      v[i] = flat ? 0 : random.nextInt(1, 100_000);
      last = c[i];
    }
    return new Chart(t, o, h, l, c, v);
  }

  /// A bars file: `time,open,high,low,close,volume`.
  static Chart file(Path csv) {
    List<double[]> rows = table(csv);
    long[] t = new long[rows.size()];
    double[][] columns = new double[5][rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      t[i] = (long) rows.get(i)[0];
      for (int j = 0; j < 5; j++) {
        columns[j][i] = rows.get(i)[j + 1];
      }
    }
    return new Chart(t, columns[0], columns[1], columns[2], columns[3], columns[4]);
  }

  /// All rows but the header; an empty cell is NaN.
  static List<double[]> table(Path csv) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                csv.toString().endsWith(".gz")
                    ? new GZIPInputStream(Files.newInputStream(csv))
                    : Files.newInputStream(csv),
                StandardCharsets.UTF_8))) {
      List<double[]> rows = new ArrayList<>();
      reader.readLine();
      for (String row = reader.readLine(); row != null; row = reader.readLine()) {
        String[] cells = row.split(",", -1);
        double[] values = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
          values[i] = cells[i].isEmpty() ? Double.NaN : Double.parseDouble(cells[i]);
        }
        rows.add(values);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
