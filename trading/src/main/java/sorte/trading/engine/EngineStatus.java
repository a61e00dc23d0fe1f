package sorte.trading.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sorte.trading.door.Json;
import sorte.trading.money.Money;
import sorte.trading.slot.Decider;
import sorte.trading.slot.Slot;

/// What the engine says of itself at its door.
final class EngineStatus {
  private final Floor floor;
  private final Desk desk;
  private final Roster roster;
  private final Halts halts;
  private final CatastropheStop stop;

  EngineStatus(Floor floor, Desk desk, Roster roster, Halts halts, CatastropheStop stop) {
    this.floor = floor;
    this.desk = desk;
    this.roster = roster;
    this.halts = halts;
    this.stop = stop;
  }

  ObjectNode json(boolean ended) {
    ObjectNode status = Json.object();
    status.put(
        "state",
        switch (halts.mode()) {
          case RUNNING -> "running";
          case PAUSED -> "paused";
          case HALTED -> "halted";
        });
    ArrayNode differing = status.putArray("differences");
    halts.differences().forEach(difference -> differing.add(Json.tree(difference)));
    status.put("haltPositions", halts.flattens() ? "flatten" : "hold");
    status.put("haltedBecause", halts.because()).put("reduceOnly", halts.onlyExits());
    status.put("marketStale", halts.stale());
    status.put("bar", floor.bar()).put("time", floor.now().time());
    status.put("price", floor.now().lastOr(0));
    Account account = floor.account();
    status.put("equity", floor.equity()).put("cash", Money.toDouble(account.cash()));
    double level = stop.level();
    status.put("catastropheStop", Double.isNaN(level) ? 0 : level);
    status.put("position", account.position()).put("house", Money.toDouble(account.house()));
    ArrayNode slots = status.putArray("slots");
    roster.stable().ifPresent(slot -> slots.add(seen(slot)));
    roster.candidate().ifPresent(slot -> slots.add(seen(slot)));
    ArrayNode off = status.putArray("runOff");
    roster.runningOff().forEach(slot -> off.add(seen(slot)));
    status.put("endOfData", ended);
    return status;
  }

  private ObjectNode seen(Slot slot) {
    Decider decider = slot.decider();
    return Json.object()
        .put("slot", slot.kind().word())
        .put("number", slot.number())
        .put("change", slot.change())
        .put("artifact", slot.artifact())
        .put("strategy", slot.strategy())
        .put("share", slot.share())
        .put("equity", Money.toDouble(slot.ledger().equity(floor.now().lastOr(1))))
        .put("position", slot.ledger().quantity())
        .put("openOrders", desk.ordersOut(slot))
        .put("fault", decider == null ? "" : decider.code());
  }
}
