package sorte.trading.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sorte.trading.door.Json;
import sorte.trading.journal.Event;
import sorte.trading.money.HoldingTerms;
import sorte.trading.money.Intent;
import sorte.trading.money.Money;
import sorte.trading.venue.Order;

/// Who is in which place, as [Retelling] follows it: how a version comes into service, gets money,
/// decides, fails, and leaves.
final class RetoldRollouts {
  private static final double LARGEST_SHARE = 0.95;
  private static final double LARGEST_RAISED = 0.5;
  private static final double ROOM = 1.1;

  private final Retelling story;
  final List<RetoldSlot> runsOff = new ArrayList<>();
  @Nullable RetoldSlot stable;
  private @Nullable RetoldSlot candidate;
  private @Nullable RetoldSlot standsBy;
  private long numbers;
  private boolean closing;
  long reserve;

  RetoldRollouts(Retelling story, long cash) {
    this.story = story;
    this.reserve = cash;
  }

  @Nullable RetoldSlot canary() {
    return candidate != null && candidate.kind.equals("canary") ? candidate : null;
  }

  /// In the order in which they trade.
  List<RetoldSlot> trading() {
    List<RetoldSlot> all = new ArrayList<>(runsOff);
    if (stable != null) {
      all.add(stable);
    }
    RetoldSlot canary = canary();
    if (canary != null) {
      all.add(canary);
    }
    return all;
  }

  List<RetoldSlot> withMoney() {
    List<RetoldSlot> all = trading();
    if (candidate != null && canary() == null) {
      all.add(candidate);
    }
    return all;
  }

  // ---- who comes ----

  ObjectNode load(Event.Commanded c) {
    JsonNode release = Json.read(c.release());
    boolean serves = c.slot().equals("stable");
    RetoldSlot there = serves ? stable : candidate;
    if (release.has("refused")) {
      return story.answer("refused", release.path("refused").asText());
    }
    if (there != null && there.change.equals(c.change()) && there.artifact.equals(c.artifact())) {
      return story.answer("loaded", "it is there already");
    }
    if (!serves && stable == null) {
      return story.answer("refused", "nothing is in service that it could be compared with");
    }
    if (!serves && there != null) {
      return story.answer("refused", "a candidate is there: " + there.change);
    }
    RetoldSlot slot =
        new RetoldSlot(
            ++numbers,
            serves ? "stable" : "shadow",
            c.change(),
            c.artifact(),
            release.path("strategy").asText(),
            Json.MAPPER.convertValue(release.path("terms"), HoldingTerms.class),
            release.path("fedFrom").asLong(),
            c.lossBudget(),
            ZoneId.of(story.terms.zone()));
    if (serves) {
      serve(slot);
      return story.answer("loaded", "");
    }
    candidate = slot;
    loaded(slot, "");
    return c.slot().equals("canary") ? give(slot, c.share()) : story.answer("loaded", "");
  }

  private void serve(RetoldSlot slot) {
    RetoldSlot before = stable;
    stable = slot;
    if (before != null) {
      runOff(before, !before.terms.endsByItself());
      standsBy = before;
    }
    dissolve();
    getsReserve(slot);
    loaded(slot, "");
  }

  private void getsReserve(RetoldSlot slot) {
    slot.gets(reserve);
    reserve = 0;
  }

  private void loaded(RetoldSlot slot, String why) {
    ObjectNode detail = Json.object().put("number", slot.number).put("artifact", slot.artifact);
    detail.put("strategy", slot.strategy).put("fedFrom", slot.fedFrom).put("share", slot.share);
    if (!why.isEmpty()) {
      detail.put("why", why);
    }
    story.note("SlotLoaded", slot.change, slot.kind, Json.line(detail));
  }

  ObjectNode share(Event.Commanded c) {
    if (!isCandidate(c.change())) {
      return story.answer("refused", "no candidate of change " + c.change() + " is there");
    }
    return give(candidate, c.share());
  }

  private boolean isCandidate(String change) {
    return candidate != null && candidate.change.equals(change);
  }

  private ObjectNode give(RetoldSlot slot, double asked) {
    if (!(asked > 0 && asked <= LARGEST_SHARE)) {
      return story.answer("refused", "a share is above 0 and at most 0.95, was " + asked);
    }
    RetoldSlot owner = stable;
    if (owner == null) {
      return story.answer("refused", "nothing is in service that could give a share");
    }
    double equity = story.equity();
    double oneLot = story.terms.instrument().lot() * story.last;
    double least = Math.max(story.terms.instrument().minNotional(), oneLot) * ROOM / equity;
    double share = Math.max(asked, least);
    double budget = slot.lossBudget * asked * equity;
    boolean bears = budget == 0 || 2 * story.terms.fee() * least * equity < budget;
    if (share > asked && (share > LARGEST_RAISED || !bears)) {
      return story.answer(
          "refused",
          "the venue's least order needs a share of "
              + share
              + ", more than the loss budget bears; it stays shadow");
    }
    long more = Money.of(share * equity) - slot.ledger.equity(story.last);
    owner.gets(-more);
    slot.gets(more);
    owner.share = 1 - share;
    slot.share = share;
    slot.mayLose = Money.of(budget);
    slot.kind = "canary";
    String why = share > asked ? "raised from " + asked + " so that the least order fits" : "";
    ObjectNode detail = Json.object().put("number", slot.number).put("share", share);
    story.note("SlotShared", slot.change, "canary", Json.line(detail.put("why", why)));
    return story.answer("loaded", why);
  }

  ObjectNode promote(Event.Commanded c) {
    RetoldSlot next = candidate;
    if (next == null || !isCandidate(c.change())) {
      return stable != null && stable.change.equals(c.change())
          ? story.answer("promoted", "it is stable already")
          : story.answer("refused", "no candidate of change " + c.change() + " is there");
    }
    RetoldSlot before = stable;
    stable = next;
    candidate = null;
    next.kind = "stable";
    next.mayLose = 0;
    if (before != null) {
      adopt(before, next);
      standsBy = before;
    }
    next.share = 1;
    dissolve();
    getsReserve(next);
    ObjectNode detail = Json.object().put("number", next.number).put("artifact", next.artifact);
    story.note("SlotPromoted", next.change, "stable", Json.line(detail));
    return story.answer("promoted", "");
  }

  /// A position of the same side is taken over at the mark; any other runs off.
  private void adopt(RetoldSlot before, RetoldSlot next) {
    boolean moves = story.desk.inFlight(before) || story.desk.inFlight(next);
    if (moves || !(before.held() * next.held() > 0)) {
      runOff(before, !before.terms.endsByItself());
      return;
    }
    double both = before.held() + next.held();
    before.ledger.exit(story.last, 0);
    next.ledger.exit(story.last, 0);
    next.ledger.enter(both, story.last, 0);
    before.holding.exited(story.bar);
    givesBack(before);
  }

  // ---- who goes ----

  ObjectNode rollback(Event.Commanded c) {
    if (!isCandidate(c.change())) {
      return story.answer(
          "nothing-to-roll-back", "no candidate of change " + c.change() + " is there");
    }
    takeBack("asked", c.reason(), c.close());
    story.tape.remarked("rollback", story.bar);
    return story.answer("rolled-back", c.reason());
  }

  /// Its orders are taken back; what it holds runs off, or is closed.
  void takeBack(String code, String why, boolean close) {
    RetoldSlot slot = candidate;
    if (slot == null) {
      return;
    }
    candidate = null;
    slot.wants = Intent.NONE;
    String was = slot.kind;
    if (was.equals("canary")) {
      story.desk.takeBack(slot);
      runOff(slot, close || !slot.terms.endsByItself());
    }
    if (stable != null) {
      stable.share = 1;
    }
    story.note("SlotRolledBack", slot.change, was, code + ": " + why);
    closeNow();
    dissolve();
  }

  private void runOff(RetoldSlot slot, boolean close) {
    slot.kind = "run-off";
    slot.wants = Intent.NONE;
    slot.mayLose = 0;
    slot.closing |= close && (slot.held() != 0 || story.desk.inFlight(slot));
    runsOff.add(slot);
  }

  /// What has run off gives its money back; and who asked for it is told that all is closed.
  void dissolve() {
    for (RetoldSlot slot : List.copyOf(runsOff)) {
      if (slot.held() == 0 && !story.desk.inFlight(slot)) {
        runsOff.remove(slot);
        givesBack(slot);
      }
    }
    if (closing && story.position == 0 && !story.desk.anyOut()) {
      closing = false;
      story.note("PositionsClosed", "");
    }
  }

  private void givesBack(RetoldSlot slot) {
    long money = slot.ledger.cash();
    slot.gets(-money);
    if (stable == null) {
      reserve += money;
    } else {
      stable.gets(money);
    }
  }

  /// Those that are to be closed leave at the last price.
  private void closeNow() {
    List<RetoldDesk.Part> parts = new ArrayList<>();
    for (RetoldSlot slot : trading()) {
      if (slot.closing && slot.held() != 0 && !story.desk.inFlight(slot)) {
        parts.add(new RetoldDesk.Part(slot, -slot.held(), 0));
      }
    }
    story.desk.send(parts, Order.Kind.CLOSE, story.last);
  }

  void leaveAll() {
    closing = true;
    story.closeHolders();
    closeNow();
    dissolve();
  }

  // ---- decisions ----

  /// A slot decides at a close: what it came to stands in the journal; or who was deciding died.
  void decides(RetoldSlot slot, double close) {
    story.tape.says(new Event.Deciding(slot.number, story.bar));
    for (boolean again = false; story.tape.diedHere(); again = true) {
      if (again || slot == candidate) {
        String why = "the trader died in its decision on bar " + story.bar;
        story.tape.says(new Event.DecisionFaulted(slot.number, story.bar, "died", why));
        failed(slot, "died", why);
        return;
      }
      story.tape.says(new Event.TakenUp(slot.number));
    }
    switch (story.tape.take()) {
      case Event.Decided d when d.slot() == slot.number && d.bar() == story.bar -> {
        slot.decided(d.bar(), d.mask(), d.stopDistance());
        if (slot.hash != d.hash()) {
          throw new Broken("its hash is not that of all the slot decided: " + d);
        }
        if (!story.desk.inFlight(slot)) {
          slot.wants = slot.holding.decide(d.bar(), d.mask(), d.stopDistance(), close);
        }
      }
      case Event.DecisionFaulted f
          when f.slot() == slot.number && f.bar() == story.bar && !f.code().equals("died") ->
          failed(slot, f.code(), f.detail());
      case Event other ->
          throw new Broken("slot " + slot.number + " decides, and it says " + other);
    }
  }

  private void failed(RetoldSlot slot, String code, String detail) {
    story.note("SlotFaulted", slot.change, slot.kind, code + ": " + detail);
    if (slot == candidate) {
      takeBack(code, detail, true);
    } else {
      servingFailed(slot, code);
    }
    story.tape.remarked("fault-to-stable", story.bar);
  }

  private void servingFailed(RetoldSlot slot, String code) {
    RetoldSlot next = standsBy;
    stable = null;
    standsBy = null;
    runOff(slot, !slot.terms.endsByItself());
    if (next == null) {
      String nobody = "nothing decides any more: " + code + "; its protective exits go on";
      story.note("Alert", slot.change, "stable", nobody);
      return;
    }
    RetoldSlot back =
        new RetoldSlot(
            ++numbers,
            "stable",
            next.change,
            next.artifact,
            next.strategy,
            next.terms,
            next.fedFrom,
            0,
            ZoneId.of(story.terms.zone()));
    stable = back;
    dissolve();
    getsReserve(back);
    loaded(back, "took over from " + slot.change);
    story.note("Alert", back.change, "stable", "the version before took over: " + code);
  }

  /// A follower saw a release fail.
  void follower(Event.FollowerFaulted f) {
    String what = f.code() + ": " + f.detail();
    if (candidate != null && isCandidate(f.change())) {
      story.note("SlotFaulted", f.change(), candidate.kind, what);
      takeBack(f.code(), f.detail(), true);
    } else if (stable != null && stable.change.equals(f.change())) {
      story.note("SlotFaulted", f.change(), "stable", what);
      story.note("Alert", f.change(), "stable", what);
    }
  }
}
