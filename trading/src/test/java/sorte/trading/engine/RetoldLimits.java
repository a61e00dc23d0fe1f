package sorte.trading.engine;

import org.jspecify.annotations.Nullable;
import sorte.trading.risk.Limits;

/// The last check on an order, as [Retelling] makes it: what only reduces passes; what else leaves
/// must be borne by the account; what enters must keep every limit.
final class RetoldLimits {

  /// @param rule the limit's name, as in the configuration
  record Denied(String rule, double seen, double limit) {
    boolean ofSize() {
      return rule.equals("limits.max-order") || rule.equals("limits.max-exposure");
    }
  }

  private final Retelling story;

  RetoldLimits(Retelling story) {
    this.story = story;
  }

  static boolean reduces(double position, double quantity) {
    return position * quantity < 0 && Math.abs(quantity) <= Math.abs(position);
  }

  @Nullable Denied denies(double quantity, double price, boolean exits, int entries) {
    boolean less = exits && Math.abs(story.position + quantity) <= Math.abs(story.position);
    if (less || reduces(story.position, quantity)) {
      return null;
    }
    if (!exits && !story.mode.equals("running")) {
      return new Denied(story.mode, Math.abs(quantity), 0);
    }
    if (!exits && story.onlyExits()) {
      return new Denied("reduce-only", Math.abs(quantity), 0);
    }
    double equity = story.equity();
    if (!(equity > 0)) {
      return new Denied("account.equity", equity, 0);
    }
    Limits l = story.limits;
    double share = Math.abs(quantity) * price / equity;
    double away = Math.abs(price / story.last - 1);
    double exposure = Math.abs(story.position + quantity) * price / equity;
    if (!exits && share > l.maxOrderShare()) {
      return new Denied("limits.max-order", share, l.maxOrderShare());
    }
    if (!exits && away > l.priceCollar()) {
      return new Denied("limits.price-collar", away, l.priceCollar());
    }
    if (exposure > l.maxExposure()) {
      return new Denied("limits.max-exposure", exposure, l.maxExposure());
    }
    return exits ? null : ofTheDay(equity, entries);
  }

  private @Nullable Denied ofTheDay(double equity, int entries) {
    Limits l = story.limits;
    double lost = 1 - equity / story.dayStart;
    double fallen = 1 - equity / story.peak;
    if (lost >= l.dailyLoss()) {
      return new Denied("limits.daily-loss", lost, l.dailyLoss());
    }
    if (fallen >= l.maxDrawdown()) {
      return new Denied("limits.max-drawdown", fallen, l.maxDrawdown());
    }
    return entries >= l.ordersPerDay()
        ? new Denied("limits.orders-per-day", entries, l.ordersPerDay())
        : null;
  }

  /// How much more may be bought (`side` 1) or sold (-1) on top of `others` in the same order.
  double room(int side, double others, double price) {
    double equity = story.equity();
    if (!(equity > 0)) {
      return 0;
    }
    double account = story.limits.maxExposure() * equity / price - side * (story.position + others);
    double order = story.limits.maxOrderShare() * equity / price - side * others;
    return Math.min(account, order);
  }
}
