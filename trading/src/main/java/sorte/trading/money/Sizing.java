package sorte.trading.money;

import sorte.trading.market.Instrument;

/// How much a trade takes: what the cash buys at the entry's price and fee, a hair less than all of
/// it, down to the instrument's step.
public final class Sizing {

  /// 1 - 2^-52: keeps rounding from buying what the last cent does not pay.
  static final double A_HAIR_LESS = 1 - 0x1p-52;

  private Sizing() {}

  /// `floor(max(0, cash) x (1 - 2^-52) / (entryPrice + fee x price))` in the instrument's steps; 0
  /// where that cannot be ordered.
  ///
  /// @param cash worth without open profit, of which the terms take their part
  /// @param price the market's price, before spread and slippage
  /// @param entryPrice the price of the fill
  public static double quantity(
      HoldingTerms terms,
      Costs costs,
      Instrument instrument,
      long cash,
      double price,
      double entryPrice) {
    return quantity(terms, costs, instrument, cash, price, entryPrice, 0);
  }

  /// As above, and no more than what loses the risk of the terms, `floor(cash x risk /
  /// lossAtStop)`, where they have one.
  ///
  /// @param lossAtStop of one unit, asked for where the terms have a risk; a trade that could lose
  ///   nothing is limited by the money alone
  public static double quantity(
      HoldingTerms terms,
      Costs costs,
      Instrument instrument,
      long cash,
      double price,
      double entryPrice,
      double lossAtStop) {
    double money = Math.max(0, Money.toDouble(cash)) * terms.fraction();
    if (terms.money() > 0) {
      money = Math.min(money, terms.money());
    }
    double spent = money * A_HAIR_LESS;
    double unit = entryPrice + costs.fee() * price;
    double quantity = instrument.quantityDown(spent / unit);
    if (terms.risk() > 0 && lossAtStop > 0) {
      double most = atRisk(cash, terms.risk(), lossAtStop);
      quantity = Math.min(quantity, instrument.quantityDown(most));
    }
    if (instrument.lot() == 1 && Math.fma(quantity, unit, -spent) > 0) {
      quantity -= 1; // the division rounded up to a whole number that the money does not pay
    }
    return quantity * entryPrice < instrument.minNotional() ? 0 : quantity;
  }

  /// How much loses `risk` of the cash where a unit loses `lossAtStop`.
  public static double atRisk(long cash, double risk, double lossAtStop) {
    return Math.max(0, Money.toDouble(cash)) * risk / lossAtStop;
  }
}
