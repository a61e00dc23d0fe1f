package sorte.trading.market;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import sorte.strategy.run.BarLength;
import sorte.strategy.run.Columns;
import sorte.strategy.run.IndicatorMemo;
import sorte.strategy.run.Runner;

/// A series of bars in columns, times ascending. It does not change; a slice shares its columns.
public final class Bars {

  /// No bars at all.
  public static final Bars NONE = new Builder(0).build();

  private final long[] time;
  private final double[] open;
  private final double[] high;
  private final double[] low;
  private final double[] close;
  private final double[] volume;
  private final int from;
  private final int size;
  private final BarStep step;
  private final Columns columns;

  private Bars(
      long[] time,
      double[] open,
      double[] high,
      double[] low,
      double[] close,
      double[] volume,
      int from,
      int size,
      BarStep step) {
    this.time = time;
    this.open = open;
    this.high = high;
    this.low = low;
    this.close = close;
    this.volume = volume;
    this.from = from;
    this.size = size;
    this.step = step;
    this.columns = new Columns(time, open, high, low, close, volume, from, size);
  }

  public static Bars of(List<Bar> bars) {
    Builder builder = new Builder(bars.size());
    for (Bar bar : bars) {
      builder.add(bar.time(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
    }
    return builder.build();
  }

  /// Bars in these columns, which are not copied.
  ///
  /// @throws IllegalArgumentException naming the first row that is unsound or out of order
  static Bars columns(
      long[] time, double[] open, double[] high, double[] low, double[] close, double[] volume) {
    for (int i = 0; i < time.length; i++) {
      if (!Bar.sound(open[i], high[i], low[i], close[i], volume[i])
          || (i > 0 && time[i] <= time[i - 1])) {
        throw new IllegalArgumentException("row " + (i + 1) + " is no bar after the one before");
      }
    }
    return new Bars(time, open, high, low, close, volume, 0, time.length, new BarStep(time));
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public long time(int bar) {
    return time[at(bar)];
  }

  public double open(int bar) {
    return open[at(bar)];
  }

  public double high(int bar) {
    return high[at(bar)];
  }

  public double low(int bar) {
    return low[at(bar)];
  }

  public double close(int bar) {
    return close[at(bar)];
  }

  public double volume(int bar) {
    return volume[at(bar)];
  }

  public Bar bar(int bar) {
    int at = at(bar);
    return new Bar(time[at], open[at], high[at], low[at], close[at], volume[at]);
  }

  /// Shows a run its next bars, `fromBar` up to, not including, `toBar`, and takes down what it
  /// decides: the mask and, where a stop hangs on a line, its distance, from index 0 on.
  public void show(Runner runner, int fromBar, int toBar, byte[] signals, double[] stops) {
    Objects.checkFromToIndex(fromBar, toBar, size);
    runner.onBars(columns, fromBar, toBar, signals, stops);
  }

  /// An empty memo of what indicators give over these bars.
  public IndicatorMemo memo() {
    return new IndicatorMemo(columns, length());
  }

  /// How long a bar is: the usual time from one to the next, of the whole series that these are a
  /// part of, so that what is cut off changes nothing; or what was declared. Not known of one bar.
  public BarLength length() {
    return step;
  }

  /// The same bars, each declared to be this long.
  public Bars lasting(BarLength declared) {
    return new Bars(
        time, open, high, low, close, volume, from, size, new BarStep(declared.millis()));
  }

  /// The bars from `fromBar` up to, not including, `toBar`.
  public Bars slice(int fromBar, int toBar) {
    Objects.checkFromToIndex(fromBar, toBar, size);
    return new Bars(time, open, high, low, close, volume, from + fromBar, toBar - fromBar, step);
  }

  /// The bars that start at `fromMillis` or later and before `toMillis`.
  public Bars between(long fromMillis, long toMillis) {
    int first = firstAtOrAfter(fromMillis);
    return slice(first, Math.max(first, firstAtOrAfter(toMillis)));
  }

  /// The number of the first bar that starts at `millis` or later; the size where none does.
  public int firstAtOrAfter(long millis) {
    int found = Arrays.binarySearch(time, from, from + size, millis);
    return (found >= 0 ? found : -found - 1) - from;
  }

  /// The same, where one has a guess at it: a guess that is right costs nothing.
  public int firstAtOrAfter(long millis, int guess) {
    boolean right =
        guess > 0
            && guess < size
            && time[from + guess] >= millis
            && time[from + guess - 1] < millis;
    return right ? guess : firstAtOrAfter(millis);
  }

  private int at(int bar) {
    return from + Objects.checkIndex(bar, size);
  }

  /// Takes bars in one by one; refuses one that is unsound or does not come after the one before.
  public static final class Builder {
    private static final int SMALLEST = 16;

    private long[] time;
    private double[] open;
    private double[] high;
    private double[] low;
    private double[] close;
    private double[] volume;
    private int size;

    public Builder(int expected) {
      int length = Math.max(SMALLEST, expected);
      time = new long[length];
      open = new double[length];
      high = new double[length];
      low = new double[length];
      close = new double[length];
      volume = new double[length];
    }

    public Builder add(long t, double o, double h, double l, double c, double v) {
      if (!Bar.sound(o, h, l, c, v)) {
        throw new IllegalArgumentException("a bar at " + t + ": " + Bar.fault(o, h, l, c, v));
      }
      if (size > 0 && t <= time[size - 1]) {
        throw new IllegalArgumentException(
            "bars must ascend in time, " + t + " came after " + time[size - 1]);
      }
      if (size == time.length) {
        grow();
      }
      time[size] = t;
      open[size] = o;
      high[size] = h;
      low[size] = l;
      close[size] = c;
      volume[size] = v;
      size++;
      return this;
    }

    public int size() {
      return size;
    }

    /// The start of the last bar taken in.
    long lastTime() {
      return size == 0 ? Long.MIN_VALUE : time[size - 1];
    }

    /// The bars taken in so far. Full columns are handed over, not copied: a bar that comes
    /// afterwards goes into longer ones.
    public Bars build() {
      if (size < time.length) {
        resize(size);
      }
      return new Bars(time, open, high, low, close, volume, 0, size, new BarStep(time));
    }

    private void grow() {
      resize(Math.max(SMALLEST, Math.addExact(size, size >> 1)));
    }

    private void resize(int length) {
      time = Arrays.copyOf(time, length);
      open = Arrays.copyOf(open, length);
      high = Arrays.copyOf(high, length);
      low = Arrays.copyOf(low, length);
      close = Arrays.copyOf(close, length);
      volume = Arrays.copyOf(volume, length);
    }
  }
}
