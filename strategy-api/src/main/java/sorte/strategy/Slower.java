package sorte.strategy;

/// Slower bars, made of the base's as they come, and what is declared on them: one step of the base
/// tape, which steps a tape of its own whenever a slow bar is complete.
///
/// A slow bar is complete at the close of the base bar whose time reaches the end of the slow one's
/// stretch; where that bar is missing, when the first one behind the stretch comes. So it is never
/// made of what was not there yet. A stretch without bars gives none. The first stretch counts only
/// when the run reaches back to its start.
///
/// Between two slow bars its lines stay: one bar ago they were what they are, so that a crossing is
/// true once. Where two slow bars become complete at once, one of them late, one bar ago is before
/// both.
final class Slower extends Step {

  /// The most slower timeframes of one strategy.
  static final int MOST = 4;

  final Tape tape;
  private final Tape base;
  private final Timeframe timeframe;
  private final long barMillis;
  private Line[] lines = new Line[0];
  private double[] stood = new double[0];

  private long start;
  private long end = Long.MIN_VALUE;
  private boolean making;
  private boolean moved;
  private double open;
  private double high;
  private double low;
  private double close;
  private double volume;

  Slower(Tape base, Timeframe timeframe, long barMillis) {
    super(0, 0);
    this.base = base;
    this.timeframe = timeframe;
    this.barMillis = barMillis;
    this.tape = new Tape(base, timeframe.ratioTo(barMillis), timeframe.text() + "-");
  }

  boolean is(Timeframe other) {
    return timeframe.millis() == other.millis();
  }

  /// Ends the declaring of indicators; bars may come.
  void complete() {
    tape.complete();
    lines = tape.allLines();
    stood = new double[lines.length];
  }

  @Override
  void step() {
    if (moved) {
      stay();
    }
    long time = base.time;
    if (time >= end) {
      if (making) {
        close(); // late: the bar that should have ended it did not come
      }
      begin(time);
    } else if (making) {
      add();
    }
    if (making && time + barMillis >= end) {
      close();
    }
  }

  private void begin(long time) {
    boolean first = end == Long.MIN_VALUE;
    start = timeframe.startOf(time);
    end = start + timeframe.millis();
    making = !first || time - start < barMillis;
    open = base.open.now();
    high = base.high.now();
    low = base.low.now();
    close = base.close.now();
    volume = base.volume.now();
  }

  private void add() {
    high = Math.max(high, base.high.now());
    low = Math.min(low, base.low.now());
    close = base.close.now();
    volume += base.volume.now();
  }

  private void close() {
    making = false;
    boolean second = moved;
    if (second) {
      for (int i = 0; i < lines.length; i++) {
        stood[i] = lines[i].before();
      }
    }
    tape.take(start, open, high, low, close, volume);
    if (second) {
      for (int i = 0; i < lines.length; i++) {
        lines[i].stoodAt(stood[i]);
      }
    }
    moved = true;
  }

  private void stay() {
    moved = false;
    for (Line line : lines) {
      line.stoodAt(line.now());
    }
  }

  @Override
  Line[] lines() {
    return lines.clone();
  }
}
