package sorte.trading.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sorte.trading.door.Json;
import sorte.trading.journal.Event;
import sorte.trading.market.Instrument;
import sorte.trading.money.HoldingTerms;
import sorte.trading.money.Money;
import sorte.trading.money.SubLedger;
import sorte.trading.slot.BarHistory;
import sorte.trading.slot.Preparation;
import sorte.trading.slot.Prepared;
import sorte.trading.slot.Slot;

/// What the commands of a rollout do: load a release, give it a share, promote it, roll it back.
final class Rollouts {

  /// The largest share of a canary. The whole is a promotion.
  static final double LARGEST_SHARE = 0.95;

  /// The largest share to which a step is raised so that the venue's least order fits in.
  static final double LARGEST_RAISED_SHARE = 0.5;

  /// Room over the venue's least order, so that the next price still fits.
  static final double ROOM = 1.1;

  private final Floor floor;
  private final Roster roster;
  private final BarHistory bars;
  private final Map<Long, Long> attested = new HashMap<>();
  private @Nullable Prepared offered;

  Rollouts(Floor floor, Roster roster, BarHistory bars) {
    this.floor = floor;
    this.roster = roster;
    this.bars = bars;
  }

  /// The instance that was prepared for the command that comes next; null for none.
  void offer(@Nullable Prepared prepared) {
    offered = prepared;
  }

  ObjectNode load(Event.Commanded c) {
    JsonNode release = Json.read(c.release());
    if (release.has("refused")) {
      return floor.outcome("refused", release.path("refused").asText());
    }
    boolean asStable = c.slot().equals("stable");
    Optional<Slot> running = asStable ? roster.stable() : roster.candidate();
    if (running.filter(r -> isThatOf(r, c)).isPresent()) {
      return floor.outcome("loaded", "it is there already");
    }
    if (!asStable && roster.stable().isEmpty()) {
      return floor.outcome("refused", "nothing is in service that it could be compared with");
    }
    if (!asStable && running.isPresent()) {
      return floor.outcome("refused", "a candidate is there: " + running.get().change());
    }
    Optional<ObjectNode> older = older(release);
    if (older.isPresent()) {
      return older.get();
    }
    Slot slot = slot(c, release, asStable);
    attested.put(slot.number(), release.path("attested").asLong(-1));
    if (asStable) {
      roster.serve(slot);
      return floor.outcome("loaded", "");
    }
    roster.propose(slot);
    roster.loaded(slot, "");
    if (!c.slot().equals("canary")) {
      return floor.outcome("loaded", "");
    }
    ObjectNode given = giveShare(slot, c.share());
    if (slot.kind() == Slot.Kind.SHADOW) {
      slot.decider(null); // it got no share: nothing here shows it the bars any more
    }
    return given;
  }

  /// What the guardian said before it said yes to what is in service does not take its place,
  /// unless that is what is asked for. Journals of before ADR 0088 do not tell.
  private Optional<ObjectNode> older(JsonNode release) {
    long mine = release.path("attested").asLong(-1);
    long theirs =
        roster.stable().map(slot -> attested.getOrDefault(slot.number(), -1L)).orElse(-1L);
    return mine < 0 || mine >= theirs || release.path("rollback").asBoolean()
        ? Optional.empty()
        : Optional.of(
            floor.outcome(
                "refused",
                "older-than-in-service: it was attested in entry %d of the guardian's log, what is in service in entry %d; judge it again"
                    .formatted(mine, theirs)));
  }

  private static boolean isThatOf(Slot slot, Event.Commanded c) {
    return slot.artifact().equals(c.artifact()) && slot.change().equals(c.change());
  }

  private Slot slot(Event.Commanded c, JsonNode release, boolean asStable) {
    Slot slot =
        roster.fresh(
            asStable ? Slot.Kind.STABLE : Slot.Kind.SHADOW,
            c.change(),
            c.artifact(),
            release.path("strategy").asText(),
            Json.MAPPER.convertValue(release.path("terms"), HoldingTerms.class),
            release.path("fedFrom").asLong(),
            c.lossBudget());
    if (asStable || c.slot().equals("canary")) {
      adoptOffered(slot); // a shadow has no instance here: the follower runs it
    }
    return slot;
  }

  /// The instance that was prepared on the asking thread, if there is one, shown what came since.
  private void adoptOffered(Slot slot) {
    Prepared prepared = offered;
    if (prepared != null && prepared.fedFrom() == slot.fedFrom()) {
      Preparation.catchUp(prepared, bars, floor.bar() + 1);
      slot.decider(prepared.decider().code().isEmpty() ? prepared.decider() : null);
    }
  }

  ObjectNode share(Event.Commanded c) {
    Optional<Slot> candidate = roster.candidateOf(c.change());
    if (candidate.isEmpty()) {
      return floor.outcome("refused", "no candidate of change " + c.change() + " is there");
    }
    JsonNode release = Json.read(c.release());
    if (release.has("refused")) {
      return floor.outcome("refused", release.path("refused").asText());
    }
    return giveShare(candidate.get(), c.share());
  }

  private ObjectNode giveShare(Slot slot, double asked) {
    if (!(asked > 0 && asked <= LARGEST_SHARE)) {
      return floor.outcome(
          "refused", "a share is above 0 and at most " + LARGEST_SHARE + ", was " + asked);
    }
    Slot owner = roster.stable().orElse(null);
    if (owner == null) {
      return floor.outcome("refused", "nothing is in service that could give a share");
    }
    double equity = floor.equity();
    double least = leastShare(equity);
    double share = Math.max(asked, least);
    double budget = slot.lossBudget() * asked * equity;
    double cheapest = 2 * floor.costs().fee() * least * equity;
    if (share > asked && (share > LARGEST_RAISED_SHARE || (budget > 0 && cheapest >= budget))) {
      return floor.outcome(
          "refused",
          "the venue's least order needs a share of %s, more than the loss budget bears; it stays shadow"
              .formatted(share));
    }
    if (slot.kind() == Slot.Kind.SHADOW && slot.decider() == null) {
      adoptOffered(slot);
    }
    long target = Money.of(share * equity);
    long move = Money.minus(target, slot.ledger().equity(floor.now().last()));
    owner.allocate(-move);
    slot.allocate(move);
    slot.share(share);
    owner.share(1 - share);
    slot.mayLose(Money.of(budget));
    if (slot.kind() == Slot.Kind.SHADOW) {
      slot.become(Slot.Kind.CANARY);
    }
    String raised = share > asked ? "raised from " + asked + " so that the least order fits" : "";
    floor.note(
        "SlotShared",
        slot.change(),
        "canary",
        Json.line(
            Json.object().put("number", slot.number()).put("share", share).put("why", raised)));
    return floor.outcome("loaded", raised);
  }

  private double leastShare(double equity) {
    Instrument instrument = floor.terms().instrument();
    double least = Math.max(instrument.minNotional(), instrument.lot() * floor.now().last());
    return least * ROOM / equity;
  }

  ObjectNode promote(Event.Commanded c) {
    Slot next = roster.candidateOf(c.change()).orElse(null);
    if (next == null) {
      return roster.stableIsOf(c.change())
          ? floor.outcome("promoted", "it is stable already")
          : floor.outcome("refused", "no candidate of change " + c.change() + " is there");
    }
    JsonNode release = Json.read(c.release());
    if (release.has("refused")) {
      return floor.outcome("refused", release.path("refused").asText());
    }
    if (next.decider() == null) {
      adoptOffered(next);
    }
    Optional<Slot> before = roster.promoteCandidate();
    next.become(Slot.Kind.STABLE);
    next.mayLose(0);
    if (before.isPresent()) {
      handOver(before.get(), next);
      roster.standBy(before.get());
    }
    next.share(1);
    roster.dissolve();
    roster.takeReserve(next);
    floor.note(
        "SlotPromoted",
        next.change(),
        "stable",
        Json.line(Json.object().put("number", next.number()).put("artifact", next.artifact())));
    floor.tape().force();
    return floor.outcome("promoted", "");
  }

  /// A position of the same side is taken over at the mark, without an order; any other runs off.
  private void handOver(Slot before, Slot next) {
    double theirs = before.ledger().quantity();
    double own = next.ledger().quantity();
    boolean sameSide = theirs != 0 && Math.signum(theirs) == Math.signum(own);
    if (!sameSide || before.inFlight() || next.inFlight()) {
      roster.toRunOff(before, !before.terms().endsByItself());
      return;
    }
    double last = floor.now().last();
    Account account = floor.account();
    SubLedger from = before.ledger();
    SubLedger to = next.ledger();
    account.withHouse(from, last, () -> from.exit(last, 0));
    account.withHouse(to, last, () -> to.exit(last, 0));
    account.withHouse(to, last, () -> to.enter(theirs + own, last, 0));
    before.holding().exited(floor.bar());
    roster.release(before);
  }

  ObjectNode rollback(Event.Commanded c) {
    if (roster.candidateOf(c.change()).isEmpty()) {
      return floor.outcome(
          "nothing-to-roll-back", "no candidate of change " + c.change() + " is there");
    }
    long started = System.nanoTime();
    roster.takeBack("asked", c.reason(), c.close());
    floor.measured("rollback", started);
    return floor.outcome("rolled-back", c.reason());
  }
}
