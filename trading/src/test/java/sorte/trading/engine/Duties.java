package sorte.trading.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sorte.trading.journal.Event;
import sorte.trading.risk.Standing;
import sorte.trading.slot.Slot;

/// What a step must have done, whatever the line was like: what was promised is on the disk, who
/// serves has decided, who lost too much is taken back, and what runs off gives its money back.
final class Duties {
  private final World world;
  private @Nullable Slot canary;
  private @Nullable Slot stable;
  private double canaryHeld;
  private int sentBefore;
  private int flattenedSince = -1;
  private int toldBefore = -1;
  private int tookOverBefore;
  private boolean standsBy;
  private boolean differedBefore;
  private final List<Slot> ranOff = new ArrayList<>();

  Duties(World world) {
    this.world = world;
  }

  void before() {
    Engine engine = world.engine();
    canary = engine.candidate().filter(c -> c.kind() == Slot.Kind.CANARY).orElse(null);
    stable = engine.stable().orElse(null);
    canaryHeld = canary == null ? 0 : canary.ledger().quantity();
    sentBefore = world.records().sentForSlots();
    world.venue().comparisons().begins();
    differedBefore = !engine.status().path("differences").isEmpty();
    ranOff.clear();
    for (Slot slot : engine.runningOff()) {
      if (slot.ledger().quantity() == 0 && !slot.inFlight()) {
        ranOff.add(slot);
      }
    }
    takenOver();
  }

  /// Who stood by may have taken over while a process started, outside of any step.
  private void takenOver() {
    standsBy &= world.records().tookOver() == tookOverBefore;
    tookOverBefore = world.records().tookOver();
  }

  /// After a step through which the process lived.
  ///
  /// @param passed whether a bar passed
  /// @param calm whether nothing is wrong with venue and line, nor is anything said and not heard
  void after(boolean passed, boolean calm) {
    onTheDisk();
    asked();
    idle();
    proposed();
    world.records().tally().check(world.engine().standing(0, 0));
    compared(passed);
    flattenedAtOnce();
    faultedGo();
    if (passed && world.engine().bar() >= World.HISTORY) {
      tookOver();
      idsAhead();
      gaveBack();
      decided();
      withinBudget();
      entersProtected();
      if (calm) {
        dissolved();
        allClosed();
        flattened();
        told();
      }
    }
  }

  private void onTheDisk() {
    long forced = world.journal().forced();
    if (forced < world.records().toForce()) {
      throw new Broken(
          "%d records are forced, what was done last is record %d"
              .formatted(forced, world.records().toForce()));
    }
  }

  private void asked() {
    long order = world.venue().unasked(world.records()::gaveUp);
    if (order >= 0 && world.engine().edition() >= 3) {
      throw new Broken("of order " + order + " nothing was heard for long, and nobody asks");
    }
  }

  /// What the venue holds is compared with what was heard.
  private void compared(boolean passed) {
    Engine engine = world.engine();
    if (engine.edition() < 3) {
      return;
    }
    Comparisons comparisons = world.venue().comparisons();
    var differences = engine.status().path("differences");
    boolean told = !differences.isEmpty();
    boolean ofBooks = told && OF_BOOKS.contains(differences.path(0).path("what").asText());
    boolean prompt = world.weather.prompt(engine.bar(), CALM_BARS);
    String wrong =
        comparisons.wrong(engine.bar(), told, ofBooks && !differedBefore, passed, prompt);
    if (!wrong.isEmpty()) {
      throw new Broken(wrong);
    }
  }

  /// Who came to a fault is in no place any more, and no order is waited for whose end was heard.
  private void faultedGo() {
    Engine engine = world.engine();
    for (Slot slot : engine.trading()) {
      if (slot.kind() != Slot.Kind.RUN_OFF && world.records().faulted(slot.number())) {
        throw new Broken("slot " + slot.number() + " came to a fault, and is " + slot.kind());
      }
    }
    if (engine.oldestOrderOut() >= 0 && world.venue().comparisons().noneOut()) {
      throw new Broken("the end of every order was heard, and one is waited for");
    }
  }

  /// Ids are reserved before they are needed, once a process has reserved any.
  private void idsAhead() {
    Records records = world.records();
    if (world.engine().edition() >= 4 && records.reservedHere() && records.idsLeft() < IDS_AHEAD) {
      throw new Broken(records.idsLeft() + " ids are left: an order may wait for the disk");
    }
  }

  private static final int IDS_AHEAD = 128;

  /// Differences that follow from what the venue says it holds.
  private static final Set<String> OF_BOOKS = Set.of("position", "order-missing", "order-unknown");

  /// What had run off when a bar began has given its money back when it ends.
  private void gaveBack() {
    for (Slot slot : world.engine().runningOff()) {
      if (ranOff.contains(slot)) {
        throw new Broken("slot " + slot.number() + " had run off, and keeps its money");
      }
    }
  }

  /// A limit that halts leaves what is held, where that was chosen: at once.
  private void flattenedAtOnce() {
    Engine engine = world.engine();
    boolean limit =
        engine.standing(0, 0).mode() == Standing.Mode.HALTED
            && engine.flattens()
            && world.records().halted().startsWith("limits.");
    if (!limit || flattenedSince >= 0) {
      return;
    }
    flattensSince((int) engine.bar());
    boolean tried = world.records().sentForSlots() > sentBefore || world.deniedNow();
    for (Slot slot : engine.trading()) {
      if (slot.ledger().quantity() != 0 && !slot.inFlight() && !tried) {
        throw new Broken("a limit halts, and slot " + slot.number() + " holds still");
      }
    }
  }

  /// Since when a candidate is there is told as it was.
  private void proposed() {
    boolean there = world.engine().candidate().isPresent();
    long since = there ? world.records().proposedAt() : -1;
    if (world.engine().candidateFrom() != since) {
      throw new Broken(
          "a candidate is there since bar %d, and it says %d"
              .formatted(since, world.engine().candidateFrom()));
    }
  }

  /// With a version in service no money lies idle.
  private void idle() {
    if (world.engine().stable().isPresent() && world.engine().account().reserve() != 0) {
      throw new Broken("nobody has " + world.engine().account().reserve());
    }
  }

  private void decided() {
    long bar = world.engine().bar();
    for (Slot slot : world.engine().trading()) {
      boolean served = slot == stable || slot == canary;
      if (served
          && slot.kind() != Slot.Kind.RUN_OFF
          && world.records().decidedAt(slot.number()) != bar) {
        throw new Broken("slot " + slot.number() + " did not decide at bar " + bar);
      }
    }
  }

  /// Where the venue refuses the stop, nothing new may be entered.
  private void entersProtected() {
    Engine engine = world.engine();
    if (world.weather.prompt(engine.bar(), CALM_BARS)
        && world.records().stopRefusedNow()
        && Math.abs(engine.account().position()) > Account.DUST
        && !engine.standing(0, 0).reduceOnly()) {
      throw new Broken("the venue refuses the stop, and it would enter");
    }
  }

  private static final int CALM_BARS = 14;

  /// Whether a version was in service before the one that is now, so that it stands by.
  void standsBy(boolean one) {
    tookOverBefore = world.records().tookOver();
    standsBy = one;
  }

  /// When who serves faults, who served before takes over within that bar.
  private void tookOver() {
    Slot served = stable;
    boolean failed =
        served != null
            && served.kind() == Slot.Kind.RUN_OFF
            && world.engine().stable().orElse(null) != served;
    if (failed && standsBy && world.records().tookOver() == tookOverBefore) {
      throw new Broken("who serves faulted, and the version before did not take over");
    }
    standsBy &= !failed;
  }

  /// What a canary loses beyond its budget by the market's moves ends it at that bar.
  private void withinBudget() {
    Slot now = canary;
    boolean traded =
        world.records().sentForSlots() > sentBefore
            || now == null
            || now.ledger().quantity() != canaryHeld;
    if (now == null || now.kind() != Slot.Kind.CANARY || now.mayLose() == 0 || traded) {
      return;
    }
    double price = world.market.at((int) world.engine().bar()).close();
    double lost = now.allocated() / 1e8 - Books.worth(now, price);
    if (lost > now.mayLose() / 1e8 + 1e-6) {
      throw new Broken("a canary lost %s of %s that it may".formatted(lost, now.mayLose() / 1e8));
    }
  }

  /// What has run off gives its money back.
  void dissolved() {
    for (Slot slot : world.engine().runningOff()) {
      if (slot.ledger().quantity() == 0 && !slot.inFlight()) {
        throw new Broken("slot " + slot.number() + " has run off and keeps its money");
      }
    }
  }

  /// Somebody asked to close all, when it had been told so often that all is closed.
  void closing(int told) {
    toldBefore = told;
  }

  /// Who asked to close all is told when all is closed.
  void allClosed() {
    if (toldBefore < 0
        || world.engine().account().position() != 0
        || world.engine().oldestOrderOut() >= 0) {
      return;
    }
    if (world.records().closed() == toldBefore) {
      throw new Broken("all is closed, and nobody is told");
    }
    toldBefore = -1;
  }

  /// Whether a halt after which positions are left stands already.
  boolean flattening() {
    return flattenedSince >= 0;
  }

  /// A halt after which positions are left at once; since when, or -1 for not any more.
  void flattensSince(int bar) {
    flattenedSince = bar;
  }

  private void flattened() {
    Engine engine = world.engine();
    if (flattenedSince < 0 || engine.bar() < flattenedSince + 2) {
      return;
    }
    for (Slot slot : engine.trading()) {
      boolean tried = world.records().sentForSlots() > sentBefore || world.deniedNow();
      if (slot.ledger().quantity() != 0 && !slot.inFlight() && !tried) {
        throw new Broken("halted and to be left, and slot " + slot.number() + " holds still");
      }
    }
  }

  /// What the door says is what is so.
  private void told() {
    Engine engine = world.engine();
    if (engine.oldestOrderOut() < 0 && world.records().untold() >= 0) {
      throw new Broken("nobody was told what became of order " + world.records().untold());
    }
    if (engine.bar() % TOLD_EVERY != 0) {
      return;
    }
    var said = engine.status();
    Event.BarClosed b = world.market.at((int) engine.bar());
    Sums known = world.venue().known();
    double rests = world.venue().rests().stream().mapToDouble(o -> o.price()).sum();
    boolean right =
        said.path("bar").asLong() == b.number()
            && said.path("time").asLong() == b.time()
            && said.path("price").asDouble() == b.close()
            && near(said.path("cash").asDouble(), known.cash() / 1e8)
            && near(said.path("position").asDouble(), known.position())
            && Math.abs(said.path("equity").asDouble() - known.equity(b.close()))
                < NEAR + Account.DUST * b.close()
            && near(said.path("catastropheStop").asDouble(), rests);
    if (!right) {
      throw new Broken("the door says " + said + " of " + b + " and " + known.cash());
    }
  }

  private static boolean near(double one, double other) {
    return Math.abs(one - other) < NEAR;
  }

  private static final double NEAR = 1e-6;

  private static final int TOLD_EVERY = 16;
}
