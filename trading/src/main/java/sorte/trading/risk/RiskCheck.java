package sorte.trading.risk;

/// The check itself. What only reduces a position passes every limit that guards against more of
/// it: a limit must never keep somebody in a losing position. Nonsense and duplicates pass never.
public final class RiskCheck {
  private static final Passage PASSED = new Passage.Passed();

  private final Limits limits;

  public RiskCheck(Limits limits) {
    this.limits = limits;
  }

  public Limits limits() {
    return limits;
  }

  /// @param order its id
  /// @param quantity signed: above zero buys
  /// @param price at which it is expected to fill
  /// @param exitsOnly whether nothing but exits of the slots' own positions went into it
  public Passage check(long order, double quantity, double price, boolean exitsOnly, Standing now) {
    if (!Double.isFinite(quantity) || quantity == 0) {
      return new Passage.Denied("order.quantity", quantity, 0);
    }
    if (!(price > 0) || price == Double.POSITIVE_INFINITY) {
      return new Passage.Denied("order.price", price, 0);
    }
    if (order <= now.lastOrder()) {
      return new Passage.Denied("order.duplicate", order, now.lastOrder());
    }
    if (exitsOnly || reduces(now.position(), quantity)) {
      return PASSED;
    }
    return entry(quantity, price, now);
  }

  /// Whether an order only takes away from a position, without passing through zero.
  public static boolean reduces(double position, double quantity) {
    return Math.signum(position) == -Math.signum(quantity)
        && Math.abs(quantity) <= Math.abs(position);
  }

  private Passage entry(double quantity, double price, Standing now) {
    if (now.mode() != Standing.Mode.RUNNING) {
      return new Passage.Denied(
          now.mode() == Standing.Mode.HALTED ? "halted" : "paused", Math.abs(quantity), 0);
    }
    if (now.reduceOnly()) {
      return new Passage.Denied("reduce-only", Math.abs(quantity), 0);
    }
    if (!(now.equity() > 0)) {
      return new Passage.Denied("account.equity", now.equity(), 0);
    }
    double share = Math.abs(quantity) * price / now.equity();
    if (!(share <= limits.maxOrderShare())) {
      return new Passage.Denied("limits.max-order", share, limits.maxOrderShare());
    }
    double away = Math.abs(price / now.lastPrice() - 1);
    if (!(away <= limits.priceCollar())) {
      return new Passage.Denied("limits.price-collar", away, limits.priceCollar());
    }
    double exposure = Math.abs(now.position() + quantity) * price / now.equity();
    if (!(exposure <= limits.maxExposure())) {
      return new Passage.Denied("limits.max-exposure", exposure, limits.maxExposure());
    }
    return losses(now);
  }

  private Passage losses(Standing now) {
    double lost = 1 - now.equity() / now.dayStart();
    if (!(lost < limits.dailyLoss())) {
      return new Passage.Denied("limits.daily-loss", lost, limits.dailyLoss());
    }
    double down = 1 - now.equity() / now.peak();
    if (!(down < limits.maxDrawdown())) {
      return new Passage.Denied("limits.max-drawdown", down, limits.maxDrawdown());
    }
    if (now.ordersToday() >= limits.ordersPerDay()) {
      return new Passage.Denied("limits.orders-per-day", now.ordersToday(), limits.ordersPerDay());
    }
    return PASSED;
  }
}
