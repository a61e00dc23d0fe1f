package sorte.trading.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import sorte.trading.door.Json;
import sorte.trading.journal.Cursor;
import sorte.trading.journal.Event;
import sorte.trading.slot.Decider;

/// Every decision in a journal must be the one that an instance of that release comes to which saw
/// the market itself, from the bar on from which the slot's was fed: whatever was restarted, handed
/// over or fed again in between.
final class Verdicts {

  /// An instance, and how far it has seen.
  private static final class Witness {
    final Decider decider;
    final String artifact;
    long next;
    long looked;
    String fault = "";
    long hash;

    Witness(Decider decider, String artifact, long from) {
      this.decider = decider;
      this.artifact = artifact;
      this.next = from;
      this.looked = from;
    }
  }

  private final Releases releases;
  private final Market market;
  private final Map<Long, Witness> witnesses = new HashMap<>();

  Verdicts(Releases releases, Market market) {
    this.releases = releases;
    this.market = market;
  }

  /// How many decisions were found to be right.
  int check(Cursor journal) throws IOException {
    int right = 0;
    for (Optional<Event> e = journal.next(); e.isPresent(); e = journal.next()) {
      switch (e.get()) {
        case Event.Noted n when n.type().equals("SlotLoaded") -> loaded(Json.read(n.detail()));
        case Event.Decided d -> {
          decided(d);
          right++;
        }
        case Event.DecisionFaulted f -> faulted(f);
        default -> {} // nothing of a decision
      }
    }
    return right;
  }

  private void loaded(JsonNode slot) {
    try {
      String artifact = slot.path("artifact").asText();
      Decider fresh = releases.fresh(artifact);
      long from = slot.path("fedFrom").asLong();
      witnesses.put(slot.path("number").asLong(), new Witness(fresh, artifact, from));
    } catch (Decider.DoesNotStart e) {
      throw new Broken("a release that does not start was loaded: " + e, e);
    }
  }

  private void decided(Event.Decided d) {
    Witness witness = witness(d.slot());
    String fault = fault(witness, d.bar());
    if (!fault.isEmpty()) {
      throw new Broken("it comes to %s there, and is said to have decided: %s".formatted(fault, d));
    }
    int mask = sees(witness, d.bar());
    double distance = witness.decider.stopDistance();
    boolean same = Double.doubleToLongBits(distance) == Double.doubleToLongBits(d.stopDistance());
    if (mask != d.mask() || !same) {
      throw new Broken(
          "%s, and an instance that saw the market from its first bar on says %d, %s"
              .formatted(d, mask, distance));
    }
    witness.hash = Decider.hash(witness.hash, d.bar(), mask, distance);
    if (witness.hash != d.hash()) {
      throw new Broken("its hash is not that of all the slot decided: " + d);
    }
  }

  private void faulted(Event.DecisionFaulted f) {
    Witness witness = witness(f.slot());
    String fault = fault(witness, f.bar());
    if (!f.code().equals("died") && !f.code().equals(fault)) {
      throw new Broken("it comes to '%s' there, and is said to fault: %s".formatted(fault, f));
    }
    if (!f.code().equals("died")
        && !Tempers.words(witness.artifact, market, (int) witness.looked, f.detail())) {
      throw new Broken("it comes to '%s' there otherwise than is said: %s".formatted(fault, f));
    }
  }

  private Witness witness(long slot) {
    Witness witness = witnesses.get(slot);
    if (witness == null) {
      throw new Broken("slot " + slot + " decides, and was never loaded");
    }
    return witness;
  }

  /// The first fault to which it comes by the way it is written, up to this bar.
  private String fault(Witness witness, long bar) {
    while (witness.looked < bar && witness.fault.isEmpty()) {
      witness.fault = Tempers.fault(witness.artifact, market, (int) ++witness.looked);
    }
    return witness.fault;
  }

  private int sees(Witness witness, long bar) {
    int mask = -1;
    for (; witness.next <= bar; witness.next++) {
      Event.BarClosed b = market.at((int) witness.next);
      mask = witness.decider.decide(b.time(), b.open(), b.high(), b.low(), b.close(), b.volume());
    }
    return mask;
  }
}
