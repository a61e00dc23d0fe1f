package sorte.trading.backtest;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sorte.trading.money.Costs;
import sorte.trading.money.Money;
import sorte.trading.risk.Limits;

/// Several strategies, instruments and timeframes in one account: each leg a sub-ledger of its own,
/// one net position an instrument, one house, one set of limits over all. Orders decided at a close
/// fill at the next open of their leg's instrument.
///
/// @param cash of the account at the start, in 1e-8; what no leg has a share of stays in reserve
/// @param limits of the account, looked at before each entry; none: no entry is denied
/// @param zone where a day begins
public record PortfolioBacktest(Costs costs, long cash, Optional<Limits> limits, ZoneId zone) {

  /// How many legs a portfolio has at most.
  public static final int MOST_LEGS = 64;

  public PortfolioBacktest {
    if (cash <= 0) {
      throw new IllegalArgumentException("cash must be above zero, was " + Money.words(cash));
    }
  }

  /// What is wrong with these legs together; empty where they can be run.
  public static Optional<String> problem(List<PortfolioLeg> legs) {
    if (legs.isEmpty() || legs.size() > MOST_LEGS) {
      return Optional.of("a portfolio has 1 to " + MOST_LEGS + " legs, was " + legs.size());
    }
    Set<String> names = new HashSet<>();
    double shares = 0;
    for (PortfolioLeg leg : legs) {
      if (!names.add(leg.name())) {
        return Optional.of("two legs are named " + leg.name() + "; give each a name of its own");
      }
      shares += leg.share();
    }
    return shares <= 1 + SHARES_MAY_ROUND
        ? Optional.empty()
        : Optional.of(
            "the shares of the legs sum to " + shares + ", and there is only one account");
  }

  /// By how much shares written with decimals (a third and a third and a third) may pass one.
  private static final double SHARES_MAY_ROUND = 1e-9;

  /// Runs all legs to their ends.
  public PortfolioResult run(List<PortfolioLeg> legs) {
    problem(legs)
        .ifPresent(what -> {
          throw new IllegalArgumentException(what);
        });
    return new PortfolioRun(this, List.copyOf(legs)).run();
  }
}
