package sorte.guardian.proof;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sorte.guardian.child.DecideAnswer.Decided;
import sorte.trading.release.GuardianKey.Digest;

/// What stable versions decided on the history, by the bytes of both: one change after another
/// starts from the same version, whose decisions are the same each time. Only runs to the end are
/// kept, the latest few. Safe for several threads.
public final class StableRuns {

  /// Runs kept at most.
  public static final int KEPT_MOST = 8;

  private final Map<String, Decided> runs =
      new LinkedHashMap<>(2 * KEPT_MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Decided> eldest) {
          return size() > KEPT_MOST;
        }
      };

  /// The name of one version's run over the history of this digest.
  static String key(String source, String history) {
    return Digest.sha256(source.getBytes(StandardCharsets.UTF_8)) + history;
  }

  synchronized Optional<Decided> of(String key) {
    return Optional.ofNullable(runs.get(key));
  }

  synchronized void keep(String key, Decided decided) {
    runs.put(key, decided);
  }
}
