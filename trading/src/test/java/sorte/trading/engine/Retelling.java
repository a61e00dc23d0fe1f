package sorte.trading.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sorte.strategy.run.Signals;
import sorte.trading.door.Json;
import sorte.trading.journal.Event;
import sorte.trading.money.ExitReason;
import sorte.trading.money.Fill;
import sorte.trading.money.Intent;
import sorte.trading.money.Money;
import sorte.trading.money.Sizing;
import sorte.trading.risk.Limits;
import sorte.trading.venue.Order;
import sorte.trading.venue.Reply;

/// A second trader, of the newest edition of the rules alone, without threads, disk, speed or
/// replay: it passes a finished journal, takes what reached the first one from it, and each record
/// that the first made of it must be the one that this one comes to. It runs no code of the engine,
/// the journal, risk or the slots: what slots do between closes ([sorte.trading.money.Holding]),
/// their ledgers and the size of an entry are those of backtests, which have references of their
/// own.
final class Retelling {
  final AccountTerms terms;
  final RoughVenue venue;
  final RetoldTape tape;
  final RetoldDesk desk;
  final RetoldStop stop;
  final RetoldAsking asking;
  private final RetoldRollouts rollouts;
  Limits limits;
  long bar = -1;
  long time;
  double last = Double.NaN;
  double position;
  double dayStart;
  double peak;
  String mode = "running";
  String because = "";
  private long cash;
  private @Nullable LocalDate day;
  private boolean diskFull;
  private boolean stale;
  private boolean inForce;
  private boolean flattens;
  private boolean flattening;

  Retelling(RetoldTape tape, AccountTerms terms, RoughVenue venue) {
    this.tape = tape;
    this.terms = terms;
    this.venue = venue;
    limits = terms.limits();
    cash = Money.of(terms.cash());
    dayStart = terms.cash();
    peak = terms.cash();
    desk = new RetoldDesk(this, new RetoldLimits(this));
    stop = new RetoldStop(this, desk);
    asking = new RetoldAsking(this, desk);
    rollouts = new RetoldRollouts(this, cash);
  }

  /// @param said what the first one's door says where the journal ends
  void check(JsonNode said) {
    while (!tape.ends()) {
      switch (tape.take()) {
        case Event.Input input -> reached(input);
        case Event other -> throw new Broken("nothing led to " + other);
      }
    }
    new RetoldStatus(this, rollouts).check(said);
  }

  private void reached(Event.Input input) {
    switch (input) {
      case Event.Opened _ -> {}
      case Event.TakenUp _ -> {
        desk.ids.takenUp();
        asking.ask();
        follow();
      }
      case Event.BarClosed b -> bar(b);
      case Event.DiskSeen d -> {
        diskFull = d.runningShort();
        alert(
            diskFull
                ? "the disk is full: only exits leave until there is room for the journal"
                : "there is room for the journal again");
      }
      case Event.MarketSeen m -> {
        stale = m.stale();
        alert(
            stale
                ? "the market's news are old: no entry leaves until they are fresh"
                : "the market's news are fresh again");
      }
      case Event.Commanded c -> obeys(c);
      case Event.FollowerFaulted f -> {
        rollouts.follower(f);
        follow();
      }
      default -> throw new Broken("nothing led to " + input);
    }
  }

  // ---- a bar ----

  private void bar(Event.BarClosed b) {
    bar = b.number();
    time = b.time();
    if (!b.live()) {
      last = b.close();
      return;
    }
    LocalDate today = Instant.ofEpochMilli(time).atZone(ZoneId.of(terms.zone())).toLocalDate();
    if (!today.equals(day)) {
      day = today;
      dayStart = equity();
      desk.newDay();
    }
    venue.at(bar, b.open(), b.high(), b.low(), b.close());
    desk.hear();
    desk.askWhenSilent();
    asking.tell();
    follow();
    if (flattening) {
      closeHolders();
    }
    trade(Order.Kind.OPEN, b.open());
    follow();
    protect(b);
    follow();
    venue.passed();
    desk.hear();
    follow();
    last = b.close();
    losses();
    decide(b);
    if (terms.fill() == Fill.CLOSE) {
      trade(Order.Kind.CLOSE, last);
    }
    rollouts.dissolve();
    follow();
    asking.askWhenDue();
    asking.tell();
    balance();
    desk.ids.reserveAhead();
  }

  void follow() {
    if (inForce) {
      stop.follow();
    }
  }

  /// What the slots wanted at the last close, as one order.
  private void trade(Order.Kind kind, double price) {
    List<RetoldDesk.Part> parts = new ArrayList<>();
    for (RetoldSlot slot : trading()) {
      boolean wants = slot.closing || slot.wants != Intent.NONE;
      if (wants && !desk.inFlight(slot)) {
        parts.add(part(slot, price));
      }
    }
    desk.send(parts, kind, price);
  }

  private RetoldDesk.Part part(RetoldSlot slot, double price) {
    int side = slot.closing ? 0 : slot.wants.side();
    slot.wants = Intent.NONE;
    RetoldDesk.Part part = new RetoldDesk.Part(slot, 0 - slot.held(), 0);
    if (side == 0) {
      return part;
    }
    if (onlyExits() || !mode.equals("running")) {
      note("OrderDenied", slot.change, slot.kind, onlyExits() ? "reduce-only" : "paused");
      return part;
    }
    boolean may = slot.holding.mayEnterAt(time) && !(terms.spot() && side < 0);
    if (may) {
      double pays = terms.costs().entryPrice(side, price);
      long money = slot.held() == 0 ? slot.ledger.cash() : moneyOnceOut(slot, price);
      part.in =
          side * Sizing.quantity(slot.terms, terms.costs(), terms.instrument(), money, price, pays);
    }
    return part;
  }

  private long moneyOnceOut(RetoldSlot slot, double price) {
    double out = terms.costs().slipped(slot.held() > 0 ? -1 : 1, price);
    return slot.ledger.equity(out) - Money.of(terms.fee(), Math.abs(slot.held()), out);
  }

  /// Stops and targets of the slots, whatever their code does.
  private void protect(Event.BarClosed b) {
    for (RetoldSlot slot : trading()) {
      if (slot.holding.side() != 0 && !desk.inFlight(slot)) {
        ExitReason reason = slot.holding.protect(b.open(), b.high(), b.low());
        if (reason == ExitReason.STOP || reason == ExitReason.TARGET) {
          Order.Kind kind = reason == ExitReason.STOP ? Order.Kind.STOP : Order.Kind.LIMIT;
          RetoldDesk.Part part = new RetoldDesk.Part(slot, -slot.held(), 0);
          desk.send(List.of(part), kind, slot.holding.exitPrice());
        }
      }
    }
  }

  /// What a canary may lose, and how far the account may fall.
  private void losses() {
    double equity = equity();
    peak = Math.max(peak, equity);
    RetoldSlot canary = rollouts.canary();
    if (canary != null && canary.mayLose > 0 && canary.lost(last) >= canary.mayLose) {
      String lost = Money.words(canary.lost(last));
      rollouts.takeBack(
          "loss-budget", "lost " + lost + ", allowed " + Money.words(canary.mayLose), true);
    }
    double fallen = 1 - equity / peak;
    if (!mode.equals("halted") && fallen >= limits.maxDrawdown()) {
      halt("limits.max-drawdown: " + fallen);
      flatten();
    }
  }

  private void decide(Event.BarClosed b) {
    for (RetoldSlot slot : rollouts.runsOff) {
      slot.wants = slot.holding.decide(bar, Signals.NONE, Double.NaN, b.close());
    }
    RetoldSlot decided = null;
    while (rollouts.stable != null && rollouts.stable != decided) {
      decided = rollouts.stable;
      rollouts.decides(decided, b.close());
    }
    RetoldSlot canary = rollouts.canary();
    if (canary != null) {
      rollouts.decides(canary, b.close());
    }
  }

  // ---- money ----

  double equity() {
    return Money.toDouble(Double.isNaN(last) ? cash : cash + Money.of(position, last));
  }

  /// A fill that was waited for.
  void filled(Reply.Filled fill) {
    books(fill);
    note("OrderFilled", RetoldDesk.words(fill.order(), fill.quantity(), fill.price()));
  }

  void books(Reply.Filled fill) {
    cash -= Money.of(fill.quantity(), fill.price());
    cash -= Money.of(terms.fee(), Math.abs(fill.quantity()), fill.price());
    double sum = position + fill.quantity();
    double units = RetoldDesk.units(sum);
    position = Math.abs(units - sum) < 1e-10 ? units : sum;
  }

  long cash() {
    return cash;
  }

  /// What of the cash is no slot's, nor in reserve.
  long houseMoney() {
    double mark = Double.isNaN(last) ? 1 : last;
    long money = cash - rollouts.reserve;
    for (RetoldSlot slot : rollouts.withMoney()) {
      money -= slot.apart(mark);
    }
    return money;
  }

  /// What no slot holds is the house's: dust, and what crossing saved.
  private void balance() {
    double units = position;
    for (RetoldSlot slot : rollouts.withMoney()) {
      units -= slot.held();
    }
    long money = houseMoney();
    String wrong = "";
    if (!desk.anyOut() && Math.abs(units) > RetoldDesk.DUST) {
      wrong = "the house was left with " + RetoldDesk.units(units) + " units that no slot ordered";
    } else if (!desk.anyOut() && money < -Money.ONE / 1000) {
      wrong = "the house is short of " + Money.words(-money);
    }
    if (!wrong.isEmpty() && !mode.equals("halted")) {
      alert("the books do not balance: " + wrong);
      halt("the books do not balance: " + wrong);
    }
  }

  // ---- what keeps orders from leaving ----

  boolean onlyExits() {
    return diskFull || stale || stop.unprotected;
  }

  boolean isStale() {
    return stale;
  }

  /// Whether a halt also leaves what is held.
  boolean flattens() {
    return flattens;
  }

  void halt(String why) {
    if (mode.equals("halted")) {
      return;
    }
    mode = "halted";
    because = why;
    desk.takeBack(null);
    trading().forEach(slot -> slot.wants = Intent.NONE);
    note("Halted", why);
  }

  private void flatten() {
    if (flattens && !flattening) {
      flattening = true;
      rollouts.leaveAll();
    }
  }

  void closeHolders() {
    trading().stream().filter(slot -> slot.held() != 0).forEach(slot -> slot.closing = true);
  }

  List<RetoldSlot> trading() {
    return rollouts.trading();
  }

  // ---- commands ----

  private void obeys(Event.Commanded c) {
    ObjectNode answer =
        switch (c.verb()) {
          case "load" -> rollouts.load(c);
          case "share" -> rollouts.share(c);
          case "promote" -> rollouts.promote(c);
          case "rollback" -> rollouts.rollback(c);
          case "pause" -> {
            pause();
            yield answer("paused", "");
          }
          case "resume" -> resume();
          case "halt", "halt-because" -> {
            halt(c.verb().equals("halt") ? "asked for" : c.reason());
            flatten();
            yield answer("halted", "");
          }
          case "close" -> {
            pause();
            desk.takeBack(null);
            rollouts.leaveAll();
            yield answer("closed", "");
          }
          case "halt-positions" -> {
            flattens = Json.read(c.release()).path("flatten").asBoolean();
            note("HaltPositions", flattens ? "flatten" : "hold");
            yield answer("halt-positions", "");
          }
          case "limits" -> {
            limits = Json.MAPPER.convertValue(Json.read(c.release()), Limits.class);
            note("LimitsChanged", c.release());
            yield answer("limits", "");
          }
          case "edition" -> {
            inForce = true;
            asking.ask();
            venue.keepReduceOnly();
            yield answer("edition", "");
          }
          default -> throw new Broken("nobody asks for " + c);
        };
    follow();
    balance();
    tape.says(new Event.Answered(c.commandId(), Json.line(answer)));
  }

  ObjectNode answer(String outcome, String reason) {
    ObjectNode answer = Json.object().put("outcome", outcome).put("reason", reason);
    return answer.put("bar", bar).put("at", time);
  }

  private void pause() {
    if (mode.equals("running")) {
      mode = "paused";
      note("Paused", "");
    }
  }

  private ObjectNode resume() {
    stop.unprotected = false;
    asking.settled();
    asking.ask();
    if (!asking.told().isEmpty()) {
      return answer("refused", "it still differs: " + asking.told().getFirst());
    }
    flattening = false;
    if (!mode.equals("running")) {
      mode = "running";
      because = "";
      peak = equity();
      note("Resumed", "");
    }
    return answer("resumed", "");
  }

  // ---- what is told ----

  void note(String type, String detail) {
    note(type, "", "", detail);
  }

  void note(String type, String change, String slot, String detail) {
    tape.says(new Event.Noted(type, bar, time, change, slot, detail));
  }

  void alert(String detail) {
    note("Alert", detail);
  }
}
