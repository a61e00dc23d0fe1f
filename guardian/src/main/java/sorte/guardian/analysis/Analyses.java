package sorte.guardian.analysis;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import sorte.guardian.child.AnalyseAnswer;
import sorte.guardian.child.AnalyseTask;
import sorte.guardian.child.ChildOutcome;
import sorte.guardian.child.ChildOutcome.Answered;
import sorte.trading.release.GuardianKey.Digest;

/// Analyses by what they are of: the source with its constants blanked, of which the classes
/// follow. Whole ones are kept, the latest few. Safe for several threads.
public final class Analyses {

  /// Analyses kept at most.
  public static final int KEPT_MOST = 64;

  /// Whoever looks: [WarmAnalyser#analyse].
  @FunctionalInterface
  public interface Analysers {
    ChildOutcome<AnalyseAnswer> analyse(AnalyseTask task);
  }

  private final Analysers analysers;
  private final Map<String, Answered<AnalyseAnswer>> kept =
      new LinkedHashMap<>(2 * KEPT_MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answered<AnalyseAnswer>> eldest) {
          return size() > KEPT_MOST;
        }
      };

  public Analyses(Analysers analysers) {
    this.analysers = analysers;
  }

  ChildOutcome<AnalyseAnswer> of(AnalyseTask task) {
    String key = key(task.path(), task.source());
    synchronized (kept) {
      Answered<AnalyseAnswer> before = kept.get(key);
      if (before != null) {
        return before;
      }
    }
    ChildOutcome<AnalyseAnswer> outcome = analysers.analyse(task);
    if (outcome instanceof Answered<AnalyseAnswer> answered
        && answered.answer().lacks().isEmpty()) {
      synchronized (kept) {
        kept.put(key, answered);
      }
    }
    return outcome;
  }

  /// Two sources of one key have the same findings.
  static String key(String path, String source) {
    String text = path + '\0' + Blanked.of(source);
    return Digest.sha256(text.getBytes(StandardCharsets.UTF_8));
  }
}
