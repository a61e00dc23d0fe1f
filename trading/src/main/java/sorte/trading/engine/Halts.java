package sorte.trading.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import sorte.trading.risk.Standing;

/// What keeps orders from leaving: pause and halt, a full disk, old news, an unprotected position,
/// and a difference between the venue and the books.
final class Halts {
  private static final int RECONCILED_FROM = 3;

  private final Floor floor;
  private final Desk desk;
  private final Roster roster;
  private final CatastropheStop stop;
  private final Reconciliation reconciliation;
  private final Watermarks marks;
  private Standing.Mode mode = Standing.Mode.RUNNING;
  private boolean reduceOnly;
  private boolean stale;
  private String because = "";
  private List<Difference> differences = List.of();
  private boolean reconciles;
  private boolean flattens;
  private boolean flattening;

  Halts(
      Floor floor,
      Desk desk,
      Roster roster,
      CatastropheStop stop,
      Reconciliation reconciliation,
      Watermarks marks) {
    this.floor = floor;
    this.desk = desk;
    this.roster = roster;
    this.stop = stop;
    this.reconciliation = reconciliation;
    this.marks = marks;
  }

  Standing.Mode mode() {
    return mode;
  }

  boolean isHalted() {
    return mode == Standing.Mode.HALTED;
  }

  /// Why it was halted; empty where it was not.
  String because() {
    return because;
  }

  /// Something other than a person's word keeps entries from leaving.
  boolean onlyExits() {
    return reduceOnly || stale || stop.unprotected();
  }

  /// The disk is full.
  boolean reduceOnly() {
    return reduceOnly;
  }

  void diskSeen(boolean runningShort) {
    reduceOnly = runningShort;
    floor.alert(
        "",
        "",
        runningShort
            ? "the disk is full: only exits leave until there is room for the journal"
            : "there is room for the journal again");
  }

  /// The market's news are old.
  boolean stale() {
    return stale;
  }

  void marketSeen(boolean old) {
    stale = old;
    floor.alert(
        "",
        "",
        old
            ? "the market's news are old: no entry leaves until they are fresh"
            : "the market's news are fresh again");
  }

  /// Whether a halt also leaves what is held.
  boolean flattens() {
    return flattens;
  }

  ObjectNode flattens(boolean chosen) {
    flattens = chosen;
    floor.note("HaltPositions", "", "", chosen ? "flatten" : "hold");
    floor.tape().force();
    return floor.outcome("halt-positions", "");
  }

  // ---- a person's words ----

  ObjectNode pause() {
    if (mode == Standing.Mode.RUNNING) {
      mode = Standing.Mode.PAUSED;
      floor.note("Paused", "", "", "");
    }
    return floor.outcome("paused", "");
  }

  ObjectNode resume() {
    stop.resumed();
    reconciliation.acknowledged();
    reconcile();
    if (!differences.isEmpty()) {
      return floor.outcome("refused", "it still differs: " + differences.getFirst().words());
    }
    flattening = false;
    if (mode != Standing.Mode.RUNNING) {
      mode = Standing.Mode.RUNNING;
      because = "";
      marks.restart(floor.equity());
      floor.note("Resumed", "", "", "");
    }
    return floor.outcome("resumed", "");
  }

  ObjectNode closeAll() {
    pause();
    desk.cancel(Optional.empty(), floor.bar());
    roster.leaveAll();
    return floor.outcome("closed", "");
  }

  // ---- a halt ----

  void halt(String why) {
    if (isHalted()) {
      return;
    }
    mode = Standing.Mode.HALTED;
    because = why;
    desk.cancel(Optional.empty(), floor.bar());
    roster.wantNothing();
    floor.note("Halted", "", "", why);
    floor.tape().force();
  }

  /// After a halt that says nothing against the books, what the owner chose for the positions.
  void flatten() {
    if (flattens && !flattening) {
      flattening = true;
      roster.leaveAll();
    }
  }

  /// A fill that won the race with the halt is left too.
  void stayFlat() {
    if (flattening) {
      roster.closeHolders();
    }
  }

  // ---- what the venue says against what the journal says ----

  /// From this edition of the rules on the venue is asked.
  void edition(int edition) {
    reconciles = edition >= RECONCILED_FROM;
  }

  /// Whether the venue is asked what it holds.
  boolean reconciles() {
    return reconciles;
  }

  List<Difference> differences() {
    return differences;
  }

  void reconcile() {
    if (reconciles) {
      reconciliation.ask(floor.bar());
      differ();
    }
  }

  void reconcileWhenDue() {
    if (reconciliation.due(floor.bar())) {
      reconcile();
    }
  }

  /// A difference that was not there before halts the instrument; positions are held, whatever was
  /// chosen, since nobody knows what they are.
  void differ() {
    if (differences.isEmpty() && reconciliation.agrees()) {
      return;
    }
    List<Difference> found = reconciliation.differences();
    if (found.equals(differences)) {
      return;
    }
    differences = found;
    for (Difference difference : found) {
      floor.alert("", "", "reconciliation: " + difference.words());
    }
    if (!found.isEmpty()) {
      halt("reconciliation: " + found.getFirst().words());
    }
  }
}
