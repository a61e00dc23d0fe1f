package sorte.strategy;

/// One number a bar, and the words to compare it with: what rules are made of.
///
/// A comparison takes a line, a number, or a line times a number ([#times]). A crossing is strict
/// on both bars: it was on one side, and is on the other; touching is not crossing. Rules are only
/// asked once every line has this bar's value and the previous one. A line that is not a number (an
/// indicator of one's own may give NaN) satisfies no comparison.
public abstract sealed class Line extends Step
    permits Accumulation,
        Adx,
        Affine,
        Ago,
        Arithmetic,
        Atr,
        Cci,
        Clock,
        DayOpen,
        Deviation,
        Directional,
        Ema,
        Highest,
        Indicator,
        Lowest,
        Macd,
        Magnitude,
        Obv,
        Output,
        Price,
        Roc,
        Rsi,
        Since,
        Sma,
        VolumeSma,
        Vwap,
        Williams,
        Wma {
  /// Products remembered by line: a decision that names a factor again allocates nothing.
  private static final int MAX_FACTORS = 8;

  /// No column: the line stands at one bar, in two fields.
  private static final double[] NONE = {};

  private double now = Double.NaN;
  private double before = Double.NaN;

  /// While many bars are taken in at once, the line's values: the one of the bar at hand is `shift`
  /// beyond the tape's place. The engine's own columns stand here as they are.
  private double[] column = NONE;

  private int shift;
  private double[] room = NONE;
  private final Scaled[] scaled = new Scaled[MAX_FACTORS];
  private int factors;

  /// Whether it is brought up to date before what is declared from now on.
  boolean placed;

  final Tape tape;

  /// What it is computed from, in words that equal lines of any run share; empty where that is not
  /// known (an indicator of a strategy's own).
  String key = "";

  Line(Tape tape, int starts, int first) {
    super(starts, first);
    this.tape = tape;
  }

  /// A line that has its first value when it has seen this many bars of the lines it reads.
  Line(int bars, Line... inputs) {
    this(shared(inputs), bars, inputs);
  }

  private Line(Tape tape, int bars, Line... inputs) {
    this(tape, latest(tape, inputs), latest(tape, inputs) + bars - 1);
    for (Line input : inputs) {
      input.requirePlacedOn(tape);
    }
  }

  /// Whose bars bring it up to date: those that all it reads are of, else the run's own.
  private static Tape shared(Line... inputs) {
    Tape tape = inputs[0].tape;
    for (Line input : inputs) {
      if (input.tape != tape) {
        return tape.base;
      }
    }
    return tape;
  }

  private static int latest(Tape tape, Line... inputs) {
    int latest = 0;
    for (Line input : inputs) {
      latest = Math.max(latest, input.tape == tape ? input.first : input.tape.inBase(input.first));
    }
    return latest;
  }

  /// The value at this bar.
  public final double value() {
    return now();
  }

  /// The value one bar ago.
  public final double previous() {
    return before();
  }

  final double now() {
    double[] values = column;
    return values.length == 0 ? now : values[tape.at + shift];
  }

  final double before() {
    double[] values = column;
    return values.length == 0 ? before : values[tape.at + shift - 1];
  }

  /// The index, from 0, of the first bar at which this line has a value; of a line of slower bars
  /// the latest that it can be.
  public final int firstValueIndex() {
    return tape.inBase(first);
  }

  /// This line times a number: `volume.above(volumeSma.times(2))`.
  public final Scaled times(double factor) {
    for (int i = 0; i < factors; i++) {
      if (scaled[i].factor() == factor) {
        return scaled[i];
      }
    }
    Scaled product = new Scaled(this, factor);
    if (factors < MAX_FACTORS) {
      scaled[factors++] = product;
    }
    return product;
  }

  /// Higher than one bar ago.
  public final boolean rising() {
    return now() > before();
  }

  /// Lower than one bar ago.
  public final boolean falling() {
    return now() < before();
  }

  /// Above another line.
  public final boolean above(Line other) {
    return now() > other.now();
  }

  /// Above another line times a number.
  public final boolean above(Scaled other) {
    return now() > other.value();
  }

  /// Above a number.
  public final boolean above(double level) {
    return now() > level;
  }

  /// Below another line.
  public final boolean below(Line other) {
    return now() < other.now();
  }

  /// Below another line times a number.
  public final boolean below(Scaled other) {
    return now() < other.value();
  }

  /// Below a number.
  public final boolean below(double level) {
    return now() < level;
  }

  /// At or above another line.
  public final boolean atOrAbove(Line other) {
    return now() >= other.now();
  }

  /// At or above another line times a number.
  public final boolean atOrAbove(Scaled other) {
    return now() >= other.value();
  }

  /// At or above a number.
  public final boolean atOrAbove(double level) {
    return now() >= level;
  }

  /// At or below another line.
  public final boolean atOrBelow(Line other) {
    return now() <= other.now();
  }

  /// At or below another line times a number.
  public final boolean atOrBelow(Scaled other) {
    return now() <= other.value();
  }

  /// At or below a number.
  public final boolean atOrBelow(double level) {
    return now() <= level;
  }

  /// Was below and is above another line.
  public final boolean crossesAbove(Line other) {
    return (before() < other.before()) & (now() > other.now());
  }

  /// Was below and is above another line times a number.
  public final boolean crossesAbove(Scaled other) {
    return (before() < other.previous()) & (now() > other.value());
  }

  /// Was below and is above a number.
  public final boolean crossesAbove(double level) {
    return (before() < level) & (now() > level);
  }

  /// Was above and is below another line.
  public final boolean crossesBelow(Line other) {
    return (before() > other.before()) & (now() < other.now());
  }

  /// Was above and is below another line times a number.
  public final boolean crossesBelow(Scaled other) {
    return (before() > other.previous()) & (now() < other.value());
  }

  /// Was above and is below a number.
  public final boolean crossesBelow(double level) {
    return (before() > level) & (now() < level);
  }

  /// Refuses to be read by what is declared now, where it is of another strategy or would be
  /// brought up to date later.
  final void requirePlacedOn(Tape reader) {
    if (!placed || (tape != reader && tape.base != reader)) {
      throw new IllegalArgumentException(
          "an indicator reads lines of its own strategy, and indicators given to use(…) before");
    }
  }

  @Override
  Line[] lines() {
    return new Line[] {this};
  }

  final void set(double value) {
    before = now;
    now = value;
  }

  /// What it was one bar ago, where that is not its value before this one.
  final void stoodAt(double value) {
    before = value;
  }

  /// Many bars come: they are read from this column.
  final void lay(double[] values, int from) {
    column = values;
    shift = from;
  }

  /// The many bars are through; the line stands at the last of `count`.
  final void lift(int count) {
    if (column.length > 0) {
      now = column[shift + count - 1];
      before = column[shift + count - 2];
      column = NONE;
    }
  }

  /// Writes the values of the first `count` of many bars, while it is laid.
  final void copy(int count, double[] into, int at) {
    System.arraycopy(column, shift, into, at, count);
  }

  /// Room for `count` values after the last one, which stands in it.
  final double[] room(int count) {
    if (room.length <= count) {
      room = new double[count + 1];
    }
    room[0] = now;
    return room;
  }

  final double[] column() {
    return column;
  }

  final int shift() {
    return shift;
  }
}
