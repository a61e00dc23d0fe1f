package sorte.guardian.proof;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sorte.guardian.child.BarColumns;
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

  /// The name of one version's run over one history.
  static String key(String source, BarColumns history) {
    return Digest.sha256(source.getBytes(StandardCharsets.UTF_8)) + digest(history);
  }

  /// The digest of a history's bars.
  static String digest(BarColumns history) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(history.barMillis());
      for (long time : history.time()) {
        out.writeLong(time);
      }
      for (double[] column :
          new double[][] {
            history.open(), history.high(), history.low(), history.close(), history.volume()
          }) {
        for (double value : column) {
          out.writeDouble(value);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Digest.sha256(bytes.toByteArray());
  }

  synchronized Optional<Decided> of(String key) {
    return Optional.ofNullable(runs.get(key));
  }

  synchronized void keep(String key, Decided decided) {
    runs.put(key, decided);
  }
}
