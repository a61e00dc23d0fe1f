package sorte.strategy;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import sorte.strategy.run.Feed;
import sorte.strategy.run.Signals;

/// The engine's end of a market: takes bars in, steps the indicators in the order of their
/// declaration, asks the rules. Strategies never hold it.
final class Tape extends Feed {
  private static final int MAX_INDICATORS = 64;

  final Price open = new Price(this);
  final Price high = new Price(this);
  final Price low = new Price(this);
  final Price close = new Price(this);
  final Price volume = new Price(this);
  final ZoneId zone;

  final NamedLines lines = new NamedLines();

  private Step[] steps = new Step[0];
  private Strategy<?>[] carried = new Strategy<?>[0];
  private int made;
  private int used;
  private boolean complete;
  private boolean broken;
  private int decisionBar = 1;
  private int bar = -1;
  long time = Long.MIN_VALUE;

  Tape(ZoneId zone) {
    this.zone = Objects.requireNonNull(zone, "zone");
  }

  void carry(Strategy<?> strategy) {
    if (carried.length > 0) {
      throw new IllegalStateException("a market carries one strategy, and it has one");
    }
    carried = new Strategy<?>[] {strategy};
  }

  <S extends Step> S add(S step) {
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
    steps = Arrays.copyOf(steps, steps.length + 1);
    steps[steps.length - 1] = step;
    lines.declared(step);
    decisionBar = Math.max(decisionBar, 1 + step.first);
    return step;
  }

  @Override
  public void complete(Strategy<?> strategy) {
    if (carried.length == 0 || carried[0] != strategy) {
      throw new IllegalStateException("a strategy must pass its own market on to super(market, p)");
    }
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

  private void check(long timeMillis, double o, double h, double l, double c, double v) {
    if (!complete || broken) {
      throw new IllegalStateException(
          complete ? "an earlier bar ended in an exception: start anew" : "not started");
    }
    boolean ordered = timeMillis > time;
    boolean sound = h >= l && h >= o && h >= c && l <= o && l <= c && v >= 0;
    boolean finite =
        h < Double.POSITIVE_INFINITY
            && l > Double.NEGATIVE_INFINITY
            && v < Double.POSITIVE_INFINITY;
    if (!(ordered && sound && finite)) {
      throw new IllegalArgumentException(
          "a bar must come after the one before, with low <= open, close <= high and volume >= 0;"
              + " was time "
              + timeMillis
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
  }

  @Override
  public List<String> lines() {
    return lines.names();
  }

  @Override
  public double line(int index) {
    Line line = lines.at(index);
    return bar < line.first ? Double.NaN : line.now;
  }
}
