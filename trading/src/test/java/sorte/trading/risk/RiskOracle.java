package sorte.trading.risk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// The last check once more, written from what the owner reads (DESIGN, "Risk is checked on every
/// order"; docs/life-of-an-order.md, step 4; the descriptions of the settings) and not from the
/// check's code: exact arithmetic, every rule asked by itself, and what nobody can make sense of is
/// refused. Not for speed.
final class RiskOracle {
  private final Limits limits;

  RiskOracle(Limits limits) {
    this.limits = limits;
  }

  /// The rules that keep this order from leaving, in the order in which the page lists them.
  List<String> against(
      long order, double quantity, double price, boolean exitsOnly, Standing account) {
    List<String> broken = new ArrayList<>();
    if (Double.isNaN(quantity) || Double.isInfinite(quantity) || quantity == 0) {
      broken.add("order.quantity");
    }
    if (!isAmount(price)) {
      broken.add("order.price");
    }
    if (account.lastOrder() >= order) {
      broken.add("order.duplicate");
    }
    if (!broken.isEmpty() || onlyReduces(account.position(), quantity)) {
      return broken; // nonsense and duplicates never pass, what only reduces always does
    }
    if (exitsOnly) {
      exits(quantity, price, account, broken);
    } else {
      entries(quantity, price, account, broken);
    }
    return broken;
  }

  /// "exits that enlarge the net position ... must be borne by the exposure limit"
  private void exits(double quantity, double price, Standing account, List<String> broken) {
    double before = account.position();
    double after = before + quantity; // as the books will have it
    if (Double.isFinite(after) && exact(after).abs().compareTo(exact(before).abs()) <= 0) {
      return;
    }
    if (!isAmount(account.equity())) {
      broken.add("account.equity");
    } else if (!borne(after, price, account.equity())) {
      broken.add("limits.max-exposure");
    }
  }

  private void entries(double quantity, double price, Standing account, List<String> broken) {
    switch (account.mode()) {
      case PAUSED -> broken.add("paused"); // no new entry
      case HALTED -> broken.add("halted");
      case RUNNING -> {}
    }
    if (account.reduceOnly()) {
      broken.add("reduce-only");
    }
    if (!isAmount(account.equity())) {
      broken.add("account.equity"); // a share of nothing is no limit
      return;
    }
    BigDecimal equity = exact(account.equity());
    BigDecimal worth = exact(quantity).abs().multiply(exact(price));
    if (worth.compareTo(exact(limits.maxOrderShare()).multiply(equity)) > 0) {
      broken.add("limits.max-order"); // "the largest order, as a fraction of the account's equity"
    }
    if (!isAmount(account.lastPrice()) || away(price, account.lastPrice())) {
      broken.add("limits.price-collar");
    }
    if (!borne(account.position() + quantity, price, account.equity())) {
      broken.add("limits.max-exposure");
    }
    if (!lostLess(equity, account.dayStart(), limits.dailyLoss())) {
      broken.add("limits.daily-loss");
    }
    if (!lostLess(equity, account.peak(), limits.maxDrawdown())) {
      broken.add("limits.max-drawdown");
    }
    if (account.ordersToday() >= limits.ordersPerDay()) {
      broken.add("limits.orders-per-day");
    }
  }

  /// "how far from the last price an order may be, as a fraction"
  private boolean away(double price, double last) {
    BigDecimal apart = exact(price).subtract(exact(last)).abs();
    return apart.compareTo(exact(limits.priceCollar()).multiply(exact(last))) > 0;
  }

  /// "the largest position, as a fraction of the account's equity"
  private boolean borne(double position, double price, double equity) {
    if (!Double.isFinite(position)) {
      return false;
    }
    BigDecimal worth = exact(position).abs().multiply(exact(price));
    return worth.compareTo(exact(limits.maxExposure()).multiply(exact(equity))) <= 0;
  }

  /// Whether less than `fraction` of what there was is gone: at the limit it is reached.
  private static boolean lostLess(BigDecimal equity, double before, double fraction) {
    if (!isAmount(before)) {
      return false;
    }
    BigDecimal lost = exact(before).subtract(equity);
    return lost.compareTo(exact(fraction).multiply(exact(before))) < 0;
  }

  /// Against the position and not more than it.
  private static boolean onlyReduces(double position, double quantity) {
    return (position > 0 && quantity < 0 && -quantity <= position)
        || (position < 0 && quantity > 0 && quantity <= -position);
  }

  private static boolean isAmount(double value) {
    return value > 0 && value <= Double.MAX_VALUE;
  }

  private static BigDecimal exact(double value) {
    return new BigDecimal(value);
  }
}
