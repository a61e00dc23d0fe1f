package sorte.trading.risk;

/// The check itself. What only reduces a position passes every limit that guards against more of
/// it: a limit must never keep somebody in a losing position. Nonsense and duplicates pass never.
public final class RiskCheck {
  private static final Passage PASSED = new Passage.Passed();
  private static final String EXPOSURE = "limits.max-exposure";
  private static final String ORDER = "limits.max-order";

  private final Limits limits;
  private final boolean trustsExits;

  public RiskCheck(Limits limits) {
    this(limits, false);
  }

  /// @param trustsExits whether exits pass even where they enlarge the net position, as the first
  ///   edition of the trader's rules had it
  public RiskCheck(Limits limits, boolean trustsExits) {
    this.limits = limits;
    this.trustsExits = trustsExits;
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
    if (!amount(price)) {
      return new Passage.Denied("order.price", price, 0);
    }
    if (order <= now.lastOrder()) {
      return new Passage.Denied("order.duplicate", order, now.lastOrder());
    }
    if (reduces(now.position(), quantity) || (exitsOnly && trustsExits)) {
      return PASSED;
    }
    if (exitsOnly) {
      return enlarging(quantity, price, now);
    }
    return entry(quantity, price, now);
  }

  /// What nobody can make sense of bounds nothing: a limit that is measured by it denies.
  private static boolean amount(double value) {
    return value > 0 && value <= Double.MAX_VALUE;
  }

  /// Whether an order only takes away from a position, without passing through zero.
  public static boolean reduces(double position, double quantity) {
    return Math.signum(position) == -Math.signum(quantity)
        && Math.abs(quantity) <= Math.abs(position);
  }

  /// One slot's exit is the net position's growth where another holds the other side: no new risk
  /// was decided, so hours, modes and counts do not matter, but the account must bear it.
  private Passage enlarging(double quantity, double price, Standing now) {
    double after = now.position() + quantity;
    if (Double.isFinite(after) && Math.abs(after) <= Math.abs(now.position())) {
      return PASSED;
    }
    if (!amount(now.equity())) {
      return new Passage.Denied("account.equity", now.equity(), 0);
    }
    return exposure(quantity, price, now);
  }

  private Passage exposure(double quantity, double price, Standing now) {
    double exposure = Math.abs(now.position() + quantity) * price / now.equity();
    return exposure <= limits.maxExposure()
        ? PASSED
        : new Passage.Denied(EXPOSURE, exposure, limits.maxExposure());
  }

  /// Whether the rule of a denial is about size, so that a smaller order might pass.
  public static boolean aboutSize(Passage.Denied denied) {
    return denied.rule().equals(EXPOSURE) || denied.rule().equals(ORDER);
  }

  /// The account's headroom: how much more may be bought (`side` 1) or sold (-1) on top of
  /// `others`, which leave in the same order. Zero or less when there is none.
  public double headroom(int side, double others, double price, Standing now) {
    if (!(now.equity() > 0 && price > 0)) {
      return 0;
    }
    double held = limits.maxExposure() * now.equity() / price - side * (now.position() + others);
    double order = limits.maxOrderShare() * now.equity() / price - side * others;
    return Math.min(held, order);
  }

  private Passage entry(double quantity, double price, Standing now) {
    if (now.mode() != Standing.Mode.RUNNING) {
      return new Passage.Denied(
          now.mode() == Standing.Mode.HALTED ? "halted" : "paused", Math.abs(quantity), 0);
    }
    if (now.reduceOnly()) {
      return new Passage.Denied("reduce-only", Math.abs(quantity), 0);
    }
    if (!amount(now.equity())) {
      return new Passage.Denied("account.equity", now.equity(), 0);
    }
    double share = Math.abs(quantity) * price / now.equity();
    if (!(share <= limits.maxOrderShare())) {
      return new Passage.Denied(ORDER, share, limits.maxOrderShare());
    }
    double away = Math.abs(price / now.lastPrice() - 1);
    if (!(away <= limits.priceCollar()) || !amount(now.lastPrice())) {
      return new Passage.Denied("limits.price-collar", away, limits.priceCollar());
    }
    return exposure(quantity, price, now) instanceof Passage.Denied denied ? denied : losses(now);
  }

  private Passage losses(Standing now) {
    double lost = 1 - now.equity() / now.dayStart();
    if (!(lost < limits.dailyLoss()) || !amount(now.dayStart())) {
      return new Passage.Denied("limits.daily-loss", lost, limits.dailyLoss());
    }
    double down = 1 - now.equity() / now.peak();
    if (!(down < limits.maxDrawdown()) || !amount(now.peak())) {
      return new Passage.Denied("limits.max-drawdown", down, limits.maxDrawdown());
    }
    if (now.ordersToday() >= limits.ordersPerDay()) {
      return new Passage.Denied("limits.orders-per-day", now.ordersToday(), limits.ordersPerDay());
    }
    return PASSED;
  }
}
