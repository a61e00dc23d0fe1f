package sorte.trading.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import sorte.trading.door.Json;
import sorte.trading.money.Money;

/// What the door must say where a journal ends, by [Retelling].
final class RetoldStatus {
  private static final double NEAR = 1e-9;

  private final Retelling story;
  private final RetoldRollouts rollouts;

  RetoldStatus(Retelling story, RetoldRollouts rollouts) {
    this.story = story;
    this.rollouts = rollouts;
  }

  /// Holds what the door said against what is so.
  void check(JsonNode said) {
    double mark = Double.isNaN(story.last) ? 0 : story.last;
    same(said, "state", story.mode);
    same(said, "haltPositions", story.flattens() ? "flatten" : "hold");
    same(said, "haltedBecause", story.because);
    same(said, "reduceOnly", story.onlyExits());
    same(said, "marketStale", story.isStale());
    same(said, "bar", story.bar);
    same(said, "time", story.time);
    same(said, "endOfData", false);
    near(said, "price", mark);
    near(said, "equity", story.equity());
    near(said, "cash", Money.toDouble(story.cash()));
    near(said, "position", story.position);
    near(said, "house", Money.toDouble(story.houseMoney()));
    near(said, "catastropheStop", story.stop.rests() ? story.stop.levelNow() : 0);
    if (said.path("differences").size() != story.asking.told().size()) {
      throw new Broken("it differs in " + story.asking.told() + ", and the door says " + said);
    }
    List<RetoldSlot> served = new ArrayList<>(rollouts.withMoney());
    served.removeAll(rollouts.runsOff);
    slots(said.path("slots"), served);
    slots(said.path("runOff"), rollouts.runsOff);
  }

  private void slots(JsonNode said, List<RetoldSlot> slots) {
    if (said.size() != slots.size()) {
      throw new Broken(slots.size() + " slots are there, and the door says " + said);
    }
    for (int i = 0; i < slots.size(); i++) {
      RetoldSlot slot = slots.get(i);
      JsonNode told = said.get(i);
      same(told, "slot", slot.kind);
      same(told, "number", slot.number);
      same(told, "change", slot.change);
      same(told, "artifact", slot.artifact);
      same(told, "strategy", slot.strategy);
      same(told, "openOrders", story.desk.ordersOut(slot));
      near(told, "share", slot.share);
      near(told, "position", slot.held());
      near(told, "equity", Money.toDouble(slot.ledger.equity(story.last)));
    }
  }

  private static void same(JsonNode said, String key, Object is) {
    if (!said.path(key).asText().equals(is.toString())) {
      throw new Broken("%s is %s, and the door says %s".formatted(key, is, Json.line(said)));
    }
  }

  private static void near(JsonNode said, String key, double is) {
    double told = said.path(key).asDouble(Double.NaN);
    if (!(Math.abs(told - is) <= NEAR * Math.max(1, Math.abs(is)))) {
      throw new Broken("%s is %s, and the door says %s".formatted(key, is, Json.line(said)));
    }
  }
}
