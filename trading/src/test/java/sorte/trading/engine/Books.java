package sorte.trading.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sorte.trading.money.Fill;
import sorte.trading.money.Intent;
import sorte.trading.money.Money;
import sorte.trading.slot.Slot;
import sorte.trading.venue.Order;

/// What must hold after every step, whatever went wrong, computed from the venue's own sums.
final class Books {
  private static final double DUST = 1e-6;
  private static final double HAIR = 1e-6;
  private static final int CALM_BARS = 14;

  private final World world;
  private final Gate gate;
  private final Duties duties;
  private final Map<Slot, Seen> before = new HashMap<>();
  private final Map<Long, Trade> trades = new HashMap<>();
  private final EnumSet<Order.Kind> left = EnumSet.noneOf(Order.Kind.class);
  private long barBefore = -1;
  private boolean haltedBefore;
  private boolean runningBefore;
  private int sentBefore;
  private int deniedBefore;
  private int firedBefore;
  private int startsBefore;
  private long houseBefore;
  private boolean houseHeldNothing;

  /// Since when a slot has been on a side.
  private record Trade(double side, long since) {}

  /// A slot as it was before a step.
  private record Seen(
      Slot.Kind kind,
      double quantity,
      Intent wanted,
      boolean inFlight,
      boolean closing,
      double stop,
      double target,
      long cash) {}

  Books(World world) {
    this.world = world;
    this.gate = new Gate(world);
    this.duties = new Duties(world);
  }

  void leaves(Order order) {
    boolean market = order.kind() == Order.Kind.OPEN || order.kind() == Order.Kind.CLOSE;
    if (market && left.add(order.kind()) && calm() && !differs()) {
      stopRests(); // it follows after every step, so that none begins without it
    } // among the exits within a bar trailing stops move before it follows
    gate.leaves(order);
  }

  Duties duties() {
    return duties;
  }

  /// The market goes through a bar now: the stop must be there, and be right.
  void passes() {
    if (calm()) {
      stopRests();
    }
  }

  private boolean calm() {
    int bar = (int) world.engine().bar();
    return bar >= World.HISTORY && world.weather.calm(bar, CALM_BARS) && world.venue().quiet();
  }

  void before() {
    Engine engine = world.engine();
    before.clear();
    left.clear();
    for (Slot slot : engine.trading()) {
      before.put(slot, seen(slot));
    }
    barBefore = engine.bar();
    haltedBefore = state().equals("halted");
    runningBefore = state().equals("running") && !world.records().onlyExits();
    sentBefore = world.records().sent();
    deniedBefore = world.records().denied();
    firedBefore = world.records().fired();
    startsBefore = world.starts();
    houseBefore = engine.account().house();
    houseHeldNothing = Math.abs(engine.account().houseQuantity()) <= Account.DUST;
    gate.before();
    duties.before();
  }

  private static Seen seen(Slot slot) {
    return new Seen(
        slot.kind(),
        slot.ledger().quantity(),
        slot.wanted(),
        slot.inFlight(),
        slot.closing(),
        slot.holding().protectiveStop(),
        slot.holding().target(),
        slot.ledger().cash());
  }

  private String state() {
    return world.engine().standing(0, 0).mode().name().toLowerCase(java.util.Locale.ROOT);
  }

  /// After a restart what was remembered of slots is void.
  void startedAgain() {
    balanced();
    before.clear();
    haltedBefore = false;
    runningBefore = false;
    barBefore = world.engine().bar();
    startsBefore = world.starts();
    gate.startedAgain();
  }

  void after() {
    try {
      world.records().read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    balanced();
    halted();
    resolved();
    onlyRunsOff();
    for (Slot slot : world.engine().trading()) {
      double side = Math.signum(slot.ledger().quantity());
      Trade trade = trades.get(slot.number());
      if (trade == null || trade.side != side) {
        trades.put(slot.number(), new Trade(side, world.engine().bar()));
      }
    }
    if (world.starts() == startsBefore) {
      boolean passed = world.engine().bar() > barBefore;
      if (calm()) {
        protectedAndDone(passed);
      }
      duties.after(passed, calm());
    }
    gate.after();
  }

  /// Cash and position are the sum of the fills heard; slots, house and reserve are the account.
  private void balanced() {
    Engine engine = world.engine();
    Account account = engine.account();
    Sums known = world.venue().known();
    if (account.cash() != known.cash()) {
      throw new Broken("cash is %d, the fills make %d".formatted(account.cash(), known.cash()));
    }
    if (Math.abs(account.position() - known.position()) > DUST) {
      throw new Broken(
          "the position is %s, the fills make %s".formatted(account.position(), known.position()));
    }
    double held = account.houseQuantity();
    long money = account.house() + account.reserve();
    for (Slot slot : slots()) {
      held += slot.ledger().quantity();
      money += basis(slot);
    }
    if (money != account.cash() || Math.abs(held - account.position()) > DUST) {
      throw new Broken(
          "slots, house and reserve hold %d and %s, the account %d and %s"
              .formatted(money, held, account.cash(), account.position()));
    }
  }

  /// What a slot is worth at a price, in money.
  static double worth(Slot slot, double price) {
    double open = slot.ledger().quantity() * (price - slot.ledger().entryPrice());
    return slot.ledger().cash() / 1e8 + (slot.ledger().quantity() == 0 ? 0 : open);
  }

  /// A slot's cash less what it paid for what it holds.
  private static long basis(Slot slot) {
    double quantity = slot.ledger().quantity();
    return quantity == 0
        ? slot.ledger().cash()
        : slot.ledger().cash() - Money.of(quantity, slot.ledger().entryPrice());
  }

  private List<Slot> slots() {
    List<Slot> slots = new ArrayList<>(world.engine().trading());
    world.engine().candidate().filter(c -> !slots.contains(c)).ifPresent(slots::add);
    return slots;
  }

  /// What halts is a limit, a person, or a fill that came after its order was given up.
  private void halted() {
    Account account = world.engine().account();
    if (world.engine().oldestOrderOut() < 0
        && Math.abs(account.houseQuantity()) > Account.DUST
        && !state().equals("halted")
        && world.engine().bar() > barBefore) {
      throw new Broken("the house holds %s, and it goes on".formatted(account.houseQuantity()));
    }
    Records records = world.records();
    if (!state().equals("halted")) {
      return;
    }
    String why = records.halted();
    if (why.startsWith(DIFFERS) && world.weather.neverRough(world.engine().bar())) {
      throw new Broken("halted for a difference though nothing went wrong: " + why);
    }
    if (why.startsWith("the books") && records.unexpected() == 0) {
      throw new Broken("halted though nothing stray came: " + why);
    }
    if (records.strayFill() >= 0 && !world.venue().wasOver(records.strayFill())) {
      throw new Broken("a fill of order " + records.strayFill() + " was not expected");
    }
    if (haltedBefore && world.starts() == startsBefore) {
      for (Slot slot : world.engine().trading()) {
        Seen was = before.get(slot);
        double now = slot.ledger().quantity();
        boolean more = was == null || Math.abs(now) > Math.abs(was.quantity) + DUST;
        boolean turned = was != null && now * was.quantity < 0;
        boolean wasOut = was != null && was.inFlight;
        if (now != 0 && !wasOut && (more || turned)) {
          throw new Broken("halted, and a slot holds more: " + was + " now " + now);
        }
      }
    }
  }

  /// What runs off only leaves: it never holds more, nor the other side.
  private void onlyRunsOff() {
    for (Slot slot : world.engine().runningOff()) {
      Seen was = before.get(slot);
      double now = slot.ledger().quantity();
      if (was != null
          && was.kind == Slot.Kind.RUN_OFF
          && !was.inFlight
          && (now * was.quantity < 0 || Math.abs(now) > Math.abs(was.quantity) + DUST)) {
        throw new Broken("it runs off, held %s and holds %s".formatted(was.quantity, now));
      }
    }
  }

  /// Nothing is out for longer than it is asked about.
  private void resolved() {
    long deadline = (long) Desk.SILENT_BARS * (Desk.ASKED_AT_MOST + Desk.OPEN_AT_MOST + 1) + 1;
    long oldest = world.engine().oldestOrderOut();
    if (oldest >= 0 && world.engine().bar() - oldest > deadline + cancelsLostSince(oldest)) {
      throw new Broken("an order is out since bar " + oldest);
    }
  }

  /// In how many bars since then a cancel may not have arrived: it is sent again, every few bars.
  private long cancelsLostSince(long bar) {
    return world.faults.stream()
        .filter(f -> f.kind() == Fault.Kind.CANCELS_LOST && f.upTo() > bar)
        .filter(f -> f.from() <= world.engine().bar())
        .mapToLong(f -> f.upTo() - Math.max(bar, f.from()) + Desk.SILENT_BARS)
        .sum();
  }

  private void protectedAndDone(boolean passed) {
    Engine engine = world.engine();
    if (!differs()
        && Math.abs(world.venue().truth().position() - engine.account().position()) > DUST) {
      throw new Broken("the venue holds other than the account, and all is quiet");
    }
    stopRests();
    for (Slot slot : engine.trading()) {
      Seen was = before.get(slot);
      if (passed && was != null && !was.inFlight) {
        didWhatItWanted(slot, was, (int) engine.bar());
      }
    }
    gaveWay();
    if (passed) {
      cutBeforeDenied();
    }
    long house = engine.account().house();
    if (houseHeldNothing && house < houseBefore - Account.ROUNDINGS) {
      throw new Broken("the house lost " + (houseBefore - house));
    }
  }

  /// A canary's entry that is too large is cut first, where what is left can be ordered.
  private void cutBeforeDenied() {
    Engine engine = world.engine();
    double tooMuch = world.records().deniedUncut();
    for (Slot slot : engine.trading()) {
      Seen was = before.get(slot);
      if (Double.isNaN(tooMuch) || was == null || was.kind != Slot.Kind.CANARY) {
        continue;
      }
      double open = world.market.at((int) engine.bar()).open();
      double excess = tooMuch * world.venue().known().equity(open) * ROUGHLY;
      double wanted = Money.toDouble(was.cash) * slot.terms().fraction() / ROUGHLY;
      boolean entered = was.quantity == 0 && world.terms.fill() == Fill.NEXT_OPEN;
      double held = world.venue().known().position() * was.wanted.side() * open;
      double room = world.limits().maxExposure() * world.venue().known().equity(open) - held;
      double fits = Math.min(wanted - excess, room / ROUGHLY);
      if (entered && fits > ROUGHLY * world.terms.instrument().minNotional()) {
        throw new Broken(
            "a canary wants %s, too much by %s, and is denied all".formatted(wanted, excess));
      }
    }
  }

  private static final double ROUGHLY = 1.2;

  /// Where both want in and there is no room, it is the canary that stays out.
  private void gaveWay() {
    Engine engine = world.engine();
    boolean first = world.records().stableDeniedFirst() == engine.bar();
    if (!first || world.records().denied() == deniedBefore) {
      return;
    }
    for (Slot slot : engine.trading()) {
      Seen was = before.get(slot);
      boolean entered = was != null && was.quantity == 0 && slot.ledger().quantity() != 0;
      if (slot.kind() == Slot.Kind.CANARY && entered) {
        throw new Broken("the canary enters, and the version in service was denied");
      }
    }
  }

  /// Whether the venue was found to hold other than the books, which halted. Halted over a
  /// difference, or halted before for another reason and saying what differs.
  private boolean differs() {
    return state().equals("halted")
        && (world.records().halted().startsWith(DIFFERS)
            || !world.engine().status().path("differences").isEmpty());
  }

  private static final String DIFFERS = "reconciliation";

  private void stopRests() {
    Engine engine = world.engine();
    double position = engine.account().position();
    List<Order> rests = world.venue().rests();
    if (Math.abs(position) <= Account.DUST) {
      if (!rests.isEmpty()) {
        throw new Broken("nothing is held, and at the venue rests " + rests);
      }
      return;
    }
    if (rests.size() != 1 || Math.abs(rests.getFirst().quantity() + position) > DUST) {
      throw new Broken("held " + position + ", and at the venue rests " + rests);
    }
    double side = Math.signum(position);
    double widest = Double.NaN;
    for (Slot slot : engine.trading()) {
      if (Math.signum(slot.ledger().quantity()) == side) {
        double declared = slot.holding().protectiveStop();
        double level =
            Double.isNaN(declared)
                ? slot.ledger().entryPrice() * (1 - side * 0.2)
                : declared * (1 - side * 0.1);
        widest = Double.isNaN(widest) || (widest - level) * side > 0 ? level : widest;
      }
    }
    if (Double.isNaN(widest)) {
      return; // nobody holds what the house was left with
    }
    double nearer = (rests.getFirst().price() - widest) * side;
    if (nearer > HAIR || nearer < -0.06 * widest) {
      throw new Broken("the stop rests at " + rests.getFirst().price() + ", wanted " + widest);
    }
  }

  /// Who serves leaves when it wants to, or where it said that it would, and not else.
  private void leftForAReason(Slot slot, Seen was, int bar) {
    var b = world.market.at(bar);
    boolean stopped = was.quantity > 0 ? b.low() <= was.stop : b.high() >= was.stop;
    boolean reached = was.quantity > 0 ? b.high() >= was.target : b.low() <= was.target;
    boolean told =
        was.wanted != Intent.NONE
            || was.closing
            || was.kind == Slot.Kind.RUN_OFF
            || slot.kind() == Slot.Kind.RUN_OFF
            || !runningBefore
            || !state().equals("running")
            || world.records().fired() > firedBefore
            || world.terms.fill() == Fill.CLOSE; // decided and done within the bar
    boolean left = was.quantity != 0 && slot.ledger().quantity() * was.quantity <= 0;
    if (left && !told && !stopped && !reached) {
      throw new Broken("it held " + was + ", wanted nothing, and left in " + b);
    }
  }

  private void didWhatItWanted(Slot slot, Seen was, int bar) {
    leftForAReason(slot, was, bar);
    if (world.terms.fill() == Fill.CLOSE && !slot.inFlight() && slot.wanted() != Intent.NONE) {
      throw new Broken("at the close it wants " + slot.wanted() + ", and it is put off");
    }
    double now = slot.ledger().quantity();
    var b = world.market.at(bar);
    boolean acted =
        world.records().sent() > sentBefore
            || world.records().denied() > deniedBefore
            || world.records().onlyExits()
            || now != was.quantity;
    boolean worth =
        Money.toDouble(was.cash) * slot.terms().fraction()
            > 1.5 * world.terms.instrument().minNotional();
    int side = was.wanted.side();
    boolean short1 = side < 0 && world.terms.spot();
    if (runningBefore && side != 0 && was.quantity == 0 && worth && !short1 && !acted) {
      throw new Broken("wanted side " + was.wanted + " and nothing came of it: " + was);
    }
    double stop = was.stop;
    boolean tried = world.records().denied() > deniedBefore || world.records().sent() > sentBefore;
    boolean reached = was.quantity > 0 ? b.low() <= stop : b.high() >= stop;
    if (was.quantity != 0 && reached && side == 0 && now == was.quantity && !tried) {
      throw new Broken("its stop at " + stop + " was reached, and it holds " + now);
    }
    int timeStop = slot.terms().timeStop();
    Trade trade = trades.get(slot.number());
    int again = runningBefore ? 0 : 1; // a halt takes back what was wanted; it is wanted anew
    boolean late = timeStop > 0 && trade != null && bar - trade.since > timeStop + again;
    if (late && was.quantity != 0 && now == was.quantity && !tried) {
      throw new Broken("its time was up after %d bars, and it holds %s".formatted(timeStop, now));
    }
    boolean out = was.closing || was.wanted == Intent.CLOSE;
    if (out && was.quantity != 0 && now == was.quantity && !tried) {
      throw new Broken("it was to be closed, and holds " + now);
    }
  }
}
