package sorte.strategy;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import sorte.strategy.run.BarLength;
import sorte.strategy.run.Columns;
import sorte.strategy.run.Feed;
import sorte.strategy.run.IndicatorMemo;
import sorte.strategy.run.Signals;
import sorte.strategy.run.StopDistance;
import sorte.strategy.run.Toll;

/// The engine's end of a market: takes bars in, steps the indicators in the order of their
/// declaration, asks the rules. Strategies never hold it.
final class Tape extends Feed {
  private static final int MAX_INDICATORS = 64;
  private static final int RECORDED_AT_ONCE = 2048;
  private static final int MAX_WARM_UP = 100_000_000;

  final Price open = new Price(this, "open");
  final Price high = new Price(this, "high");
  final Price low = new Price(this, "low");
  final Price close = new Price(this, "close");
  final Price volume = new Price(this, "volume");
  final ZoneId zone;

  /// The tape whose bars these are made of: this one itself, where it is fed.
  final Tape base;

  /// How many bars of the base make one of these at most.
  private final int ratio;

  /// What stands before the names of its lines.
  private final String prefix;

  final NamedLines lines;

  private Step[] steps = new Step[0];
  private String[] keys = new String[0];
  private final Optional<IndicatorMemo> memo;
  private final BarLength length;
  private Slower[] slower = new Slower[0];
  private Strategy<?>[] carried = new Strategy<?>[0];
  private int made;
  private int used;
  private boolean complete;
  private boolean broken;
  private int decisionBar = 1;
  private int bar = -1;
  long time = Long.MIN_VALUE;

  /// Which of many bars is at hand, while lines are laid.
  int at;

  Tape(ZoneId zone, Optional<IndicatorMemo> memo, BarLength length) {
    this.zone = Objects.requireNonNull(zone, "zone");
    this.memo = memo;
    this.length = length;
    this.base = this;
    this.ratio = 1;
    this.prefix = "";
    this.lines = new NamedLines();
  }

  /// A tape of slower bars; see [Slower].
  Tape(Tape base, int ratio, String prefix) {
    this.zone = base.zone;
    this.memo = Optional.empty();
    this.length = base.length;
    this.base = base;
    this.ratio = ratio;
    this.prefix = prefix;
    this.lines = base.lines;
  }

  void carry(Strategy<?> strategy) {
    if (carried.length > 0) {
      throw new IllegalStateException("a market carries one strategy, and it has one");
    }
    carried = new Strategy<?>[] {strategy};
  }

  /// The bars of a slower timeframe, the same ones each time they are asked for.
  Series series(String text) {
    refuseWhenComplete();
    Timeframe timeframe = Timeframe.of(text);
    for (Slower one : slower) {
      if (one.is(timeframe)) {
        return new Series(one.tape);
      }
    }
    if (slower.length == Slower.MOST) {
      throw new IllegalStateException(
          "a strategy looks at " + Slower.MOST + " slower timeframes at most");
    }
    Slower made = new Slower(this, timeframe, length.millis());
    slower = Arrays.copyOf(slower, slower.length + 1);
    slower[slower.length - 1] = made;
    append(made, "");
    decisionBar = Math.max(decisionBar, 1 + made.tape.inBase(0));
    return new Series(made.tape);
  }

  /// The first bar of the base at which bar `bar` of these is surely there: its own bars, and those
  /// of a stretch before that the run begins in.
  int inBase(int bar) {
    if (base == this) {
      return bar;
    }
    long latest = (bar + 2L) * ratio - 2;
    if (latest > MAX_WARM_UP) {
      throw new IllegalStateException(
          "what a strategy looks at has its value after "
              + MAX_WARM_UP
              + " bars at most, was "
              + latest);
    }
    return (int) latest;
  }

  /// Adds an indicator of the house. What it gives follows from its kind, its numbers, the bars and
  /// the line it reads: where a memo keeps that, it is read there.
  <S extends Step> S add(S step, Line source, String kind, double... numbers) {
    if (source.tape != this && source.tape.base == this) {
      return source.tape.add(step);
    }
    String key =
        memo.isEmpty() || source.key.isEmpty()
            ? ""
            : kind + "(" + source.key + ";" + Arrays.toString(numbers) + ";" + zone + ")";
    if (step instanceof Line line) {
      line.key = key;
    }
    return add(step, key);
  }

  <S extends Step> S add(S step) {
    boolean ofSlower = step instanceof Line line && line.tape != this && line.tape.base == this;
    return ofSlower ? ((Line) step).tape.add(step) : add(step, "");
  }

  private <S extends Step> S add(S step, String key) {
    refuseWhenComplete();
    for (Step other : steps) {
      if (other == step) {
        throw new IllegalStateException("an indicator was given to use(…) twice");
      }
    }
    if (steps.length == MAX_INDICATORS) {
      throw new IllegalStateException("a strategy has at most " + MAX_INDICATORS + " indicators");
    }
    if (step instanceof Line line) {
      if (line.tape != this) {
        throw new IllegalStateException("an indicator reads the lines of its own strategy alone");
      }
      line.placed = true;
      used += step instanceof Indicator ? 1 : 0;
    }
    append(memo.flatMap(m -> m.of(key)).map(w -> recalled(step, w)).orElse(step), key);
    lines.declared(prefix, step);
    base.decisionBar = Math.max(base.decisionBar, 1 + inBase(step.first));
    return step;
  }

  private void append(Step step, String key) {
    steps = Arrays.copyOf(steps, steps.length + 1);
    steps[steps.length - 1] = step;
    keys = Arrays.copyOf(keys, steps.length);
    keys[steps.length - 1] = key;
  }

  private static Step recalled(Step step, double[][] written) {
    return step instanceof Line line && written.length == 1
        ? new Recalled(line, written[0])
        : new RecalledLines(step, written);
  }

  @Override
  public void complete(Strategy<?> strategy) {
    if (carried.length == 0 || carried[0] != strategy) {
      throw new IllegalStateException("a strategy must pass its own market on to super(market, p)");
    }
    for (Slower one : slower) {
      one.complete();
    }
    complete();
  }

  /// Nothing more is declared on it.
  void complete() {
    if (made > used) {
      throw new IllegalStateException(
          "an indicator of its own was made and not given to use(…): it would never have a value");
    }
    complete = true;
  }

  /// Counts an indicator whose lines are this tape's, so that one never given to use is noticed.
  void made() {
    refuseWhenComplete();
    made++;
  }

  private void refuseWhenComplete() {
    if (complete) {
      throw new IllegalStateException(
          "an indicator is declared in a field, not in a rule or in terms()");
    }
  }

  @Override
  public int firstDecisionBar() {
    return decisionBar;
  }

  @Override
  public int onBar(long timeMillis, double o, double h, double l, double c, double v) {
    check(timeMillis, o, h, l, c, v);
    if (memo.isPresent()) {
      requireOf(memo.get().bars(), bar + 1, timeMillis, c);
    }
    broken = true; // until this bar is through: an exception leaves it so
    time = timeMillis;
    bar++;
    open.set(o);
    high.set(h);
    low.set(l);
    close.set(c);
    volume.set(v);
    int signals = 0;
    if (bar < decisionBar) {
      warmUp();
    } else {
      for (Step step : steps) {
        step.step();
      }
      signals = decide(carried[0]);
    }
    broken = false;
    return signals;
  }

  @Override
  public void onBars(
      Columns bars,
      int from,
      int to,
      StopDistance stop,
      byte[] signals,
      double[] stops,
      Toll toll) {
    if (from != bar + 1 || to > bars.size()) {
      throw new IllegalArgumentException(
          "the next bar is " + (bar + 1) + " of " + bars.size() + ", was " + from + " to " + to);
    }
    if (memo.isPresent() && !memo.get().bars().shares(bars)) {
      throw new IllegalArgumentException("a memo is of the bars it was made for alone");
    }
    int first = Math.min(to, Math.max(from, decisionBar));
    Optional<Pass> pass = Passes.of(strategy().getClass(), toll);
    int single = pass.isPresent() ? first : to;
    for (int i = from; i < single; i++) {
      int mask = one(bars, i, toll);
      signals[i - from] = (byte) mask;
      stops(stop, mask, stops, i - from);
    }
    if (single < to) {
      requireReady();
      broken = true;
      if (used == 0 && slower.length == 0) {
        pass.get().columns(this, bars, single, to, stop, signals, stops, single - from);
      } else {
        pass.get().over(this, bars, single, to, stop, signals, stops, single - from);
      }
      broken = false;
    }
  }

  private int one(Columns bars, int i, Toll toll) {
    int at = bars.from() + i;
    int mask =
        onBar(
            bars.time()[at],
            bars.open()[at],
            bars.high()[at],
            bars.low()[at],
            bars.close()[at],
            bars.volume()[at]);
    if (!toll.paid()) {
      throw new Toll.Spent();
    }
    return mask;
  }

  private static void stops(StopDistance stop, int mask, double[] stops, int at) {
    if (stop.hangs()) {
      stops[at] = stop.at(mask);
    }
  }

  /// The next of many bars, before indicators and rules. A series was looked at when it was built.
  void next(Columns bars, int at) {
    long t = bars.time()[at];
    double o = bars.open()[at];
    double h = bars.high()[at];
    double l = bars.low()[at];
    double c = bars.close()[at];
    double v = bars.volume()[at];
    time = t;
    bar++;
    open.set(o);
    high.set(h);
    low.set(l);
    close.set(c);
    volume.set(v);
  }

  /// A slow bar, sound since those that it is made of were; no rule is asked.
  void take(long t, double o, double h, double l, double c, double v) {
    time = t;
    bar++;
    open.set(o);
    high.set(h);
    low.set(l);
    close.set(c);
    volume.set(v);
    warmUp();
  }

  /// All lines that these bars move.
  Line[] allLines() {
    List<Line> all = new ArrayList<>(List.of(open, high, low, close, volume));
    for (Step step : steps) {
      all.addAll(List.of(step.lines()));
    }
    return all.toArray(new Line[0]);
  }

  /// Many bars come: prices are read from the series' own columns.
  void lay(Columns bars, int from) {
    int shift = bars.from() + from;
    open.lay(bars.open(), shift);
    high.lay(bars.high(), shift);
    low.lay(bars.low(), shift);
    close.lay(bars.close(), shift);
    volume.lay(bars.volume(), shift);
  }

  /// The `k`-th of them is at hand.
  void stand(Columns bars, int from, int k) {
    at = k;
    time = bars.time()[bars.from() + from + k];
  }

  /// They are through.
  void lift(Columns bars, int from, int count) {
    stand(bars, from, count - 1);
    bar += count;
    open.lift(count);
    high.lift(count);
    low.lift(count);
    close.lift(count);
    volume.lift(count);
    for (Step step : steps) {
      for (Line line : step.lines()) {
        line.lift(count);
      }
    }
  }

  Strategy<?> strategy() {
    return carried[0];
  }

  Step[] steps() {
    return steps;
  }

  @Override
  public void record(IndicatorMemo into) {
    Map<String, double[][]> rooms = new LinkedHashMap<>();
    double[][][] kept = new double[steps.length][0][];
    for (int k = 0; k < steps.length; k++) {
      if (!keys[k].isEmpty() && into.of(keys[k]).isEmpty()) {
        Optional<double[][]> room = into.room(keys[k], steps[k].lines().length);
        kept[k] = room.orElse(kept[k]);
        if (room.isPresent()) {
          rooms.put(keys[k], room.get());
        }
      }
    }
    if (rooms.isEmpty()) {
      return;
    }
    Columns bars = into.bars();
    boolean byColumns = used == 0 && slower.length == 0;
    int single = byColumns ? Math.min(decisionBar, bars.size()) : bars.size();
    for (int i = 0; i < single; i++) {
      next(bars, bars.from() + i);
      warmUp();
      write(kept, i);
    }
    for (int from = single; from < bars.size(); from += RECORDED_AT_ONCE) {
      write(bars, from, Math.min(RECORDED_AT_ONCE, bars.size() - from), kept);
    }
    rooms.forEach(into::keep);
  }

  private void write(Columns bars, int from, int count, double[][][] kept) {
    lay(bars, from);
    for (Step step : steps) {
      if (!step.lay(count)) {
        PassLoop.fill(this, bars, from, count, step);
      }
    }
    for (int k = 0; k < kept.length; k++) {
      for (int n = 0; n < kept[k].length; n++) {
        steps[k].lines()[n].copy(count, kept[k][n], from);
      }
    }
    lift(bars, from, count);
  }

  private void write(double[][][] kept, int bar) {
    for (int k = 0; k < kept.length; k++) {
      if (kept[k].length > 0) {
        Line[] lines = steps[k].lines();
        for (int n = 0; n < lines.length; n++) {
          kept[k][n][bar] = lines[n].now();
        }
      }
    }
  }

  private static void requireOf(Columns bars, int bar, long time, double close) {
    int at = bars.from() + bar;
    if (bar >= bars.size() || bars.time()[at] != time || bars.close()[at] != close) {
      throw new IllegalArgumentException("a memo is of the bars it was made for alone");
    }
  }

  private static int decide(Strategy<?> strategy) {
    return (strategy.enterLong() ? Signals.ENTER_LONG : 0)
        | (strategy.exitLong() ? Signals.EXIT_LONG : 0)
        | (strategy.enterShort() ? Signals.ENTER_SHORT : 0)
        | (strategy.exitShort() ? Signals.EXIT_SHORT : 0);
  }

  private void warmUp() {
    for (Step step : steps) {
      if (bar >= step.starts) {
        step.step();
      }
    }
  }

  private void requireReady() {
    if (!complete || broken) {
      throw new IllegalStateException(
          complete ? "an earlier bar ended in an exception: start anew" : "not started");
    }
  }

  private void check(long t, double o, double h, double l, double c, double v) {
    requireReady();
    if (!(t > time && sound(o, h, l, c, v))) {
      throw refused(t, o, h, l, c, v);
    }
  }

  private static boolean sound(double o, double h, double l, double c, double v) {
    return h >= l
        && h >= o
        && h >= c
        && l <= o
        && l <= c
        && v >= 0
        && h < Double.POSITIVE_INFINITY
        && l > Double.NEGATIVE_INFINITY
        && v < Double.POSITIVE_INFINITY;
  }

  private IllegalArgumentException refused(
      long t, double o, double h, double l, double c, double v) {
    return new IllegalArgumentException(
        "a bar must come after the one before, with low <= open, close <= high and volume >= 0;"
            + " was time "
            + t
            + " after "
            + time
            + ", open "
            + o
            + ", high "
            + h
            + ", low "
            + l
            + ", close "
            + c
            + ", volume "
            + v);
  }

  @Override
  public List<String> lines() {
    return lines.names();
  }

  @Override
  public double line(int index) {
    Line line = lines.at(index);
    return line.tape.bar < line.first ? Double.NaN : line.value();
  }
}
