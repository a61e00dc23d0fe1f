package sorte.trading.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sorte.trading.door.Json;
import sorte.trading.money.HoldingTerms;
import sorte.trading.money.Intent;
import sorte.trading.slot.Slot;
import sorte.trading.venue.Order;

/// The slots: the stable version, a candidate, the version before that stands by, and what runs
/// off; and how one leaves its place.
final class Roster implements CatastropheStop.Holders {
  private final Floor floor;
  private final Desk desk;
  private final List<Slot> runOff = new ArrayList<>();
  private List<Slot> alone = List.of();
  private @Nullable Slot stable;
  private @Nullable Slot candidate;
  private @Nullable Slot standby;
  private long candidateFrom = -1;
  private long nextNumber = 1;
  private boolean closingAll;

  Roster(Floor floor, Desk desk) {
    this.floor = floor;
    this.desk = desk;
  }

  Optional<Slot> stable() {
    return Optional.ofNullable(stable);
  }

  Optional<Slot> candidate() {
    return Optional.ofNullable(candidate);
  }

  /// The version before the stable one, which goes on being fed, so that it can take over within an
  /// event.
  Optional<Slot> standby() {
    return Optional.ofNullable(standby);
  }

  /// The candidate where it has money of its own.
  Optional<Slot> canary() {
    return candidate().filter(slot -> slot.kind() == Slot.Kind.CANARY);
  }

  boolean isCandidate(Slot slot) {
    return slot == candidate;
  }

  /// The candidate, if it is the one of this change.
  Optional<Slot> candidateOf(String change) {
    return candidate().filter(slot -> slot.change().equals(change));
  }

  boolean stableIsOf(String change) {
    return stable != null && stable.change().equals(change);
  }

  /// The bar at which the candidate was loaded; -1 without one.
  long candidateFrom() {
    return candidateFrom;
  }

  List<Slot> runningOff() {
    return List.copyOf(runOff);
  }

  @Override
  public double last() {
    return floor.now().last();
  }

  @Override
  public List<Slot> trading() {
    Slot canary = candidate != null && candidate.kind() == Slot.Kind.CANARY ? candidate : null;
    if (runOff.isEmpty() && canary == null) {
      return onlyStable();
    }
    List<Slot> slots = new ArrayList<>(runOff.size() + 2);
    slots.addAll(runOff);
    if (stable != null) {
      slots.add(stable);
    }
    if (canary != null) {
      slots.add(canary);
    }
    return slots;
  }

  /// The usual case, asked for several times a bar.
  private List<Slot> onlyStable() {
    if (stable == null) {
      return List.of();
    }
    if (alone.isEmpty() || alone.getFirst() != stable) {
      alone = List.of(stable);
    }
    return alone;
  }

  /// All whose money is theirs: those that trade, and a candidate that does not yet.
  List<Slot> withMoney() {
    List<Slot> slots = trading();
    if (candidate == null || slots.contains(candidate)) {
      return slots;
    }
    List<Slot> all = new ArrayList<>(slots);
    all.add(candidate);
    return all;
  }

  // ---- who comes ----

  /// A slot that is in no place yet.
  Slot fresh(
      Slot.Kind kind,
      String change,
      String artifact,
      String strategy,
      HoldingTerms terms,
      long fedFrom,
      double lossBudget) {
    double share = kind == Slot.Kind.STABLE ? 1 : 0;
    return new Slot(
        nextNumber++,
        kind,
        change,
        artifact,
        strategy,
        terms,
        fedFrom,
        share,
        lossBudget,
        floor.zone());
  }

  void propose(Slot slot) {
    candidate = slot;
    candidateFrom = floor.bar();
  }

  /// Puts a slot in service in place of what is there, which runs off and stands by.
  void serve(Slot slot) {
    Slot before = stable;
    stable = slot;
    if (before != null) {
      toRunOff(before, !before.terms().endsByItself());
      standby = before;
    }
    dissolve();
    takeReserve(slot);
    loaded(slot, "");
  }

  /// The candidate becomes the stable version; gives the one before.
  Optional<Slot> promoteCandidate() {
    Slot before = stable;
    stable = candidate;
    candidate = null;
    candidateFrom = -1;
    return Optional.ofNullable(before);
  }

  void standBy(Slot before) {
    standby = before;
  }

  /// Money of no slot becomes this one's.
  void takeReserve(Slot slot) {
    long reserve = floor.account().reserve();
    floor.account().toReserve(-reserve);
    slot.allocate(reserve);
  }

  void loaded(Slot slot, String why) {
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
    floor.note("SlotLoaded", slot.change(), slot.kind().word(), Json.line(detail));
    floor.tape().force();
  }

  // ---- who goes ----

  /// Rule 9: the candidate's orders are taken back, its position runs off, or is closed.
  void takeBack(String code, String why, boolean close) {
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
      desk.cancel(Optional.of(slot), floor.bar());
      toRunOff(slot, close || !slot.terms().endsByItself());
    }
    if (stable != null) {
      stable.share(1);
    }
    floor.note("SlotRolledBack", slot.change(), was, code + ": " + why);
    floor.tape().force();
    closeNow();
    dissolve();
  }

  /// The stable version decides no more: it runs off, and the one that stands by takes over. Gives
  /// that one.
  Optional<Slot> dismissStable(Slot failed) {
    stable = null;
    toRunOff(failed, !failed.terms().endsByItself());
    Slot next = standby;
    standby = null;
    return Optional.ofNullable(next);
  }

  /// The version before is the stable one again.
  void takeOver(Slot back, String from) {
    stable = back;
    dissolve();
    takeReserve(back);
    loaded(back, "took over from " + from);
  }

  void toRunOff(Slot slot, boolean close) {
    slot.become(Slot.Kind.RUN_OFF);
    slot.want(Intent.NONE);
    slot.mayLose(0);
    if (close && (slot.ledger().quantity() != 0 || slot.inFlight())) {
      slot.close();
    }
    runOff.add(slot);
  }

  /// What has run off gives its money back.
  void dissolve() {
    for (Slot slot : List.copyOf(runOff)) {
      if (slot.ledger().quantity() == 0 && !slot.inFlight()) {
        runOff.remove(slot);
        release(slot);
      }
    }
    if (closingAll && floor.account().position() == 0 && !desk.ordersOut()) {
      closingAll = false;
      floor.note("PositionsClosed", "", "", "");
    }
  }

  /// Its money becomes the stable version's.
  void release(Slot slot) {
    long left = slot.ledger().cash();
    slot.allocate(-left);
    Slot owner = stable;
    if (owner != null && owner != slot) {
      owner.allocate(left);
    } else {
      floor.account().toReserve(left);
    }
  }

  /// Those that are to be closed whatever else, at the last price.
  private void closeNow() {
    List<Part> parts = new ArrayList<>();
    for (Slot slot : trading()) {
      if (slot.closing() && !slot.inFlight() && slot.ledger().quantity() != 0) {
        parts.add(new Part(slot, -slot.ledger().quantity(), 0));
      }
    }
    desk.send(parts, Order.Kind.CLOSE, floor.now().last(), floor.bar());
  }

  /// All leave what they hold.
  void leaveAll() {
    closingAll = true;
    closeHolders();
    closeNow();
    dissolve();
  }

  /// Whoever holds something leaves it with the next order.
  void closeHolders() {
    trading().stream().filter(s -> s.ledger().quantity() != 0).forEach(Slot::close);
  }

  void wantNothing() {
    trading().forEach(slot -> slot.want(Intent.NONE));
  }
}
