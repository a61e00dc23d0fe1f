package sorte.change.commander;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// Reads the trader's events, each once, for what it did to a slot by itself.
final class TraderWatch {
  private final TraderDoor trader;
  private long next;
  private Optional<String> fault = Optional.empty();

  TraderWatch(TraderDoor trader) {
    this.trader = trader;
  }

  /// Why the trader took `change` out of its slot, if it did. Its own fault tells more than the
  /// rollback behind it.
  Optional<String> fault(String change) {
    while (true) {
      JsonNode page = trader.events(next);
      for (JsonNode event : page.path("events")) {
        look(event, change);
      }
      long after = page.path("next").asLong(next);
      if (after <= next || page.path("events").isEmpty()) {
        return fault;
      }
      next = after;
    }
  }

  private void look(JsonNode event, String change) {
    String type = event.path("type").asText();
    boolean left = type.equals("SlotFaulted") || type.equals("SlotRolledBack");
    if (left && event.path("change").asText().equals(change) && fault.isEmpty()) {
      fault = Optional.of(type + ": " + event.path("detail").asText());
    }
  }
}
