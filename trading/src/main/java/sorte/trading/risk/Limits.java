package sorte.trading.risk;

import sorte.trading.home.Config;

/// The owner's limits, each with a name, a default and a range (see [Config]).
///
/// @param maxOrderShare the largest order that adds to a position, as a fraction of equity
/// @param maxExposure the largest position, as a fraction of equity
/// @param priceCollar how far an order's price may be from the last one, as a fraction
/// @param dailyLoss the fraction of the day's first equity that may be lost in a day
/// @param maxDrawdown the fraction below its peak at which the account is halted
/// @param ordersPerDay how many orders that add to a position may leave in a day
public record Limits(
    double maxOrderShare,
    double maxExposure,
    double priceCollar,
    double dailyLoss,
    double maxDrawdown,
    int ordersPerDay) {

  public Limits {
    positive("limits.max-order", maxOrderShare);
    positive("limits.max-exposure", maxExposure);
    positive("limits.price-collar", priceCollar);
    positive("limits.daily-loss", dailyLoss);
    positive("limits.max-drawdown", maxDrawdown);
    positive("limits.orders-per-day", ordersPerDay);
  }

  public static Limits of(Config config) {
    return new Limits(
        config.maxOrderShare(),
        config.maxExposure(),
        config.priceCollar(),
        config.dailyLoss(),
        config.maxDrawdown(),
        config.ordersPerDay());
  }

  private static void positive(String name, double value) {
    if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(name + " must be above zero and finite, was " + value);
    }
  }
}
