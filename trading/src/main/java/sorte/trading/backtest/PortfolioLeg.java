package sorte.trading.backtest;

import sorte.trading.market.Bars;
import sorte.trading.market.Instrument;

/// One strategy on one instrument and one timeframe, with its part of an account's capital.
///
/// @param name told in results and refusals; unique in a portfolio
/// @param bars of the instrument, in the leg's own timeframe, priced in the account's currency
/// @param share of the account's starting cash, above 0 and at most 1
public record PortfolioLeg(
    String name, Instrument instrument, Bars bars, Decisions decisions, double share) {

  public PortfolioLeg {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a leg has a name");
    }
    if (bars.size() < 2) {
      throw new IllegalArgumentException(
          name + ": a leg needs two bars or more, to know how long one is; it has " + bars.size());
    }
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(name + ": a share is above 0 and at most 1, was " + share);
    }
  }

  /// How long a bar lasts: the shortest distance of two, since gaps only make longer ones.
  long timeframe() {
    long shortest = Long.MAX_VALUE;
    for (int i = 1; i < bars.size(); i++) {
      shortest = Math.min(shortest, bars.time(i) - bars.time(i - 1));
    }
    return shortest;
  }
}
