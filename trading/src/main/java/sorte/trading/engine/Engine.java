package sorte.trading.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sorte.strategy.run.Signals;
import sorte.trading.door.Json;
import sorte.trading.journal.Event;
import sorte.trading.money.Costs;
import sorte.trading.money.ExitReason;
import sorte.trading.money.Fill;
import sorte.trading.money.HoldingTerms;
import sorte.trading.money.Intent;
import sorte.trading.money.Money;
import sorte.trading.money.Sizing;
import sorte.trading.risk.Limits;
import sorte.trading.risk.RiskCheck;
import sorte.trading.risk.Standing;
import sorte.trading.slot.BarHistory;
import sorte.trading.slot.Decider;
import sorte.trading.slot.Preparation;
import sorte.trading.slot.Prepared;
import sorte.trading.slot.Slot;
import sorte.trading.venue.Order;
import sorte.trading.venue.SimulatedVenue;

/// Decides. A machine without clock, thread or file of its own: the same inputs make the same
/// outputs. Everything it does passes [Tape] first.
final class Engine implements Desk.Journalist, CatastropheStop.Holders {

  /// The edition of the rules by which this build trades. A journal says by an event from where on
  /// which edition holds, so that older ones are replayed by the rules they were written under. 1:
  /// as first written. 2: a catastrophe stop rests at the venue; a canary's entry is cut to the
  /// account's headroom; exits that enlarge the net position must be borne by the account. 3: what
  /// is unknown of an order is asked and never sent again; what the venue holds is compared with
  /// the books, and a difference halts.
  static final int EDITION = 3;

  private static final int RECONCILED_FROM = 3;

  /// How many answers are remembered, so that a command that comes again acts once.
  static final int ANSWERS_KEPT = 10_000;

  /// The largest share of a canary. The whole is a promotion.
  static final double LARGEST_SHARE = 0.95;

  /// The largest share to which a step is raised so that the venue's least order fits in.
  static final double LARGEST_RAISED_SHARE = 0.5;

  /// Room over the venue's least order, so that the next price still fits.
  static final double ROOM = 1.1;

  private final Tape tape;
  private final AccountTerms terms;
  private final SimulatedVenue venue;
  private final BarHistory bars;
  private final Feeding feeding;
  private final Notices notices;
  private final boolean recheck;
  private final ZoneId zone;
  private final Costs costs;
  private final Account account;
  private final Desk desk;
  private final CatastropheStop stop;
  private final Reconciliation reconciliation;
  private List<Difference> differences = List.of();
  private boolean flattens;
  private boolean flattening;
  private int edition = 1;
  private Limits limits;
  private final Map<String, String> answers = new LinkedHashMap<>();
  private final List<Slot> runOff = new ArrayList<>();

  private @Nullable Slot stable;
  private @Nullable Slot candidate;
  private @Nullable Slot standby;
  private @Nullable Prepared offered;
  private long nextSlot = 1;
  private long bar = -1;
  private long time;
  private double last = Double.NaN;
  private Standing.Mode mode = Standing.Mode.RUNNING;
  private boolean reduceOnly;
  private boolean stale;
  private boolean ended;
  private boolean closingAll;
  private @Nullable LocalDate day;
  private long dayFrom;
  private long dayTo;
  private double dayStart;
  private double peak;
  private String halted = "";
  private long candidateFrom = -1;

  Engine(
      Tape tape,
      AccountTerms terms,
      SimulatedVenue venue,
      BarHistory bars,
      Feeding feeding,
      Notices notices,
      boolean recheck) {
    this.tape = tape;
    this.terms = terms;
    this.venue = venue;
    this.bars = bars;
    this.feeding = feeding;
    this.notices = notices;
    this.recheck = recheck;
    this.zone = ZoneId.of(terms.zone());
    this.costs = terms.costs();
    this.limits = terms.limits();
    this.account = new Account(Money.of(terms.cash()));
    this.desk =
        new Desk(
            tape, venue, new RiskCheck(terms.limits()), account, costs, terms.instrument(), this);
    this.stop = new CatastropheStop(desk, account, costs, terms.instrument(), this, this);
    this.reconciliation = new Reconciliation(desk, account, stop, venue);
    this.peak = terms.cash();
    this.dayStart = terms.cash();
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
    String before = answers.get(command.commandId());
    lastMicros = 0;
    if (before != null) {
      return before;
    }
    offered = prepared.orElse(null);
    reached(command);
    offered = null;
    return answers.getOrDefault(command.commandId(), "{}");
  }

  private void apply(Event.Input input) {
    switch (input) {
      case Event.Opened _ -> {}
      case Event.TakenUp _ -> {
        desk.skipBlock();
        if (edition >= RECONCILED_FROM) {
          reconcile();
          stop.follow(bar);
        }
      }
      case Event.BarClosed b -> onBar(b);
      case Event.MarketEnded _ -> {
        ended = true;
        note("EndOfData", "", "", "the recorded market has no further bar");
      }
      case Event.DiskSeen d -> {
        reduceOnly = d.runningShort();
        note(
            "Alert",
            "",
            "",
            d.runningShort()
                ? "the disk is full: only exits leave until there is room for the journal"
                : "there is room for the journal again");
      }
      case Event.MarketSeen m -> {
        stale = m.stale();
        note(
            "Alert",
            "",
            "",
            stale
                ? "the market's news are old: no entry leaves until they are fresh"
                : "the market's news are fresh again");
      }
      case Event.Commanded c -> obey(c);
      case Event.FollowerFaulted f -> {
        followerFaulted(f);
        stop.follow(bar);
      }
      case Event.VenueReplied r -> throw new ReplayDiffers(-1, r, "no order");
      case Event.DecisionFaulted f -> throw new ReplayDiffers(-1, f, "no decision");
    }
  }

  // ---- a bar ----

  private void onBar(Event.BarClosed b) {
    bars.add(b);
    bar = b.number();
    time = b.time();
    if (!b.live()) {
      last = b.close();
      return;
    }
    newDay();
    venue.at(bar, b.open(), b.high(), b.low(), b.close());
    desk.hear(bar);
    desk.askAgain(bar);
    differ();
    stop.follow(bar);
    stayFlat();
    trade(Order.Kind.OPEN, b.open());
    stop.follow(bar);
    protect(b);
    stop.follow(bar);
    venue.passed();
    desk.hear(bar);
    stop.follow(bar);
    last = b.close();
    watch();
    decideAll(b);
    if (terms.fill() == Fill.CLOSE) {
      trade(Order.Kind.CLOSE, b.close());
    }
    dissolve();
    stop.follow(bar);
    if (reconciliation.due(bar)) {
      reconcile();
    }
    differ();
    check();
  }

  private void newDay() {
    if (time >= dayFrom && time < dayTo) {
      return;
    }
    LocalDate today = Instant.ofEpochMilli(time).atZone(zone).toLocalDate();
    dayFrom = today.atStartOfDay(zone).toInstant().toEpochMilli();
    dayTo = today.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
    if (!today.equals(day)) {
      day = today;
      dayStart = equity();
      desk.newDay();
    }
  }

  @Override
  public List<Slot> trading() {
    List<Slot> slots = new ArrayList<>(runOff.size() + 2);
    slots.addAll(runOff);
    if (stable != null) {
      slots.add(stable);
    }
    if (candidate != null && candidate.kind() == Slot.Kind.CANARY) {
      slots.add(candidate);
    }
    return slots;
  }

  /// What the slots wanted at the last close, as one order.
  private void trade(Order.Kind kind, double price) {
    List<Part> parts = new ArrayList<>();
    for (Slot slot : trading()) {
      if (!slot.inFlight()) {
        parts.add(part(slot, price));
      }
    }
    desk.send(parts, kind, price, bar);
  }

  /// Those that are to be closed whatever else, at the last price.
  private void closeNow() {
    List<Part> parts = new ArrayList<>();
    for (Slot slot : trading()) {
      if (slot.closing() && !slot.inFlight() && slot.ledger().quantity() != 0) {
        parts.add(new Part(slot, -slot.ledger().quantity(), 0));
      }
    }
    desk.send(parts, Order.Kind.CLOSE, last, bar);
  }

  private Part part(Slot slot, double price) {
    Intent intent = slot.wanted();
    slot.want(Intent.NONE);
    double held = slot.ledger().quantity();
    boolean leaves = held != 0 && (slot.closing() || intent != Intent.NONE);
    double exit = leaves ? -held : 0;
    if (slot.closing() || intent.side() == 0) {
      return new Part(slot, exit, 0);
    }
    if (mode != Standing.Mode.RUNNING || onlyExits()) {
      note(
          "OrderDenied", slot.change(), slot.kind().word(), onlyExits() ? "reduce-only" : "paused");
      return new Part(slot, exit, 0);
    }
    boolean allowed = slot.holding().mayEnterAt(time) && !(terms.spot() && intent.side() < 0);
    return new Part(
        slot, exit, allowed ? intent.side() * size(slot, intent.side(), held, price) : 0);
  }

  /// Something other than a person's word keeps entries from leaving.
  private boolean onlyExits() {
    return reduceOnly || stale || stop.unprotected();
  }

  private double size(Slot slot, int side, double held, double price) {
    long cash = slot.ledger().cash();
    if (held != 0) {
      double out = costs.slipped(held > 0 ? -1 : 1, price);
      long fee = Money.of(costs.fee(), Math.abs(held), out);
      cash = Money.minus(slot.ledger().equity(out), fee);
    }
    return Sizing.quantity(
        slot.terms(), costs, terms.instrument(), cash, price, costs.entryPrice(side, price));
  }

  /// Stops and targets are data of the slots, executed here whatever their code does.
  private void protect(Event.BarClosed b) {
    for (Slot slot : trading()) {
      if (slot.holding().side() == 0 || slot.inFlight()) {
        continue;
      }
      ExitReason reason = slot.holding().protect(b.open(), b.high(), b.low());
      Order.Kind kind =
          switch (reason) {
            case STOP -> Order.Kind.STOP;
            case TARGET -> Order.Kind.LIMIT;
            case ORDER, BUST, FORCED -> Order.Kind.OPEN;
          };
      if (kind != Order.Kind.OPEN) {
        Part part = new Part(slot, -slot.ledger().quantity(), 0);
        desk.send(List.of(part), kind, slot.holding().exitPrice(), bar);
      }
    }
  }

  /// Budgets and the account's own limits, at each event.
  private void watch() {
    double equity = equity();
    peak = Math.max(peak, equity);
    if (candidate != null && candidate.kind() == Slot.Kind.CANARY && candidate.overBudget(last)) {
      String lost = Money.words(candidate.allocated() - candidate.ledger().equity(last));
      takeBack(
          "loss-budget", "lost " + lost + ", allowed " + Money.words(candidate.mayLose()), true);
    }
    if (mode != Standing.Mode.HALTED && 1 - equity / peak >= limits.maxDrawdown()) {
      halt("limits.max-drawdown: " + (1 - equity / peak));
      flatten();
    }
  }

  private void decideAll(Event.BarClosed b) {
    for (Slot slot : runOff) {
      slot.want(slot.holding().decide(bar, Signals.NONE, Double.NaN, b.close()));
    }
    Slot decided = null;
    while (stable != null && stable != decided) { // again when the version before took over
      decided = stable;
      decide(decided, b);
    }
    if (candidate != null && candidate.kind() == Slot.Kind.CANARY) {
      decide(candidate, b);
    }
    Decider spare = standby == null ? null : standby.decider();
    if (spare != null) {
      spare.decide(b.time(), b.open(), b.high(), b.low(), b.close(), b.volume());
    }
  }

  private void decide(Slot slot, Event.BarClosed b) {
    boolean written = !tape.live();
    tape.write(new Event.Deciding(slot.number(), bar));
    int deaths = 0;
    while (tape.peek().orElse(null) instanceof Event.TakenUp) {
      tape.take();
      deaths++;
    }
    if (!tape.live()) {
      decidedBefore(slot, b);
      return;
    }
    if (written) {
      // the process before died in this decision; what is stable gets a second try
      if (slot == candidate || deaths > 0) {
        fault(slot, "died", "the trader died in its decision on bar " + bar);
        return;
      }
      tape.write(new Event.TakenUp(slot.number()));
    }
    decideNow(slot, b);
  }

  private void decidedBefore(Slot slot, Event.BarClosed b) {
    switch (tape.peek().orElse(null)) {
      case Event.DecisionFaulted f -> faulted(slot, f);
      case Event.Decided d -> {
        if (recheck) {
          decideNow(slot, b);
          return;
        }
        long hash = Decider.hash(slot.hash(), bar, d.mask(), d.stopDistance());
        decided(slot, new Event.Decided(slot.number(), bar, d.mask(), d.stopDistance(), hash), b);
      }
      case null, default -> throw new ReplayDiffers(-1, tape.peek(), "a decision");
    }
  }

  private void decideNow(Slot slot, Event.BarClosed b) {
    Decider decider = slot.decider();
    if (decider == null) {
      switch (feeding.prepare(slot.artifact(), slot.fedFrom(), bar)) {
        case Preparation.Outcome.Ready(Prepared prepared) -> {
          decider = prepared.decider();
          slot.decider(decider);
        }
        case Preparation.Outcome.Refused(String code, String reason) -> {
          fault(slot, code, reason);
          return;
        }
      }
    }
    int mask = decider.decide(b.time(), b.open(), b.high(), b.low(), b.close(), b.volume());
    if (mask < 0) {
      fault(slot, decider.code(), decider.detail());
      return;
    }
    double distance = decider.stopDistance();
    long hash = Decider.hash(slot.hash(), bar, mask, distance);
    decided(slot, new Event.Decided(slot.number(), bar, mask, distance, hash), b);
  }

  private void decided(Slot slot, Event.Decided d, Event.BarClosed b) {
    tape.write(d);
    slot.decided(bar, d.hash());
    if (!slot.inFlight()) {
      slot.want(slot.holding().decide(bar, d.mask(), d.stopDistance(), b.close()));
    }
  }

  private void fault(Slot slot, String code, String detail) {
    Event.DecisionFaulted f = new Event.DecisionFaulted(slot.number(), bar, code, detail);
    if (tape.live()) {
      tape.write(f);
      failed(slot, f);
    } else {
      faulted(slot, f);
    }
  }

  private void faulted(Slot slot, Event.DecisionFaulted expected) {
    tape.write(expected);
    failed(slot, expected);
  }

  private void failed(Slot slot, Event.DecisionFaulted f) {
    slot.decider(null);
    long started = System.nanoTime();
    note("SlotFaulted", slot.change(), slot.kind().word(), f.code() + ": " + f.detail());
    if (slot == candidate) {
      takeBack(f.code(), f.detail(), true);
    } else {
      stableFailed(slot, f);
    }
    measured("fault-to-stable", started);
  }

  private void stableFailed(Slot slot, Event.DecisionFaulted f) {
    stable = null;
    toRunOff(slot, !slot.terms().endsByItself());
    Slot next = standby;
    standby = null;
    if (next == null) {
      note(
          "Alert",
          slot.change(),
          "stable",
          "nothing decides any more: " + f.code() + "; its protective exits go on");
      return;
    }
    Slot back =
        new Slot(
            nextSlot++,
            Slot.Kind.STABLE,
            next.change(),
            next.artifact(),
            next.strategy(),
            next.terms(),
            next.fedFrom(),
            1,
            0,
            zone);
    back.decider(next.decider());
    stable = back;
    dissolve();
    long reserve = account.reserve();
    account.toReserve(-reserve);
    back.allocate(reserve);
    loaded(back, "took over from " + slot.change());
    note("Alert", back.change(), "stable", "the version before took over: " + f.code());
  }

  // ---- commands ----

  private void obey(Event.Commanded c) {
    ObjectNode answer =
        switch (c.verb()) {
          case "load" -> load(c);
          case "share" -> share(c);
          case "promote" -> promote(c);
          case "rollback" -> rollback(c);
          case "pause" -> pause();
          case "resume" -> resume();
          case "halt" -> {
            halt("asked for");
            flatten();
            yield outcome("halted", "");
          }
          case "halt-positions" -> haltPositions(c);
          case "close" -> closeAll();
          case "limits" -> limits(c);
          case "edition" -> edition(c);
          default -> outcome("refused", "no such verb: " + c.verb());
        };
    stop.follow(bar);
    check();
    String json = Json.line(answer);
    tape.writeForced(new Event.Answered(c.commandId(), json));
    answers.put(c.commandId(), json);
    if (answers.size() > ANSWERS_KEPT) {
      answers.remove(answers.keySet().iterator().next());
    }
  }

  private ObjectNode load(Event.Commanded c) {
    JsonNode release = Json.read(c.release());
    if (release.has("refused")) {
      return outcome("refused", release.path("refused").asText());
    }
    Slot running = c.slot().equals("stable") ? stable : candidate;
    if (running != null
        && running.artifact().equals(c.artifact())
        && running.change().equals(c.change())) {
      return outcome("loaded", "it is there already");
    }
    boolean asStable = c.slot().equals("stable");
    if (!asStable && stable == null) {
      return outcome("refused", "nothing is in service that it could be compared with");
    }
    if (!asStable && candidate != null) {
      return outcome("refused", "a candidate is there: " + candidate.change());
    }
    Slot slot = slot(c, release, asStable);
    if (asStable) {
      serve(slot);
      return outcome("loaded", "");
    }
    candidate = slot;
    candidateFrom = bar;
    loaded(slot, "");
    if (!c.slot().equals("canary")) {
      return outcome("loaded", "");
    }
    ObjectNode given = giveShare(slot, c.share());
    if (slot.kind() == Slot.Kind.SHADOW) {
      slot.decider(null); // it got no share: nothing here shows it the bars any more
    }
    return given;
  }

  private Slot slot(Event.Commanded c, JsonNode release, boolean asStable) {
    HoldingTerms holding = Json.MAPPER.convertValue(release.path("terms"), HoldingTerms.class);
    Slot slot =
        new Slot(
            nextSlot++,
            asStable ? Slot.Kind.STABLE : Slot.Kind.SHADOW,
            c.change(),
            c.artifact(),
            release.path("strategy").asText(),
            holding,
            release.path("fedFrom").asLong(),
            asStable ? 1 : 0,
            c.lossBudget(),
            zone);
    if (asStable || c.slot().equals("canary")) {
      adoptOffered(slot); // a shadow has no instance here: the follower runs it
    }
    return slot;
  }

  /// The instance that was prepared on the asking thread, if there is one, shown what came since.
  private void adoptOffered(Slot slot) {
    Prepared prepared = offered;
    if (prepared != null && prepared.fedFrom() == slot.fedFrom()) {
      Preparation.catchUp(prepared, bars, bar + 1);
      slot.decider(prepared.decider().code().isEmpty() ? prepared.decider() : null);
    }
  }

  private void serve(Slot slot) {
    Slot before = stable;
    stable = slot;
    if (before != null) {
      toRunOff(before, !before.terms().endsByItself());
      keepStandby(before);
    }
    dissolve();
    long reserve = account.reserve();
    account.toReserve(-reserve);
    slot.allocate(reserve);
    loaded(slot, "");
  }

  private void loaded(Slot slot, String why) {
    ObjectNode detail =
        Json.object()
            .put("number", slot.number())
            .put("artifact", slot.artifact())
            .put("strategy", slot.strategy())
            .put("fedFrom", slot.fedFrom())
            .put("share", slot.share());
    if (!why.isEmpty()) {
      detail.put("why", why);
    }
    note("SlotLoaded", slot.change(), slot.kind().word(), Json.line(detail));
    tape.force();
  }

  private ObjectNode share(Event.Commanded c) {
    if (candidate == null || !candidate.change().equals(c.change())) {
      return outcome("refused", "no candidate of change " + c.change() + " is there");
    }
    JsonNode release = Json.read(c.release());
    if (release.has("refused")) {
      return outcome("refused", release.path("refused").asText());
    }
    return giveShare(candidate, c.share());
  }

  private ObjectNode giveShare(Slot slot, double asked) {
    if (!(asked > 0 && asked <= LARGEST_SHARE)) {
      return outcome(
          "refused", "a share is above 0 and at most " + LARGEST_SHARE + ", was " + asked);
    }
    Slot owner = stable;
    if (owner == null) {
      return outcome("refused", "nothing is in service that could give a share");
    }
    double equity = equity();
    double least = leastShare(equity);
    double share = Math.max(asked, least);
    double budget = slot.lossBudget() * asked * equity;
    double cheapest = 2 * costs.fee() * least * equity;
    if (share > asked && (share > LARGEST_RAISED_SHARE || (budget > 0 && cheapest >= budget))) {
      return outcome(
          "refused",
          "the venue's least order needs a share of %s, more than the loss budget bears; it stays shadow"
              .formatted(share));
    }
    if (slot.kind() == Slot.Kind.SHADOW && slot.decider() == null) {
      adoptOffered(slot);
    }
    long target = Money.of(share * equity);
    long move = Money.minus(target, slot.ledger().equity(last));
    owner.allocate(-move);
    slot.allocate(move);
    slot.share(share);
    owner.share(1 - share);
    slot.mayLose(Money.of(budget));
    if (slot.kind() == Slot.Kind.SHADOW) {
      slot.become(Slot.Kind.CANARY);
    }
    String raised = share > asked ? "raised from " + asked + " so that the least order fits" : "";
    note(
        "SlotShared",
        slot.change(),
        "canary",
        Json.line(
            Json.object().put("number", slot.number()).put("share", share).put("why", raised)));
    return outcome("loaded", raised);
  }

  private double leastShare(double equity) {
    double least = Math.max(terms.instrument().minNotional(), terms.instrument().lot() * last);
    return least * ROOM / equity;
  }

  private ObjectNode promote(Event.Commanded c) {
    Slot next = candidate;
    if (next == null || !next.change().equals(c.change())) {
      return stable != null && stable.change().equals(c.change())
          ? outcome("promoted", "it is stable already")
          : outcome("refused", "no candidate of change " + c.change() + " is there");
    }
    JsonNode release = Json.read(c.release());
    if (release.has("refused")) {
      return outcome("refused", release.path("refused").asText());
    }
    if (next.decider() == null) {
      adoptOffered(next);
    }
    Slot before = stable;
    candidate = null;
    candidateFrom = -1;
    stable = next;
    next.become(Slot.Kind.STABLE);
    next.mayLose(0);
    if (before != null) {
      handOver(before, next);
      keepStandby(before);
    }
    next.share(1);
    dissolve();
    long reserve = account.reserve();
    account.toReserve(-reserve);
    next.allocate(reserve);
    note(
        "SlotPromoted",
        next.change(),
        "stable",
        Json.line(Json.object().put("number", next.number()).put("artifact", next.artifact())));
    tape.force();
    return outcome("promoted", "");
  }

  /// A position of the same side is taken over at the mark, without an order; any other runs off.
  private void handOver(Slot before, Slot next) {
    double theirs = before.ledger().quantity();
    double own = next.ledger().quantity();
    boolean sameSide = theirs != 0 && Math.signum(theirs) == Math.signum(own);
    if (sameSide && !before.inFlight() && !next.inFlight()) {
      account.withHouse(before.ledger(), last, () -> before.ledger().exit(last, 0));
      account.withHouse(next.ledger(), last, () -> next.ledger().exit(last, 0));
      account.withHouse(next.ledger(), last, () -> next.ledger().enter(theirs + own, last, 0));
      before.holding().exited(bar);
      release(before);
    } else {
      toRunOff(before, !before.terms().endsByItself());
    }
  }

  /// The version before goes on being fed, so that it can take over within an event.
  private void keepStandby(Slot before) {
    standby = before;
  }

  private ObjectNode rollback(Event.Commanded c) {
    Slot slot = candidate;
    if (slot == null || !slot.change().equals(c.change())) {
      return outcome("nothing-to-roll-back", "no candidate of change " + c.change() + " is there");
    }
    long started = System.nanoTime();
    takeBack("asked", c.reason(), c.close());
    measured("rollback", started);
    return outcome("rolled-back", c.reason());
  }

  /// Rule 9: its orders are taken back, its position runs off, or is closed.
  private void takeBack(String code, String why, boolean close) {
    Slot slot = candidate;
    if (slot == null) {
      return;
    }
    candidate = null;
    candidateFrom = -1;
    slot.want(Intent.NONE);
    slot.decider(null);
    String was = slot.kind().word();
    if (slot.kind() == Slot.Kind.CANARY) {
      desk.cancel(Optional.of(slot), bar);
      toRunOff(slot, close || !slot.terms().endsByItself());
    }
    if (stable != null) {
      stable.share(1);
    }
    note("SlotRolledBack", slot.change(), was, code + ": " + why);
    tape.force();
    closeNow();
    dissolve();
  }

  private void toRunOff(Slot slot, boolean close) {
    slot.become(Slot.Kind.RUN_OFF);
    slot.want(Intent.NONE);
    slot.mayLose(0);
    if (close && (slot.ledger().quantity() != 0 || slot.inFlight())) {
      slot.close();
    }
    runOff.add(slot);
  }

  /// What has run off gives its money back.
  private void dissolve() {
    for (Slot slot : List.copyOf(runOff)) {
      if (slot.ledger().quantity() == 0 && !slot.inFlight()) {
        runOff.remove(slot);
        release(slot);
      }
    }
    if (closingAll && account.position() == 0 && !desk.ordersOut()) {
      closingAll = false;
      note("PositionsClosed", "", "", "");
    }
  }

  private void release(Slot slot) {
    long left = slot.ledger().cash();
    slot.allocate(-left);
    Slot owner = stable;
    if (owner != null && owner != slot) {
      owner.allocate(left);
    } else {
      account.toReserve(left);
    }
  }

  private ObjectNode pause() {
    if (mode == Standing.Mode.RUNNING) {
      mode = Standing.Mode.PAUSED;
      note("Paused", "", "", "");
    }
    return outcome("paused", "");
  }

  private ObjectNode resume() {
    stop.resumed();
    reconciliation.acknowledged();
    reconcile();
    if (!differences.isEmpty()) {
      return outcome("refused", "it still differs: " + differences.getFirst().words());
    }
    flattening = false;
    if (mode != Standing.Mode.RUNNING) {
      mode = Standing.Mode.RUNNING;
      halted = "";
      peak = equity();
      note("Resumed", "", "", "");
    }
    return outcome("resumed", "");
  }

  private void halt(String why) {
    if (mode == Standing.Mode.HALTED) {
      return;
    }
    mode = Standing.Mode.HALTED;
    halted = why;
    desk.cancel(Optional.empty(), bar);
    trading().forEach(slot -> slot.want(Intent.NONE));
    note("Halted", "", "", why);
    tape.force();
  }

  private ObjectNode closeAll() {
    pause();
    desk.cancel(Optional.empty(), bar);
    leaveAll();
    return outcome("closed", "");
  }

  private void leaveAll() {
    closingAll = true;
    trading().stream().filter(s -> s.ledger().quantity() != 0).forEach(Slot::close);
    closeNow();
    dissolve();
  }

  /// After a halt that says nothing against the books, what the owner chose for the positions.
  private void flatten() {
    if (flattens && !flattening) {
      flattening = true;
      leaveAll();
    }
  }

  /// A fill that won the race with the halt is left too.
  private void stayFlat() {
    if (flattening) {
      trading().stream().filter(s -> s.ledger().quantity() != 0).forEach(Slot::close);
    }
  }

  private ObjectNode haltPositions(Event.Commanded c) {
    flattens = Json.read(c.release()).path("flatten").asBoolean();
    note("HaltPositions", "", "", flattens ? "flatten" : "hold");
    tape.force();
    return outcome("halt-positions", "");
  }

  /// Whether a halt also leaves what is held.
  boolean flattens() {
    return flattens;
  }

  // ---- what the venue says against what the journal says ----

  private void reconcile() {
    if (edition >= RECONCILED_FROM) {
      reconciliation.ask(bar);
      differ();
    }
  }

  /// A difference that was not there before halts the instrument; positions are held, whatever was
  /// chosen, since nobody knows what they are.
  private void differ() {
    if (differences.isEmpty() && reconciliation.agrees()) {
      return;
    }
    List<Difference> found = reconciliation.differences();
    if (found.equals(differences)) {
      return;
    }
    differences = found;
    for (Difference difference : found) {
      note("Alert", "", "", "reconciliation: " + difference.words());
    }
    if (!found.isEmpty()) {
      halt("reconciliation: " + found.getFirst().words());
    }
  }

  private ObjectNode limits(Event.Commanded c) {
    limits = Json.MAPPER.convertValue(Json.read(c.release()), Limits.class);
    desk.limits(limits);
    note("LimitsChanged", "", "", c.release());
    tape.force();
    return outcome("limits", "");
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
    if (edition >= RECONCILED_FROM) {
      desk.thirdEdition(reconciliation);
      reconcile();
    }
    tape.force();
    return outcome("edition", "");
  }

  /// The edition of the rules that holds now.
  int edition() {
    return edition;
  }

  @Override
  public double last() {
    return last;
  }

  /// The limits that hold now.
  Limits limits() {
    return limits;
  }

  private void followerFaulted(Event.FollowerFaulted f) {
    if (candidate != null && candidate.change().equals(f.change())) {
      note("SlotFaulted", f.change(), candidate.kind().word(), f.code() + ": " + f.detail());
      takeBack(f.code(), f.detail(), true);
    } else if (stable != null && stable.change().equals(f.change())) {
      note("SlotFaulted", f.change(), "stable", f.code() + ": " + f.detail());
      note("Alert", f.change(), "stable", f.code() + ": " + f.detail());
    }
  }

  private ObjectNode outcome(String outcome, String reason) {
    return Json.object()
        .put("outcome", outcome)
        .put("reason", reason)
        .put("bar", bar)
        .put("at", time);
  }

  // ---- books ----

  /// The books must balance after every event; when they do not, nothing more may be bought.
  private void check() {
    List<Slot> slots = trading();
    if (candidate != null && !slots.contains(candidate)) {
      slots.add(candidate);
    }
    double mark = Double.isFinite(last) ? last : 1;
    String fault = account.fault(slots, mark, desk.ordersOut());
    if (!fault.isEmpty() && mode != Standing.Mode.HALTED) {
      note("Alert", "", "", "the books do not balance: " + fault);
      halt("the books do not balance: " + fault);
    }
  }

  private double equity() {
    return Money.toDouble(Double.isFinite(last) ? account.equity(last) : account.cash());
  }

  @Override
  public Standing standing(long lastOrder, int entriesToday) {
    return new Standing(
        account.position(),
        equity(),
        Double.isFinite(last) ? last : 0,
        dayStart,
        peak,
        entriesToday,
        lastOrder,
        mode,
        onlyExits());
  }

  @Override
  public void note(String type, String change, String slot, String detail) {
    tape.write(new Event.Noted(type, bar, time, change, slot, detail));
    notices.add(type, bar, time, change, slot, detail);
  }

  private void measured(String what, long started) {
    lastMicros = (System.nanoTime() - started) / 1000;
    tape.remark(new Event.Measured(what, bar, lastMicros));
  }

  private long lastMicros;

  /// How long the last rollback took, in microseconds.
  long lastMicros() {
    return lastMicros;
  }

  // ---- what others see ----

  long bar() {
    return bar;
  }

  boolean ended() {
    return ended;
  }

  boolean reduceOnly() {
    return reduceOnly;
  }

  /// The bar in which the oldest order left whose outcome is not known; -1 where there is none.
  long oldestOrderOut() {
    return desk.oldestOut();
  }

  /// Whether the market's news are old.
  boolean stale() {
    return stale;
  }

  Optional<Slot> candidate() {
    return Optional.ofNullable(candidate);
  }

  Optional<Slot> stable() {
    return Optional.ofNullable(stable);
  }

  /// The bar at which the candidate was loaded; -1 without one.
  long candidateFrom() {
    return candidateFrom;
  }

  Account account() {
    return account;
  }

  List<Slot> runningOff() {
    return List.copyOf(runOff);
  }

  /// Builds what the next bar will need, so that it does not wait for it.
  void ready() {
    for (Slot slot : trading()) {
      if (slot.decider() == null && slot.kind() != Slot.Kind.RUN_OFF) {
        instance(slot);
      }
    }
    if (standby != null && standby.decider() == null) {
      instance(standby);
    }
  }

  private void instance(Slot slot) {
    if (feeding.prepare(slot.artifact(), slot.fedFrom(), bar + 1)
        instanceof Preparation.Outcome.Ready(Prepared prepared)) {
      slot.decider(prepared.decider());
    }
  }

  ObjectNode status() {
    ObjectNode status = Json.object();
    status.put(
        "state",
        switch (mode) {
          case RUNNING -> "running";
          case PAUSED -> "paused";
          case HALTED -> "halted";
        });
    ArrayNode differing = status.putArray("differences");
    differences.forEach(difference -> differing.add(Json.tree(difference)));
    status.put("haltPositions", flattens ? "flatten" : "hold");
    status.put("haltedBecause", halted).put("reduceOnly", onlyExits());
    status.put("marketStale", stale);
    status.put("bar", bar).put("time", time);
    status.put("price", Double.isFinite(last) ? last : 0);
    status.put("equity", equity()).put("cash", Money.toDouble(account.cash()));
    double level = stop.level();
    status.put("catastropheStop", Double.isNaN(level) ? 0 : level);
    status.put("position", account.position()).put("house", Money.toDouble(account.house()));
    ArrayNode slots = status.putArray("slots");
    if (stable != null) {
      slots.add(seen(stable));
    }
    if (candidate != null) {
      slots.add(seen(candidate));
    }
    ArrayNode off = status.putArray("runOff");
    runOff.forEach(slot -> off.add(seen(slot)));
    status.put("endOfData", ended);
    return status;
  }

  private ObjectNode seen(Slot slot) {
    return Json.object()
        .put("slot", slot.kind().word())
        .put("number", slot.number())
        .put("change", slot.change())
        .put("artifact", slot.artifact())
        .put("strategy", slot.strategy())
        .put("share", slot.share())
        .put("equity", Money.toDouble(slot.ledger().equity(Double.isFinite(last) ? last : 1)))
        .put("position", slot.ledger().quantity())
        .put("openOrders", desk.ordersOut(slot))
        .put("fault", slot.decider() == null ? "" : slot.decider().code());
  }
}
