package sorte.guardian.proof;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sorte.guardian.proof.Trials.Stable;
import sorte.trading.release.GuardianKey.Digest;

/// What stable versions decided on the history and the further markets, by the bytes of all: one
/// change after another starts from the same version, whose decisions are the same each time. Only
/// runs to the history's end are kept, the latest few. Safe for several threads.
public final class StableRuns {

  /// Runs kept at most.
  public static final int KEPT_MOST = 8;

  private final Map<String, Stable.Decided> runs =
      new LinkedHashMap<>(2 * KEPT_MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Stable.Decided> eldest) {
          return size() > KEPT_MOST;
        }
      };

  /// The name of one version's runs over the markets of this digest.
  static String key(String source, String markets) {
    return Digest.sha256(source.getBytes(StandardCharsets.UTF_8)) + markets;
  }

  synchronized Optional<Stable.Decided> of(String key) {
    return Optional.ofNullable(runs.get(key));
  }

  synchronized void keep(String key, Stable.Decided decided) {
    runs.put(key, decided);
  }
}
