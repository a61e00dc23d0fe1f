package sorte.change.judge;

import java.util.Arrays;
import java.util.Random;

/// Many seeded rollouts of twins with a known difference: how often, and how soon, each line is
/// crossed.
final class Simulation {
  enum Tails {
    GAUSSIAN,
    T3
  }

  /// @param margin of a pair, in deviations
  /// @param shift the candidate's mean, in deviations of one twin's bar
  /// @param autoregression of the differences, lag 1
  record Setting(
      Tails tails, double margin, double shift, double autoregression, int runs, int pairs) {}

  /// @param aborted fraction of runs in which abort was ever over the line
  /// @param medianAbort pairs to it; `Integer.MAX_VALUE` where most never came there
  /// @param promoted fraction of runs in which "not worse" was ever over the line
  /// @param promotedEarly the same within 200 pairs
  record Result(
      double aborted, int medianAbort, double promoted, double promotedEarly, double better) {}

  private static final double CORRELATION = 0.8;
  private static final double SCALE = 0.004;

  private final Setting setting;

  Simulation(Setting setting) {
    this.setting = setting;
  }

  Result run(long seed) {
    int[] aborts = new int[setting.runs()];
    int aborted = 0;
    int promoted = 0;
    int early = 0;
    int better = 0;
    for (int run = 0; run < setting.runs(); run++) {
      int[] crossed = one(new Random(seed * 1_000_003 + run));
      aborts[run] = crossed[0];
      aborted += crossed[0] < Integer.MAX_VALUE ? 1 : 0;
      promoted += crossed[1] < Integer.MAX_VALUE ? 1 : 0;
      early += crossed[1] <= 200 ? 1 : 0;
      better += crossed[2] < Integer.MAX_VALUE ? 1 : 0;
    }
    Arrays.sort(aborts);
    double runs = setting.runs();
    return new Result(
        aborted / runs, aborts[setting.runs() / 2], promoted / runs, early / runs, better / runs);
  }

  private int[] one(Random random) {
    Returns returns = new Returns(setting.margin());
    int[] crossed = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
    double own = Math.sqrt(1 - CORRELATION);
    double rho = setting.autoregression();
    double carried = 0;
    for (int i = 1; i <= setting.pairs(); i++) {
      double common = Math.sqrt(CORRELATION) * draw(random);
      double stable = common + own * draw(random);
      double candidate = common + own * draw(random);
      if (rho > 0) {
        carried = rho * carried + Math.sqrt(2 * (1 - rho * rho)) * own * draw(random);
        candidate = stable + carried;
      }
      returns.see(new Pair(i - 1, i, SCALE * stable, SCALE * (candidate + setting.shift())));
      // the other metrics stay at 1, so that returns alone must bring twice the line
      note(crossed, 0, 0.5 * returns.abort() + 0.5 >= Rules.LINE, i);
      boolean calm = 0.5 * returns.abort() + 0.5 <= Rules.AGAINST;
      note(crossed, 1, calm && returns.notWorse() >= Rules.LINE, i);
      note(crossed, 2, calm && returns.better() >= Rules.LINE, i);
    }
    return crossed;
  }

  private static void note(int[] crossed, int line, boolean over, int pair) {
    if (over && crossed[line] == Integer.MAX_VALUE) {
      crossed[line] = pair;
    }
  }

  private double draw(Random random) {
    double normal = random.nextGaussian();
    if (setting.tails() == Tails.GAUSSIAN) {
      return normal;
    }
    double squares = 0;
    for (int i = 0; i < 3; i++) {
      double g = random.nextGaussian();
      squares += g * g;
    }
    return normal / Math.sqrt(squares / 3) / Math.sqrt(3);
  }
}
