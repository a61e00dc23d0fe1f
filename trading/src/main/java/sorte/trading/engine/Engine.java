package sorte.trading.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import sorte.trading.door.Json;
import sorte.trading.journal.Event;
import sorte.trading.money.Fill;
import sorte.trading.money.Money;
import sorte.trading.risk.Limits;
import sorte.trading.risk.RiskCheck;
import sorte.trading.risk.Standing;
import sorte.trading.slot.BarHistory;
import sorte.trading.slot.Prepared;
import sorte.trading.slot.Slot;
import sorte.trading.venue.Order;
import sorte.trading.venue.SimulatedVenue;

/// Decides. A machine without clock, thread or file of its own: the same inputs make the same
/// outputs. Everything it does passes [Tape] first.
///
/// Here is the order of things in one event; what is done in it stands in [Roster], [SlotOrders],
/// [Deciding], [Halts] and [Rollouts], all of them on one [Floor].
final class Engine implements Desk.Journalist {

  /// The edition of the rules by which this build trades. A journal says by an event from where on
  /// which edition holds, so that older ones are replayed by the rules they were written under. 1:
  /// as first written. 2: a catastrophe stop rests at the venue; a canary's entry is cut to the
  /// account's headroom; exits that enlarge the net position must be borne by the account. 3: what
  /// is unknown of an order is asked and never sent again; what the venue holds is compared with
  /// the books, and a difference halts. 4: ids of orders are reserved at the end of a bar, before
  /// they are needed. 5: the simulated venue keeps reduce-only of every order; an entry that is no
  /// smaller is not told as cut; an exit that rounding has larger than what is held only reduces;
  /// an order that was given up and is open all the same is taken back.
  static final int EDITION = 5;

  private static final int IDS_AHEAD_FROM = 4;
  private static final int REDUCE_ONLY_FROM = 5;

  private final Floor floor;
  private final Tape tape;
  private final SimulatedVenue venue;
  private final BarHistory bars;
  private final Watermarks marks;
  private final Desk desk;
  private final Roster roster;
  private final CatastropheStop stop;
  private final Reconciliation reconciliation;
  private final Halts halts;
  private final SlotOrders orders;
  private final Deciding deciding;
  private final Rollouts rollouts;
  private final Answers answers = new Answers();
  private final EngineStatus status;
  private Limits limits;
  private int edition = 1;
  private boolean ended;

  Engine(
      Tape tape,
      AccountTerms terms,
      SimulatedVenue venue,
      BarHistory bars,
      Feeding feeding,
      Notices notices,
      boolean recheck) {
    this.tape = tape;
    this.venue = venue;
    this.bars = bars;
    this.limits = terms.limits();
    this.floor = new Floor(tape, terms, notices);
    this.marks = new Watermarks(floor.zone(), terms.cash());
    Account account = floor.account();
    this.desk =
        new Desk(
            tape, venue, new RiskCheck(limits), account, floor.costs(), terms.instrument(), this);
    this.roster = new Roster(floor, desk);
    this.stop = new CatastropheStop(desk, account, floor.costs(), terms.instrument(), roster, this);
    this.reconciliation = new Reconciliation(desk, account, stop, venue);
    this.halts = new Halts(floor, desk, roster, stop, reconciliation, marks);
    this.orders = new SlotOrders(floor, desk, roster, halts);
    this.deciding = new Deciding(floor, roster, feeding, recheck);
    this.rollouts = new Rollouts(floor, roster, bars);
    this.status = new EngineStatus(floor, desk, roster, halts, stop);
  }

  /// Passes everything that is written; afterwards the engine stands where the last process stood.
  void replay() {
    while (!tape.live()) {
      switch (tape.take()) {
        case Event.Input input -> apply(input);
        case Event.Output output -> throw new ReplayDiffers(-1, output, "nothing");
        case Event.Measured _ -> {}
      }
    }
  }

  /// Something has reached the engine.
  void reached(Event.Input input) {
    tape.write(input);
    apply(input);
  }

  /// A command, with the release that was prepared for it.
  String command(Event.Commanded command, Optional<Prepared> prepared) {
    floor.forgetMeasured();
    Optional<String> before = answers.to(command.commandId());
    if (before.isPresent()) {
      return before.get();
    }
    rollouts.offer(prepared.orElse(null));
    reached(command);
    rollouts.offer(null);
    return answers.to(command.commandId()).orElse("{}");
  }

  private void apply(Event.Input input) {
    switch (input) {
      case Event.Opened _ -> {}
      case Event.TakenUp _ -> {
        desk.skipBlock();
        if (halts.reconciles()) {
          halts.reconcile();
          stop.follow(bar());
        }
      }
      case Event.BarClosed b -> onBar(b);
      case Event.MarketEnded _ -> {
        ended = true;
        floor.note("EndOfData", "", "", "the recorded market has no further bar");
      }
      case Event.DiskSeen d -> halts.diskSeen(d.runningShort());
      case Event.MarketSeen m -> halts.marketSeen(m.stale());
      case Event.Commanded c -> obey(c);
      case Event.FollowerFaulted f -> {
        deciding.followerFaulted(f);
        stop.follow(bar());
      }
      case Event.VenueReplied r -> throw new ReplayDiffers(-1, r, "no order");
      case Event.DecisionFaulted f -> throw new ReplayDiffers(-1, f, "no decision");
    }
  }

  // ---- a bar ----

  private void onBar(Event.BarClosed b) {
    bars.add(b);
    floor.now().begins(b);
    if (!b.live()) {
      floor.now().traded(b.close());
      return;
    }
    newDay(b.time());
    atTheOpen(b);
    withinTheBar(b);
    atTheClose(b);
    halts.reconcileWhenDue();
    halts.differ();
    check();
    desk.barEnds();
  }

  private void newDay(long time) {
    if (marks.isNewDay(time)) {
      marks.dayBegins(floor.equity());
      desk.newDay();
    }
  }

  private void atTheOpen(Event.BarClosed b) {
    venue.at(b.number(), b.open(), b.high(), b.low(), b.close());
    desk.hear(b.number());
    desk.askAgain(b.number());
    halts.differ();
    stop.follow(b.number());
    halts.stayFlat();
    orders.trade(Order.Kind.OPEN, b.open());
    stop.follow(b.number());
  }

  private void withinTheBar(Event.BarClosed b) {
    orders.protect(b);
    stop.follow(b.number());
    venue.passed();
    desk.hear(b.number());
    stop.follow(b.number());
  }

  private void atTheClose(Event.BarClosed b) {
    floor.now().traded(b.close());
    watch();
    deciding.decideAll(b);
    if (floor.terms().fill() == Fill.CLOSE) {
      orders.trade(Order.Kind.CLOSE, b.close());
    }
    roster.dissolve();
    stop.follow(b.number());
  }

  /// Budgets and the account's own limits, at each event.
  private void watch() {
    double equity = floor.equity();
    marks.follow(equity);
    Slot canary = roster.canary().orElse(null);
    if (canary != null && canary.overBudget(last())) {
      String lost = Money.words(canary.allocated() - canary.ledger().equity(last()));
      String why = "lost " + lost + ", allowed " + Money.words(canary.mayLose());
      roster.takeBack("loss-budget", why, true);
    }
    double drawdown = marks.drawdown(equity);
    if (!halts.isHalted() && drawdown >= limits.maxDrawdown()) {
      halts.halt("limits.max-drawdown: " + drawdown);
      halts.flatten();
    }
  }

  /// The books must balance after every event; when they do not, nothing more may be bought.
  private void check() {
    String fault =
        floor.account().fault(roster.withMoney(), floor.now().lastOr(1), desk.ordersOut());
    if (!fault.isEmpty() && !halts.isHalted()) {
      floor.alert("", "", "the books do not balance: " + fault);
      halts.halt("the books do not balance: " + fault);
    }
  }

  // ---- commands ----

  private void obey(Event.Commanded c) {
    ObjectNode answer =
        switch (c.verb()) {
          case "load" -> rollouts.load(c);
          case "share" -> rollouts.share(c);
          case "promote" -> rollouts.promote(c);
          case "rollback" -> rollouts.rollback(c);
          case "pause" -> halts.pause();
          case "resume" -> halts.resume();
          case "halt", "halt-because" -> {
            halts.halt(c.verb().equals("halt") ? "asked for" : c.reason());
            halts.flatten();
            yield floor.outcome("halted", "");
          }
          case "halt-positions" ->
              halts.flattens(Json.read(c.release()).path("flatten").asBoolean());
          case "close" -> halts.closeAll();
          case "limits" -> limits(c);
          case "edition" -> edition(c);
          default -> floor.outcome("refused", "no such verb: " + c.verb());
        };
    stop.follow(bar());
    check();
    String json = Json.line(answer);
    tape.writeForced(new Event.Answered(c.commandId(), json));
    answers.add(c.commandId(), json);
  }

  private ObjectNode limits(Event.Commanded c) {
    limits = Json.MAPPER.convertValue(Json.read(c.release()), Limits.class);
    desk.limits(limits);
    floor.note("LimitsChanged", "", "", c.release());
    tape.force();
    return floor.outcome("limits", "");
  }

  private ObjectNode edition(Event.Commanded c) {
    int asked = Json.read(c.release()).path("edition").asInt();
    if (asked <= edition || asked > EDITION) {
      throw new IllegalStateException(
          "the journal goes on by edition %d of the rules, this build knows up to %d: use the newer build"
              .formatted(asked, EDITION));
    }
    if (edition < 2) {
      desk.secondEdition(stop);
      stop.begin();
    }
    edition = asked;
    halts.edition(asked);
    if (halts.reconciles()) {
      desk.thirdEdition(reconciliation);
      halts.reconcile();
    }
    if (edition >= IDS_AHEAD_FROM) {
      desk.fourthEdition();
    }
    if (edition >= REDUCE_ONLY_FROM) {
      desk.fifthEdition();
      reconciliation.fifthEdition();
      venue.keepReduceOnly();
    }
    tape.force();
    return floor.outcome("edition", "");
  }

  // ---- for the desk ----

  @Override
  public Standing standing(long lastOrder, int entriesToday) {
    return new Standing(
        floor.account().position(),
        floor.equity(),
        floor.now().lastOr(0),
        marks.dayStart(),
        marks.peak(),
        entriesToday,
        lastOrder,
        halts.mode(),
        halts.onlyExits());
  }

  @Override
  public void note(String type, String change, String slot, String detail) {
    floor.note(type, change, slot, detail);
  }

  // ---- what others see ----

  long bar() {
    return floor.bar();
  }

  double last() {
    return floor.now().last();
  }

  boolean ended() {
    return ended;
  }

  /// The edition of the rules that holds now.
  int edition() {
    return edition;
  }

  /// The limits that hold now.
  Limits limits() {
    return limits;
  }

  /// Whether a halt also leaves what is held.
  boolean flattens() {
    return halts.flattens();
  }

  boolean reduceOnly() {
    return halts.reduceOnly();
  }

  /// Whether the market's news are old.
  boolean stale() {
    return halts.stale();
  }

  /// How long the last rollback took, in microseconds.
  long lastMicros() {
    return floor.lastMicros();
  }

  /// The bar in which the oldest order left whose outcome is not known; -1 where there is none.
  long oldestOrderOut() {
    return desk.oldestOut();
  }

  Optional<Slot> candidate() {
    return roster.candidate();
  }

  Optional<Slot> stable() {
    return roster.stable();
  }

  /// The bar at which the candidate was loaded; -1 without one.
  long candidateFrom() {
    return roster.candidateFrom();
  }

  /// The slots that may hold something.
  List<Slot> trading() {
    return roster.trading();
  }

  List<Slot> runningOff() {
    return roster.runningOff();
  }

  Account account() {
    return floor.account();
  }

  /// Builds what the next bar will need, so that it does not wait for it.
  void ready() {
    deciding.ready();
  }

  ObjectNode status() {
    return status.json(ended);
  }
}
