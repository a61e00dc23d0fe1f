package sorte.trading.backtest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// By what a sweep's best run is chosen: the largest; of equals the first; what is not a number
/// never.
public enum Objective {
  SHARPE,
  RETURN,
  /// The smallest drawdown.
  DRAWDOWN;

  /// As the command line writes it: `sharpe`, `return`, `drawdown`.
  public static Optional<Objective> of(String word) {
    for (Objective objective : values()) {
      if (objective.word().equals(word)) {
        return Optional.of(objective);
      }
    }
    return Optional.empty();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  double of(SweepRun run) {
    return switch (this) {
      case SHARPE -> run.sharpe();
      case RETURN -> run.returnPct();
      case DRAWDOWN -> -run.maxDrawdownPct();
    };
  }

  /// The best of these; nothing where none has this figure.
  public Optional<SweepRun> best(List<SweepRun> runs) {
    SweepRun best = null;
    for (SweepRun run : runs) {
      double value = of(run);
      if (!Double.isNaN(value) && (best == null || value > of(best))) {
        best = run;
      }
    }
    return Optional.ofNullable(best);
  }
}
