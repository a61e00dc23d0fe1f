package sorte.trading.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What commands were answered, so that one that comes again acts once.
final class Answers {

  /// How many are remembered.
  static final int KEPT = 10_000;

  private final Map<String, String> byId = new LinkedHashMap<>();

  Optional<String> to(String commandId) {
    return Optional.ofNullable(byId.get(commandId));
  }

  void add(String commandId, String json) {
    byId.put(commandId, json);
    if (byId.size() > KEPT) {
      byId.remove(byId.keySet().iterator().next());
    }
  }
}
