package sorte.trading.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sorte.trading.door.Json;
import sorte.trading.journal.Event;
import sorte.trading.risk.Limits;
import sorte.trading.slot.Slot;

/// What an answer to a command says, held against what is so when it is given.
final class Promises {
  private static final double CENTS = 1e-6;

  private static final Set<String> DISSOLVE = Set.of("load", "promote", "rollback", "close");

  private final World world;
  private final Map<Slot, Double> held = new HashMap<>();
  private final Set<Slot> wereClosing = new HashSet<>();
  private final Map<String, Double> budgets = new HashMap<>();
  private @Nullable Slot candidate;
  private String stable = "";
  private @Nullable Slot served;
  private int sentBefore;
  private int closedBefore;
  private int starts = -1;
  private String id = "";
  private boolean flattens;
  private boolean newlyFlattens;
  private long asked;
  private double equity;

  Promises(World world) {
    this.world = world;
  }

  void before(Event.Commanded command) {
    Engine engine = world.engine();
    id = command.commandId();
    if (command.verb().equals("load")) {
      budgets.put(command.change(), command.lossBudget());
    }
    starts = world.starts();
    sentBefore = world.records().sentForSlots();
    closedBefore = world.records().closed();
    asked = world.venue().comparisons().askedSoFar();
    equity = world.venue().known().equity(engine.last());
    candidate = engine.candidate().orElse(null);
    served = engine.stable().orElse(null);
    stable = engine.stable().map(Slot::change).orElse("");
    held.clear();
    wereClosing.clear();
    for (Slot slot : engine.trading()) {
      if (slot.closing() || slot.inFlight()) { // its own exit may be out, and taken back
        wereClosing.add(slot);
      }
      if (!slot.inFlight()) {
        held.put(slot, slot.ledger().quantity());
      }
    }
  }

  void done(Event.Commanded command, JsonNode answer) {
    String outcome = answer.path("outcome").asText();
    world.read();
    settled(command);
    boolean switches =
        command.verb().equals("promote")
            || (command.verb().equals("load") && command.slot().equals("stable"));
    if (switches && !outcome.equals("refused")) {
      world.duties().standsBy(false); // unless it is known to
    }
    if (starts != world.starts() || !id.equals(command.commandId())) {
      return; // what was before it is not known any more
    }
    Event.BarClosed b = world.market.at((int) world.engine().bar());
    if (answer.path("bar").asLong() != b.number() || answer.path("at").asLong() != b.time()) {
      throw new Broken("at " + b + " it was answered " + answer);
    }
    switch (command.verb()) {
      case "load" -> loaded(command, outcome, answer.path("reason").asText());
      case "share" -> shared(command, outcome);
      case "promote" -> promoted(command, outcome);
      case "rollback" -> rolledBack(command, outcome);
      case "resume" -> resumed(outcome);
      case "halt", "halt-because" -> {
        if (newlyFlattens) {
          held.keySet().forEach(this::leaves);
          world.duties().closing(closedBefore);
          world.duties().allClosed();
        }
      }
      case "close" -> {
        held.keySet().forEach(this::leaves);
        world.duties().closing(closedBefore);
        world.duties().allClosed();
      }
      default -> {} // held against what is so by whoever asked
    }
    if (DISSOLVE.contains(command.verb())) {
      world.duties().dissolved();
    }
  }

  /// What holds from an answer on until it is asked otherwise.
  private void settled(Event.Commanded command) {
    newlyFlattens = halts(command) && flattens && !world.duties().flattening();
    switch (command.verb()) {
      case "halt-positions" -> flattens = Json.read(command.release()).path("flatten").asBoolean();
      case "limits" ->
          world.limits(Json.MAPPER.convertValue(Json.read(command.release()), Limits.class));
      case "halt", "halt-because" -> {
        if (newlyFlattens) {
          world.duties().flattensSince((int) world.engine().bar());
        }
      }
      case "resume" -> world.duties().flattensSince(-1);
      default -> {}
    }
    if (world.engine().flattens() != flattens || !world.engine().limits().equals(world.limits())) {
      throw new Broken("a setting is not what was asked for: " + world.engine().limits());
    }
  }

  /// While the venue holds other than the books nobody resumes; once it holds the same, anybody
  /// may.
  private void resumed(String outcome) {
    long bar = world.engine().bar();
    boolean nothingOut = world.engine().oldestOrderOut() < 0;
    if (world.venue().comparisons().askedSoFar() == asked) {
      throw new Broken("somebody resumes, and it is not asked first what the venue holds");
    }
    if (world.venue().lies() && nothingOut && outcome.equals("resumed")) {
      throw new Broken("the venue holds other than the books, and it is resumed");
    }
    boolean fits =
        world.weather.calm(bar, CALM_BARS)
            && nothingOut
            && world.venue().comparisons().fits()
            && world.venue().nothingUnheard()
            && !world.records().gaveUpStop();
    if (fits && !outcome.equals("resumed")) {
      throw new Broken("all is well, and it is not resumed: " + outcome);
    }
  }

  private static final int CALM_BARS = 14;

  private void loaded(Event.Commanded command, String outcome, String reason) {
    boolean fits = command.slot().equals("stable") || (candidate == null && !stable.isEmpty());
    boolean mayBe = fits && !Json.read(command.release()).has("refused");
    if (!outcome.equals("loaded")) {
      if (mayBe && !(command.slot().equals("canary") && tooSmall(command))) {
        throw new Broken("it could be loaded, and is " + outcome + ": " + reason);
      }
      return;
    }
    if (!mayBe) {
      throw new Broken("it could not be loaded, and is: " + command);
    }
    if (command.slot().equals("stable")) {
      goesOnByItself(served);
      serves(command.change());
      world.duties().standsBy(!stable.isEmpty());
    } else {
      Slot slot = world.engine().candidate().orElseThrow(() -> new Broken("no candidate"));
      boolean canary = slot.kind() == Slot.Kind.CANARY;
      if (!slot.change().equals(command.change()) || canary != command.slot().equals("canary")) {
        throw new Broken("asked for " + command + ", and the candidate is " + slot.change());
      }
      if (canary) {
        hasShare(slot, command);
      }
      if (canary && tooSmall(command)) {
        throw new Broken("its loss budget does not bear the least order: " + command);
      }
    }
  }

  /// Whether the venue's least order needs a larger share than was asked for, and more than the
  /// loss budget bears.
  private boolean tooSmall(Event.Commanded command) {
    double least = leastWorth();
    double budget = command.lossBudget() * command.share() * equity;
    boolean raised = least > command.share() * equity;
    return raised
        && (least > 0.5 * equity || (budget > 0 && 2 * world.terms.fee() * least >= budget));
  }

  private double leastWorth() {
    return Rollouts.ROOM
        * Math.max(
            world.terms.instrument().minNotional(),
            world.terms.instrument().lot() * world.engine().last());
  }

  private void serves(String change) {
    Slot serving = world.engine().stable().orElseThrow(() -> new Broken("nothing serves"));
    boolean right =
        serving.change().equals(change)
            && serving.kind() == Slot.Kind.STABLE
            && serving.share() == 1
            && serving.mayLose() == 0;
    if (!right) {
      throw new Broken(change + " should serve, and " + serving.change() + " does");
    }
  }

  private void shared(Event.Commanded command, String outcome) {
    if (outcome.equals("loaded")) {
      hasShare(world.engine().candidate().orElseThrow(() -> new Broken("no candidate")), command);
    }
  }

  /// It has the part of the account that was asked for, and may lose the part of it that was said.
  private void hasShare(Slot slot, Event.Commanded command) {
    double price = world.engine().last();
    double share = Math.max(command.share(), leastWorth() / equity);
    double worth = Books.worth(slot, price);
    double mayLose = budgets.getOrDefault(slot.change(), 0.0) * command.share() * equity;
    Slot serving = world.engine().stable().orElseThrow(() -> new Broken("nothing serves"));
    boolean first = slot != candidate && slot.ledger().quantity() == 0;
    boolean right =
        slot.kind() == Slot.Kind.CANARY
            && (!first || slot.allocated() == slot.ledger().cash())
            && Math.abs(worth - share * equity) < CENTS
            && Math.abs(slot.share() - share) < CENTS
            && Math.abs(serving.share() - (1 - share)) < CENTS
            && Math.abs(slot.mayLose() / 1e8 - mayLose) < CENTS;
    if (!right) {
      throw new Broken(
          "share %s of %s, may lose %s; it has %s, %s and may lose %s"
              .formatted(share, equity, mayLose, slot.share(), worth, slot.mayLose()));
    }
  }

  private void promoted(Event.Commanded command, String outcome) {
    boolean there = candidate != null && candidate.change().equals(command.change());
    boolean should = there || (!stable.isEmpty() && stable.equals(command.change()));
    if (outcome.equals("promoted") != should) {
      throw new Broken("asked to promote " + command.change() + ": " + outcome);
    }
    if (there) {
      adopted();
      goesOnByItself(served);
      serves(command.change());
      world.duties().standsBy(!stable.isEmpty());
      if (world.engine().candidate().isPresent()) {
        throw new Broken("promoted, and it is a candidate still");
      }
    }
  }

  /// Who is promoted takes over a position of its own side, and no other.
  private void adopted() {
    Slot next = candidate;
    Slot before = served;
    if (next == null || before == null || !held.containsKey(next) || !held.containsKey(before)) {
      return; // an order of one of them is out, or it held nothing of its own
    }
    double own = held.get(next);
    double theirs = held.get(before);
    double now = theirs * own > 0 ? theirs + own : own;
    double left = theirs * own > 0 ? 0 : theirs;
    if (Math.abs(next.ledger().quantity() - now) > CENTS
        || Math.abs(before.ledger().quantity() - left) > CENTS) {
      throw new Broken(
          "promoted with %s where %s was held: now %s and %s"
              .formatted(own, theirs, next.ledger().quantity(), before.ledger().quantity()));
    }
  }

  private void rolledBack(Event.Commanded command, String outcome) {
    Slot was = candidate;
    boolean there = was != null && was.change().equals(command.change());
    if (outcome.equals("rolled-back") != there) {
      throw new Broken("asked to roll back " + command.change() + ": " + outcome);
    }
    if (was != null && there && (command.close() || !was.terms().endsByItself())) {
      leaves(was);
    } else if (there) {
      goesOnByItself(was);
    }
  }

  /// Who is replaced and declared how it ends is not closed: its stops and targets go on.
  private void goesOnByItself(@Nullable Slot slot) {
    if (slot != null
        && slot.kind() == Slot.Kind.RUN_OFF
        && slot.terms().endsByItself()
        && slot.closing()
        && !wereClosing.contains(slot)) {
      throw new Broken("it ends by itself, and is closed: slot " + slot.number());
    }
  }

  /// What is to be closed is closed at once, or was tried.
  private void leaves(Slot slot) {
    double had = held.getOrDefault(slot, 0.0);
    boolean tried = world.records().sentForSlots() > sentBefore || world.deniedNow();
    if (had != 0 && slot.ledger().quantity() == had && !slot.inFlight() && !tried) {
      throw new Broken("to be closed at once, and slot " + slot.number() + " holds " + had);
    }
  }

  private static boolean halts(Event.Commanded command) {
    return command.verb().equals("halt") || command.verb().equals("halt-because");
  }
}
