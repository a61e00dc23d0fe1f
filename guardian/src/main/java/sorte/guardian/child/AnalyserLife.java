package sorte.guardian.child;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sorte.guardian.child.AnalyseAnswer.Seen;
import sorte.guardian.child.ChildOutcome.Answered;
import sorte.guardian.child.ChildOutcome.End;
import sorte.guardian.child.ChildOutcome.Ended;
import sorte.guardian.child.ChildOutcome.Unconfined;
import sorte.guardian.sandbox.ChildLimits;
import sorte.guardian.sandbox.ConfinedChild;
import sorte.guardian.sandbox.Launch;
import sorte.guardian.sandbox.Limits;
import sorte.guardian.sandbox.Sandbox;

/// One process of the analysers after another. All but [#close] and [#pid] is called by one thread.
final class AnalyserLife {

  /// Questions to one process at most: then another takes its place.
  static final int QUESTIONS_MOST = 300;

  /// It stands back a little where a trial wants the processor; more, and on a busy machine a
  /// verdict would wait for it alone.
  static final int NICENESS = 2;

  /// What is found in the canary, or the analysers are not believed: a rule of each.
  static final Set<String> CANARY =
      Set.of("RANGE_ARRAY_INDEX", "PREDICTABLE_RANDOM", "DuplicateCondition");

  /// What is asked a few times an hour is never worth the second compiler's time.
  private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

  private final Path cache;
  private final Path build;
  private volatile @Nullable Setting setting;
  private volatile @Nullable ConfinedChild child;
  private volatile boolean closed;
  private int asked;

  /// What a process needs, found and laid out once.
  private record Setting(
      Sandbox sandbox, Launch launch, Path empty, LookedAt files, AnalyseTask canary) {
    ChildOutcome<AnalyseAnswer> exchange(ConfinedChild with, AnalyseTask task) throws IOException {
      Path jar = files.put(task);
      try {
        return new Conversation(with, launch.limits().deadline())
            .exchange(Frames.ANALYSE, AnalyseFrames.task(task, jar), AnalyseFrames::answer);
      } finally {
        files.remove(jar);
      }
    }
  }

  /// No process could be had.
  private static final class Cold extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient ChildOutcome<AnalyseAnswer> outcome;

    Cold(ChildOutcome<AnalyseAnswer> outcome) {
      this.outcome = outcome;
    }
  }

  AnalyserLife(Path cache, Path build) {
    this.cache = cache;
    this.build = build;
  }

  long pid() {
    ConfinedChild now = child;
    return now != null && now.alive() ? now.pid() : 0;
  }

  void wake() {
    try {
      warm();
    } catch (Cold _) {
      // the next question tries again, and says why there is none
    }
  }

  ChildOutcome<AnalyseAnswer> ask(AnalyseTask task) {
    try {
      ConfinedChild with = warm();
      ChildOutcome<AnalyseAnswer> outcome = setting().exchange(with, task);
      if (!(outcome instanceof Answered<AnalyseAnswer>) || ++asked >= QUESTIONS_MOST) {
        end();
      }
      return outcome;
    } catch (Cold e) {
      return e.outcome;
    } catch (IOException | RuntimeException e) {
      end();
      return new Ended<>(End.DIED, Words.cut(e.toString(), 500));
    }
  }

  /// The process there is, or a new one that has found its canary's faults.
  private ConfinedChild warm() throws Cold {
    ConfinedChild now = child;
    if (now != null && now.alive()) {
      return now;
    }
    end();
    try {
      Setting known = setting();
      ConfinedChild started =
          switch (Pool.begin(known.sandbox().start(known.launch(), known.empty()))) {
            case Pool.Waiting(ConfinedChild ready) -> ready;
            case Pool.Refused(String why) -> throw new Cold(new Unconfined<>(why));
          };
      child = started;
      if (closed) {
        end();
        throw new Cold(new Ended<>(End.DIED, "the analysers are closed"));
      }
      asked = 0;
      believed(known.exchange(started, known.canary()));
      return started;
    } catch (IOException e) {
      end();
      throw new Cold(new Ended<>(End.DIED, Words.cut(e.getMessage(), 500)));
    }
  }

  private void believed(ChildOutcome<AnalyseAnswer> canary) throws Cold {
    if (!(canary instanceof Answered<AnalyseAnswer>(AnalyseAnswer answer, long _))) {
      end();
      throw new Cold(canary);
    }
    Set<String> missed = new TreeSet<>(CANARY);
    answer.seen().stream().map(Seen::rule).forEach(missed::remove);
    if (!missed.isEmpty() || !answer.lacks().isEmpty()) {
      end();
      throw new Cold(new Ended<>(End.GARBLED, "they do not see " + missed + " " + answer.lacks()));
    }
  }

  private Setting setting() throws IOException, Cold {
    Setting known = setting;
    if (known != null) {
      return known;
    }
    Sandbox sandbox = Sandbox.here();
    if (!sandbox.confinement().holds()) {
      throw new Cold(new Unconfined<>(sandbox.confinement().reason()));
    }
    boolean root = sandbox.confinement().root();
    ChildClassPath path = ChildClassPath.stage(cache, root);
    AnalyserFiles files = AnalyserFiles.read(build);
    Path folder = StagedFolder.put(cache, root, "analyser-", files.jars());
    LookedAt lookedAt = LookedAt.open(StagedFolder.root(cache, root));
    Limits limits = Limits.ofAnalyser();
    List<String> java = new ArrayList<>(List.of(FIRST_COMPILER));
    java.addAll(path.javaOfAnalysers(files.jars().keySet().stream().map(folder::resolve).toList()));
    java.addAll(ChildLimits.of(limits).arguments());
    Launch launch =
        new Launch(List.of(path.folder(), folder, lookedAt.folder()), java, limits, NICENESS);
    Setting made = new Setting(sandbox, launch, path.empty(), lookedAt, files.canary());
    setting = made;
    return made;
  }

  private void end() {
    ConfinedChild now = child;
    child = null;
    if (now != null) {
      now.close();
    }
  }

  void close() {
    closed = true;
    ConfinedChild now = child;
    if (now != null) {
      now.close();
    }
    Setting known = setting;
    if (known != null) {
      known.files().close();
    }
  }
}
