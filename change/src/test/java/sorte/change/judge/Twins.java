package sorte.change.judge;

import java.util.List;
import sorte.trading.market.SplitMix;

/// A stream of two versions' returns, bar by bar, in deviations of one of them. Each is made of a
/// part that both have and a part of its own, so that they correlate by [#CORRELATION]; the two are
/// equal in law, and a harm is taken from the candidate's returns alone.
final class Twins {
  static final double CORRELATION = 0.8;

  private static final double COMMON = Math.sqrt(CORRELATION);
  private static final double OWN = Math.sqrt(1 - CORRELATION);

  /// One of the three parts: mean 0, variance 1.
  interface Part {
    double next();
  }

  private final Part common;
  private final Part stables;
  private final Part candidates;
  private final Part size;
  private final boolean harmGoesWithSize;
  double stable;
  double candidate;

  /// What a harm of one deviation takes from the bar at hand: in a wild mood more than in a calm
  /// one.
  double unit = 1;

  private Twins(Part common, Part stables, Part candidates, Part size, boolean harmGoesWithSize) {
    this.common = common;
    this.stables = stables;
    this.candidates = candidates;
    this.size = size;
    this.harmGoesWithSize = harmGoesWithSize;
  }

  /// @param trades bars of real trades, for the cell that plays them
  static Twins of(Cell cell, SplitMix random, List<double[]> trades) {
    return switch (cell) {
      case GAUSSIAN -> of(random::normal, random::normal, random::normal);
      case T3 -> of(t3(random), t3(random), t3(random));
      case T3_JOINT ->
          new Twins(random::normal, random::normal, random::normal, joint(random), false);
      case REGIMES ->
          new Twins(random::normal, random::normal, random::normal, moods(random), true);
      case AR_03 -> of(carried(random, 0.3), carried(random, 0.3), carried(random, 0.3));
      case AR_05 -> of(carried(random, 0.5), carried(random, 0.5), carried(random, 0.5));
      case MOMENTUM -> positions(random);
      case HIDDEN -> of(leaning(random), leaning(random), leaning(random));
      case REAL_TRADES ->
          of(played(random, trades), played(random, trades), played(random, trades));
    };
  }

  private static Twins of(Part common, Part stables, Part candidates) {
    return new Twins(common, stables, candidates, () -> 1, false);
  }

  /// Two versions that hold one side of a market with momentum for some bars, and mostly the same:
  /// a difference is that of their positions times the market's return.
  private static Twins positions(SplitMix random) {
    Part market = leaning(random);
    int[] sides = {1, 1};
    double[] now = new double[1];
    Part stables =
        () -> {
          now[0] = market.next();
          if (random.below(HELD) == 0) {
            sides[0] = -sides[0];
            sides[1] = -sides[1];
          }
          return sides[0] * now[0] / OWN;
        };
    Part candidates =
        () -> {
          boolean turns = random.below(sides[0] == sides[1] ? AGREED : APART) == 0;
          sides[1] = turns ? -sides[1] : sides[1];
          return sides[1] * now[0] / OWN;
        };
    return of(() -> 0, stables, candidates);
  }

  /// Bars that a side is held, that both agree, and that they do not: a correlation of 0.8.
  private static final int HELD = 20;

  private static final int AGREED = 90;
  private static final int APART = 10;

  /// The next bar.
  void next() {
    double scale = size.next();
    unit = harmGoesWithSize ? scale : 1;
    double both = COMMON * common.next();
    stable = scale * (both + OWN * stables.next());
    candidate = scale * (both + OWN * candidates.next());
  }

  /// Student's t with three degrees of freedom, brought to variance 1.
  private static Part t3(SplitMix random) {
    return () -> random.normal() * inverseRoot(random);
  }

  /// The same for both versions at once: a wild bar is wild for both.
  private static Part joint(SplitMix random) {
    return () -> inverseRoot(random);
  }

  private static double inverseRoot(SplitMix random) {
    double squares = 0;
    for (int i = 0; i < 3; i++) {
      double normal = random.normal();
      squares += normal * normal;
    }
    return 1 / Math.sqrt(squares);
  }

  /// Two moods of the market, calm and wild, each for a hundred bars on average.
  private static Part moods(SplitMix random) {
    double calm = 0.5;
    double wild = Math.sqrt(2 - calm * calm);
    boolean[] isWild = {random.below(2) == 0};
    return () -> {
      isWild[0] ^= random.below(100) == 0;
      return isWild[0] ? wild : calm;
    };
  }

  /// AR(1).
  private static Part carried(SplitMix random, double rho) {
    double fresh = Math.sqrt(1 - rho * rho);
    double[] last = {random.normal()};
    return () -> last[0] = rho * last[0] + fresh * random.normal();
  }

  /// Leans after the mean of the last ten: hardly any correlation from one bar to the next, and
  /// sums that stray half again as far as those of independent bars.
  private static Part leaning(SplitMix random) {
    double[] last = new double[10];
    for (int i = 0; i < last.length; i++) {
      last[i] = random.normal();
    }
    int[] at = {0};
    return () -> {
      double sum = 0;
      for (double x : last) {
        sum += x;
      }
      double next = LEAN * sum / last.length + random.normal();
      last[at[0]] = next;
      at[0] = (at[0] + 1) % last.length;
      return next;
    };
  }

  private static final double LEAN = 0.3;

  /// Whole trades, drawn at random, bar after bar.
  private static Part played(SplitMix random, List<double[]> trades) {
    double[][] trade = {trades.get(random.below(trades.size()))};
    int[] bar = {random.below(trade[0].length)};
    return () -> {
      if (bar[0] == trade[0].length) {
        trade[0] = trades.get(random.below(trades.size()));
        bar[0] = 0;
      }
      return trade[0][bar[0]++];
    };
  }
}
