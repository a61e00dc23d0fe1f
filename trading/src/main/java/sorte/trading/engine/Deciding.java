package sorte.trading.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sorte.strategy.run.Signals;
import sorte.trading.journal.Event;
import sorte.trading.slot.Decider;
import sorte.trading.slot.Preparation;
import sorte.trading.slot.Prepared;
import sorte.trading.slot.Slot;

/// The slots' decisions at a close, each written before and after it is made; and what becomes of a
/// slot that fails in one.
final class Deciding {
  private final Floor floor;
  private final Roster roster;
  private final Feeding feeding;
  private final boolean recheck;

  /// @param recheck whether decisions that are written are made again and compared
  Deciding(Floor floor, Roster roster, Feeding feeding, boolean recheck) {
    this.floor = floor;
    this.roster = roster;
    this.feeding = feeding;
    this.recheck = recheck;
  }

  void decideAll(Event.BarClosed b) {
    for (Slot slot : roster.runningOff()) {
      slot.want(slot.holding().decide(b.number(), Signals.NONE, Double.NaN, b.close()));
    }
    Slot decided = null;
    Slot stable = roster.stable().orElse(null);
    while (stable != null && stable != decided) { // again when the version before took over
      decided = stable;
      decide(decided, b);
      stable = roster.stable().orElse(null);
    }
    Optional<Slot> canary = roster.canary();
    if (canary.isPresent()) {
      decide(canary.get(), b);
    }
    Decider spare = roster.standby().map(Slot::decider).orElse(null);
    if (spare != null) {
      spare.decide(b.time(), b.open(), b.high(), b.low(), b.close(), b.volume());
    }
  }

  private void decide(Slot slot, Event.BarClosed b) {
    Tape tape = floor.tape();
    boolean written = !tape.live();
    tape.write(new Event.Deciding(slot.number(), b.number()));
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
      if (roster.isCandidate(slot) || deaths > 0) {
        fault(slot, "died", "the trader died in its decision on bar " + b.number());
        return;
      }
      tape.write(new Event.TakenUp(slot.number()));
    }
    decideNow(slot, b);
  }

  private void decidedBefore(Slot slot, Event.BarClosed b) {
    switch (floor.tape().peek().orElse(null)) {
      case Event.DecisionFaulted f -> faulted(slot, f);
      case Event.Decided d -> {
        if (recheck) {
          decideNow(slot, b);
          return;
        }
        decided(slot, d.mask(), d.stopDistance(), b);
      }
      case null, default -> throw new ReplayDiffers(-1, floor.tape().peek(), "a decision");
    }
  }

  private void decideNow(Slot slot, Event.BarClosed b) {
    Decider decider = slot.decider();
    if (decider == null) {
      switch (feeding.prepare(slot.artifact(), slot.fedFrom(), b.number())) {
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
    decided(slot, mask, decider.stopDistance(), b);
  }

  private void decided(Slot slot, int mask, double stopDistance, Event.BarClosed b) {
    long hash = Decider.hash(slot.hash(), b.number(), mask, stopDistance);
    floor.tape().write(new Event.Decided(slot.number(), b.number(), mask, stopDistance, hash));
    slot.decided(b.number(), hash);
    if (slot.inFlight()) {
      slot.holding().follow(stopDistance, b.close());
    } else {
      slot.want(slot.holding().decide(b.number(), mask, stopDistance, b.close()));
    }
  }

  // ---- a decision that failed ----

  private void fault(Slot slot, String code, String detail) {
    Event.DecisionFaulted f = new Event.DecisionFaulted(slot.number(), floor.bar(), code, detail);
    if (floor.tape().live()) {
      floor.tape().write(f);
      failed(slot, f);
    } else {
      faulted(slot, f);
    }
  }

  private void faulted(Slot slot, Event.DecisionFaulted expected) {
    floor.tape().write(expected);
    failed(slot, expected);
  }

  private void failed(Slot slot, Event.DecisionFaulted f) {
    slot.decider(null);
    long started = System.nanoTime();
    String what = f.code() + ": " + f.detail();
    floor.note("SlotFaulted", slot.change(), slot.kind().word(), what);
    if (roster.isCandidate(slot)) {
      roster.takeBack(f.code(), f.detail(), true);
    } else {
      stableFailed(slot, f);
    }
    floor.measured("fault-to-stable", started);
  }

  private void stableFailed(Slot slot, Event.DecisionFaulted f) {
    @Nullable Slot next = roster.dismissStable(slot).orElse(null);
    if (next == null) {
      floor.alert(
          slot.change(),
          "stable",
          "nothing decides any more: " + f.code() + "; its protective exits go on");
      return;
    }
    Slot back =
        roster.fresh(
            Slot.Kind.STABLE,
            next.change(),
            next.artifact(),
            next.strategy(),
            next.terms(),
            next.fedFrom(),
            0);
    back.decider(next.decider());
    roster.takeOver(back, slot.change());
    floor.alert(back.change(), "stable", "the version before took over: " + f.code());
  }

  /// A follower that runs a release beside the engine has seen it fail.
  void followerFaulted(Event.FollowerFaulted f) {
    String what = f.code() + ": " + f.detail();
    Optional<Slot> proposed = roster.candidateOf(f.change());
    if (proposed.isPresent()) {
      floor.note("SlotFaulted", f.change(), proposed.get().kind().word(), what);
      roster.takeBack(f.code(), f.detail(), true);
    } else if (roster.stableIsOf(f.change())) {
      floor.note("SlotFaulted", f.change(), "stable", what);
      floor.alert(f.change(), "stable", what);
    }
  }

  // ---- instances ----

  /// Builds what the next bar will need, so that it does not wait for it.
  void ready() {
    for (Slot slot : roster.trading()) {
      if (slot.decider() == null && slot.kind() != Slot.Kind.RUN_OFF) {
        instance(slot);
      }
    }
    roster.standby().filter(slot -> slot.decider() == null).ifPresent(this::instance);
  }

  private void instance(Slot slot) {
    if (feeding.prepare(slot.artifact(), slot.fedFrom(), floor.bar() + 1)
        instanceof Preparation.Outcome.Ready(Prepared prepared)) {
      slot.decider(prepared.decider());
    }
  }
}
