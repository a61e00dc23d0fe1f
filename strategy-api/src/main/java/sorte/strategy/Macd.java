package sorte.strategy;

/// Moving average convergence and divergence. It is itself the MACD line (the fast average less the
/// slow one), and has two more: `macd.crossesAbove(macd.signal())`.
///
/// All lines have their first value at index (the longer of fast and slow) + signal - 2. Seeded as
/// TA-Lib does: both averages start on the same bar, each with the plain mean of the inputs up to
/// it, the signal with the mean of its first n; with [Seed#FIRST_VALUE] all three start with their
/// first input at the first bar.
public final class Macd extends Line {
  private final Line source;
  private final ExponentialMean fast;
  private final ExponentialMean slow;
  private final ExponentialMean average;
  private final Output signal;
  private final Output histogram;
  private int hidden;

  Macd(Line source, int fast, int slow, int signal, Seed seed) {
    super(source.tape, source.first, source.first + longest(fast, slow) + checked(signal) - 2);
    int longest = Math.max(fast, slow);
    this.source = source;
    this.fast = new ExponentialMean(fast, seed, longest - fast);
    this.slow = new ExponentialMean(slow, seed, longest - slow);
    this.average = new ExponentialMean(signal, seed);
    this.signal = new Output(tape, starts, first);
    this.histogram = new Output(tape, starts, first);
    this.hidden = seed == Seed.MEAN ? longest - 1 : 0;
  }

  private static int longest(int fast, int slow) {
    return Math.max(checked(fast), checked(slow));
  }

  private static int checked(int period) {
    return Period.checked("a period of the MACD", period);
  }

  /// The exponential average of the MACD line.
  public Line signal() {
    return signal;
  }

  /// The MACD line less its signal.
  public Line histogram() {
    return histogram;
  }

  @Override
  Line[] lines() {
    return new Line[] {this, signal, histogram};
  }

  @Override
  void step() {
    double quick = fast.add(source.now());
    double macd = quick - slow.add(source.now());
    if (hidden > 0) {
      hidden--;
      return;
    }
    double smooth = average.add(macd);
    set(macd);
    signal.set(smooth);
    histogram.set(macd - smooth);
  }
}
