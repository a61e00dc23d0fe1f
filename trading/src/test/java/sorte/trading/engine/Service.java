package sorte.trading.engine;

import sorte.trading.door.Json;
import sorte.trading.journal.Event;

/// Who serves, by what the journal tells of loads and promotions, and what becomes of who was
/// deciding when the trader died: what is in service gets a second try and goes at the second
/// death, anything else goes at the first.
final class Service {
  private long serves = -1;
  private long deciding = -1;
  private boolean triedAgain;

  /// Whether who served came to a fault, and it was not told yet what becomes of that.
  private boolean untold;

  void take(Event event) {
    switch (event) {
      case Event.Noted n -> noted(n);
      case Event.Deciding d -> {
        deciding = d.slot();
        triedAgain = false;
      }
      case Event.TakenUp t when t.diedIn() >= 0 -> {
        if (t.diedIn() != serves || t.diedIn() != deciding) {
          throw new Broken(
              "slot %d serves, %d was deciding, and gets a second try: %s"
                  .formatted(serves, deciding, t));
        }
        triedAgain = true;
      }
      case Event.DecisionFaulted f -> {
        untold = f.slot() == serves;
        if (f.code().equals("died") && f.slot() == serves && !triedAgain) {
          throw new Broken("it serves, and goes at the first death: " + f);
        }
      }
      case Event.BarClosed b -> {
        if (untold) {
          throw new Broken(
              "who served came to a fault before bar %d, and nobody is told".formatted(b.number()));
        }
      }
      case Event.Input _, Event.Output _, Event.Measured _ -> {}
    }
  }

  private void noted(Event.Noted n) {
    untold &= !(n.type().equals("Alert") && n.slot().equals("stable"));
    boolean loaded = n.type().equals("SlotLoaded") && n.slot().equals("stable");
    if (loaded || n.type().equals("SlotPromoted")) {
      serves = Json.read(n.detail()).path("number").asLong();
    }
  }
}
