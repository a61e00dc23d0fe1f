package sorte.trading.engine;

import sorte.trading.door.Json;
import sorte.trading.journal.Event;

/// What is told to others must have happened: all is closed once for each time that it was to be;
/// and who differs is halted before anything else reaches the trader.
final class Telling {
  private static final String DIFFERS = "reconciliation: ";

  private boolean toBeClosed;
  private boolean flattens;
  private boolean halted;
  private String differs = "";

  void take(Event event) {
    switch (event) {
      case Event.Commanded c -> {
        differsAndGoesOn();
        commanded(c);
      }
      case Event.Noted n -> noted(n);
      case Event.BarClosed _, Event.Answered _ -> differsAndGoesOn();
      case Event.Input _, Event.Output _, Event.Measured _ -> {}
    }
  }

  private void differsAndGoesOn() {
    if (!differs.isEmpty() && !halted) {
      throw new Broken("it was told that " + differs + ", and nothing is halted");
    }
    differs = "";
  }

  private void commanded(Event.Commanded c) {
    switch (c.verb()) {
      case "close" -> toBeClosed = true;
      case "halt", "halt-because" -> toBeClosed |= flattens;
      case "halt-positions" -> flattens = Json.read(c.release()).path("flatten").asBoolean();
      default -> {} // leaves nothing
    }
  }

  private void noted(Event.Noted n) {
    switch (n.type()) {
      case "Halted" -> {
        halted = true;
        toBeClosed |= flattens && n.detail().startsWith("limits.");
      }
      case "Resumed" -> halted = false;
      case "Alert" -> differs = n.detail().startsWith(DIFFERS) ? n.detail() : differs;
      case "PositionsClosed" -> {
        if (!toBeClosed) {
          throw new Broken("it is told that all is closed, and nobody asked: " + n);
        }
        toBeClosed = false;
      }
      default -> {} // of other things
    }
  }
}
