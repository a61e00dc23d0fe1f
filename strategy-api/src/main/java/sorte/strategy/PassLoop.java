package sorte.strategy;

import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import sorte.strategy.run.Columns;
import sorte.strategy.run.Signals;
import sorte.strategy.run.StopDistance;
import sorte.strategy.run.Toll;

/// The loop over the bars. It is never used as it stands: [Passes] defines a copy of this class for
/// each strategy class, so that what the compiler learns of one strategy's calls is not blurred by
/// another's. Hence the virtual calls (steps and rules) stand here, one call site for each of the
/// first indicators, and nothing here is private to another class.
final class PassLoop implements Pass {
  /// The copy's own toll: a constant, so that the compiler sees through it. In a copy whose
  /// decisions are not metered it is always paid.
  private static final MethodHandle TOLL = toll();

  private static final Step NOTHING =
      new Step(0, 0) {
        @Override
        void step() {}

        @Override
        Line[] lines() {
          return new Line[0];
        }
      };

  /// Indicators with a call site of their own.
  private static final int SITES = 6;

  PassLoop() {}

  private static MethodHandle toll() {
    try {
      Toll toll =
          MethodHandles.classData(MethodHandles.lookup(), ConstantDescs.DEFAULT_NAME, Toll.class);
      return toll == null ? Toll.NONE.next() : toll.next();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void over(
      Tape tape,
      Columns bars,
      int from,
      int to,
      StopDistance stop,
      byte[] signals,
      double[] stops,
      int into) {
    Strategy<?> strategy = tape.strategy();
    Step[] steps = tape.steps();
    int count = steps.length;
    Step first = site(steps, 0);
    Step second = site(steps, 1);
    Step third = site(steps, 2);
    Step fourth = site(steps, 3);
    Step fifth = site(steps, 4);
    Step sixth = site(steps, 5);
    boolean hangs = stop.hangs();
    int offset = bars.from();
    for (int i = from; i < to; i++) {
      tape.next(bars, offset + i);
      if (count > 0) {
        first.step();
      }
      if (count > 1) {
        second.step();
      }
      if (count > 2) {
        third.step();
      }
      if (count > 3) {
        fourth.step();
      }
      if (count > 4) {
        fifth.step();
      }
      if (count > 5) {
        sixth.step();
      }
      for (int k = SITES; k < count; k++) {
        steps[k].step();
      }
      int mask =
          (strategy.enterLong() ? Signals.ENTER_LONG : 0)
              | (strategy.exitLong() ? Signals.EXIT_LONG : 0)
              | (strategy.enterShort() ? Signals.ENTER_SHORT : 0)
              | (strategy.exitShort() ? Signals.EXIT_SHORT : 0);
      signals[into + i - from] = (byte) mask;
      if (hangs) {
        stops[into + i - from] = stop.at(mask);
      }
      pay();
    }
  }

  @Override
  public void columns(
      Tape tape,
      Columns bars,
      int from,
      int to,
      StopDistance stop,
      byte[] signals,
      double[] stops,
      int into) {
    int count = to - from;
    tape.lay(bars, from);
    Step[] steps = tape.steps();
    for (int s = 0; s < steps.length; s++) {
      if (s + 1 < steps.length
          && steps[s] instanceof Sma a
          && steps[s + 1] instanceof Sma b
          && b.readsAs(a)) {
        Sma.layBoth(a, b, count);
        s++;
      } else if (!steps[s].lay(count)) {
        fill(tape, bars, from, count, steps[s]);
      }
    }
    decide(tape, count, stop, signals, stops, into);
    tape.lift(bars, from, count);
  }

  static void fill(Tape tape, Columns bars, int from, int count, Step step) {
    Line[] lines = step.lines();
    double[][] rooms = new double[lines.length][];
    for (int n = 0; n < lines.length; n++) {
      rooms[n] = lines[n].room(count);
    }
    for (int k = 0; k < count; k++) {
      tape.stand(bars, from, k);
      step.step();
      for (int n = 0; n < lines.length; n++) {
        rooms[n][k + 1] = lines[n].now();
      }
    }
    for (int n = 0; n < lines.length; n++) {
      lines[n].lay(rooms[n], 1);
    }
  }

  private static void decide(
      Tape tape, int count, StopDistance stop, byte[] signals, double[] stops, int into) {
    Strategy<?> strategy = tape.strategy();
    boolean hangs = stop.hangs();
    for (int k = 0; k < count; k++) {
      tape.at = k;
      int mask =
          bit(strategy.enterLong()) * Signals.ENTER_LONG
              | bit(strategy.exitLong()) * Signals.EXIT_LONG
              | bit(strategy.enterShort()) * Signals.ENTER_SHORT
              | bit(strategy.exitShort()) * Signals.EXIT_SHORT;
      signals[into + k] = (byte) mask;
      if (hangs) {
        stops[into + k] = stop.at(mask);
      }
      pay();
    }
  }

  /// Without a branch: whether a rule is true is what the processor cannot guess.
  private static int bit(boolean rule) {
    return rule ? 1 : 0;
  }

  private static void pay() {
    boolean paid;
    try {
      paid = (boolean) TOLL.invokeExact();
    } catch (Throwable e) {
      throw new LinkageError("the meter cannot be read", e);
    }
    if (!paid) {
      throw new Toll.Spent();
    }
  }

  private static Step site(Step[] steps, int at) {
    return at < steps.length ? steps[at] : NOTHING;
  }
}
