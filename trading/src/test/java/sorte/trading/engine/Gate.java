package sorte.trading.engine;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import sorte.trading.journal.Event;
import sorte.trading.market.Instrument;
import sorte.trading.risk.Limits;
import sorte.trading.slot.Slot;
import sorte.trading.venue.Order;

/// The limits as an outsider would check them, on every order as it leaves.
final class Gate {
  private static final double HAIR = 1e-6;
  private static final double SLACK = 0.01;

  private final World world;
  private double peak;
  private double dayStart;
  private @Nullable LocalDate day;
  private int entries;
  private int bar = -1;
  private boolean whole;
  private String stateBefore = "";

  Gate(World world) {
    this.world = world;
  }

  /// The figures of a day and of a peak are known again only after they began anew.
  void startedAgain() {
    whole = false;
    day = null;
    peak = 0;
  }

  void before() {
    stateBefore = world.engine().standing(0, 0).mode().name().toLowerCase(java.util.Locale.ROOT);
    int next = (int) world.engine().bar() + 1;
    bar = next;
    if (next < world.market.size() && next >= World.HISTORY) {
      long time = world.market.at(next).time();
      LocalDate today = Instant.ofEpochMilli(time).atZone(world.zone()).toLocalDate();
      if (day != null && !today.equals(day)) {
        whole = true;
        entries = 0;
        dayStart = equity();
      }
      day = today;
    }
  }

  private double equity() {
    double last = world.engine().last();
    return world.venue().known().equity(Double.isFinite(last) ? last : 0);
  }

  void leaves(Order order) {
    priced(order);
    if (world.records().fired() == 0) { // what a stop that fired left to each is no whole lots
      stepped(order);
    }
    double position = world.venue().known().position();
    double after = position + order.quantity();
    Instrument instrument = world.terms.instrument();
    if (order.reduceOnly()) {
      if (position * order.quantity() >= 0
          || Math.abs(order.quantity()) > Math.abs(position) + HAIR) {
        throw new Broken("holding %s, an order that only reduces: %s".formatted(position, order));
      }
      return;
    }
    Limits limits = world.limits();
    double equity = equity();
    double exposure = Math.abs(after) * order.price() / equity;
    if (Math.abs(after) > Math.abs(position) + HAIR && !(exposure <= limits.maxExposure() + HAIR)) {
      throw new Broken(
          "exposure %s, allowed %s: %s".formatted(exposure, limits.maxExposure(), order));
    }
    boolean leaves =
        position * order.quantity() < 0
            && Math.abs(order.quantity()) <= Math.abs(position) + Account.DUST;
    if (alone() && !leaves) {
      entry(order, equity, limits);
      sized(order);
    }
    if (world.records().cutTo() == order.quantity()) {
      fillsTheRoom(order, equity, limits);
    }
    if (Math.abs(order.quantity()) * order.price() < instrument.minNotional() * (1 - HAIR)
        && alone()) {
      throw new Broken("worth less than the venue takes: " + order);
    }
  }

  /// A market order counts on the price it is meant for; a stop or a target on one in the bar.
  private void priced(Order order) {
    Event.BarClosed b = world.market.at((int) world.engine().bar());
    boolean right =
        switch (order.kind()) {
          case OPEN -> order.price() == b.open();
          case CLOSE -> order.price() == b.close();
          case STOP, LIMIT -> order.price() >= b.low() && order.price() <= b.high();
          case CATASTROPHE -> order.reduceOnly();
        };
    if (!right) {
      throw new Broken("in %s it counts on another price: %s".formatted(b, order));
    }
  }

  /// Quantities are whole lots, and what rests is on a tick.
  private void stepped(Order order) {
    double lots = order.quantity() / world.terms.instrument().lot();
    double ticks = order.price() / world.terms.instrument().tick();
    boolean rests = order.kind() == Order.Kind.CATASTROPHE;
    if (Math.abs(lots - Math.rint(lots)) > STEP_HAIR
        || (rests && Math.abs(ticks - Math.rint(ticks)) > STEP_HAIR)) {
      throw new Broken("no whole lots, or off the ticks: " + order);
    }
  }

  private static final double STEP_HAIR = 1e-4;

  /// What enters takes what the terms say: as many lots as the money pays, and not one more.
  private void sized(Order order) {
    Slot slot = world.engine().trading().getFirst();
    if (slot.ledger().quantity() != 0 || world.records().cutTo() != 0) {
      return;
    }
    double cash = slot.ledger().cash() / 1e8;
    double side = Math.signum(order.quantity());
    double slipped = order.price() * (1 + side * world.terms.slippage());
    double unit = slipped + order.price() * world.terms.fee();
    double most = cash * slot.terms().fraction() / unit;
    double lots = (most - Math.abs(order.quantity())) / world.terms.instrument().lot();
    if (lots < -HAIR || lots > 1 + HAIR) {
      throw new Broken("%s pays %s, and it enters with %s".formatted(cash, most, order));
    }
  }

  /// A canary that was cut takes the room that there is: one lot more would be too much.
  private void fillsTheRoom(Order order, double equity, Limits limits) {
    double more = order.price() * world.terms.instrument().lot() * (1 + HAIR) / equity;
    double position = world.venue().known().position();
    double exposure = Math.abs(position + order.quantity()) * order.price() / equity;
    double share = Math.abs(order.quantity()) * order.price() / equity;
    if (exposure + more <= limits.maxExposure() && share + more <= limits.maxOrderShare()) {
      throw new Broken(
          "cut to exposure %s and share %s, and there was room: %s"
              .formatted(exposure, share, order));
    }
  }

  /// Whether one slot is all there is, so that what enlarges is an entry.
  private boolean alone() {
    return world.engine().trading().size() == 1
        && Math.abs(world.engine().account().houseQuantity()) <= Account.DUST;
  }

  private void entry(Order order, double equity, Limits limits) {
    if (!world
        .engine()
        .standing(0, 0)
        .mode()
        .name()
        .toLowerCase(java.util.Locale.ROOT)
        .equals("running")) {
      throw new Broken("an entry leaves while " + stateBefore + ": " + order);
    }
    if (world.engine().reduceOnly() || world.stale()) {
      throw new Broken(
          "an entry leaves while the disk is full or the market's news are old: " + order);
    }
    double share = Math.abs(order.quantity()) * order.price() / equity;
    if (!(share <= limits.maxOrderShare() + HAIR)) {
      throw new Broken("share %s, allowed %s: %s".formatted(share, limits.maxOrderShare(), order));
    }
    double away = Math.abs(order.price() / world.engine().last() - 1);
    if (!(away <= limits.priceCollar() + HAIR)) {
      throw new Broken("away %s, allowed %s: %s".formatted(away, limits.priceCollar(), order));
    }
    if (world.terms.spot() && world.venue().known().position() + order.quantity() < -HAIR) {
      throw new Broken("sells short on spot: " + order);
    }
    entries++;
    if (whole && entries > limits.ordersPerDay()) {
      throw new Broken("entry %d of the day, allowed %d".formatted(entries, limits.ordersPerDay()));
    }
    if (whole && 1 - equity / dayStart > limits.dailyLoss() + SLACK) {
      throw new Broken(
          "lost %s of %s today, and an entry leaves".formatted(1 - equity / dayStart, dayStart));
    }
  }

  void after() {
    String state = world.engine().standing(0, 0).mode().name().toLowerCase(java.util.Locale.ROOT);
    double equity = equity();
    if (!stateBefore.equals("running") && state.equals("running")) {
      peak = equity;
    }
    double down = 1 - equity / peak;
    Limits limits = world.limits();
    if (peak > 0 && world.engine().bar() >= bar && world.engine().bar() >= World.HISTORY) {
      if (down > limits.maxDrawdown() + SLACK && !state.equals("halted")) {
        throw new Broken("down %s, allowed %s, and goes on".formatted(down, limits.maxDrawdown()));
      }
    }
    peak = Math.max(peak, equity);
    for (Slot slot : world.engine().trading()) {
      if (slot.kind() == Slot.Kind.CANARY && slot.mayLose() > 0 && world.engine().bar() == bar) {
        double lost = slot.allocated() - slot.ledger().equity(world.engine().last());
        if (lost > slot.mayLose() * (1 + SLACK) + 1e8 && lost > slot.allocated() * 0.5) {
          throw new Broken("a canary lost %s, allowed %s".formatted(lost, slot.mayLose()));
        }
      }
    }
  }
}
