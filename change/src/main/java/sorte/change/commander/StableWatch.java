package sorte.change.commander;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import sorte.change.log.Change;
import sorte.change.log.ChangeEvent;
import sorte.change.log.ChangeEvent.Cause;
import sorte.change.log.State;

/// Sees when the trader took a promoted release out of service by itself: it wins on what runs, so
/// that is recorded, and `main` follows. Reads each of the trader's events once; after a start, all
/// of them again.
final class StableWatch {
  /// Between two looks.
  static final long LOOK_MILLIS = 1_000;

  private final Commander commander;
  private final House house;
  private long next;

  StableWatch(Commander commander, House house) {
    this.commander = commander;
    this.house = house;
  }

  void look() {
    while (true) {
      JsonNode page = house.trader().events(next);
      for (JsonNode event : page.path("events")) {
        seen(event);
        next = event.path("seq").asLong(next) + 1;
      }
      if (page.path("events").isEmpty()) {
        return;
      }
    }
  }

  private void seen(JsonNode event) {
    boolean stableFaulted =
        event.path("type").asText().equals("SlotFaulted")
            && event.path("slot").asText().equals("stable");
    if (!stableFaulted) {
      return;
    }
    String change = event.path("change").asText();
    String why = event.path("detail").asText();
    house
        .alerts()
        .raise("stable-" + change, "alert.stable-fault", change, new Alerts.Recorded(why));
    Optional<Change> known = house.log().of(change).filter(c -> c.state() == State.PROMOTED);
    if (known.isPresent() && !serves(change)) {
      takenOut(known.get(), why, event.path("bar").asLong(-1));
    }
  }

  private boolean serves(String change) {
    return house
        .trader()
        .stable()
        .filter(slot -> slot.path("change").asText().equals(change))
        .isPresent();
  }

  private void takenOut(Change change, String why, long bar) {
    PutBack putBack = new PutBack(commander, house);
    var undo = putBack.undo(change);
    house.log().append(change.id(), new ChangeEvent.RollbackDecided(Cause.FAULT, why, null));
    house.log().append(change.id(), new ChangeEvent.RolledBack(Cause.FAULT, why, bar, -1));
    putBack.follow(change, undo, "trader");
  }
}
