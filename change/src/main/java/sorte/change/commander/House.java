package sorte.change.commander;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import sorte.change.learn.Memory;
import sorte.change.log.ChangeLog;
import sorte.trading.door.DoorClient;
import sorte.trading.home.Config;

/// What every change is driven with.
///
/// @param feed the door of the process that listens to an exchange; closed where there is none
/// @param barMillis how long a bar of this home's market lasts
record House(
    AtomicReference<Config> settings,
    InstantSource clock,
    ChangeLog log,
    Memory memory,
    TraderDoor trader,
    GuardianDoor guardian,
    MindDoor mind,
    DoorClient feed,
    Alerts alerts,
    Turn turn,
    long barMillis,
    Step step) {

  /// The owner's settings, as they hold now.
  Config config() {
    return Objects.requireNonNull(settings.get(), "settings");
  }

  /// The strategy in service: `main`'s.
  String inService() {
    return guardian.main().path("strategy").asText();
  }

  double equity() {
    return number(trader.status().path("equity"));
  }

  /// A figure of the trader's, which writes money as a number or as a text.
  static double number(JsonNode node) {
    return node.isNumber() ? node.doubleValue() : parsed(node.asText(""));
  }

  private static double parsed(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException _) {
      return Double.NaN;
    }
  }
}
