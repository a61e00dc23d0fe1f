package sorte.guardian.child;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sorte.guardian.child.ChildOutcome.Unconfined;
import sorte.guardian.sandbox.ChildLimits;
import sorte.guardian.sandbox.Confinement;
import sorte.guardian.sandbox.Launch;
import sorte.guardian.sandbox.Limits;
import sorte.guardian.sandbox.Sandbox;

/// Children that wait, confined and warm, each for its one candidate. A child that waits has run
/// nothing but our code. Safe for several threads; each question takes a child of its own.
public final class WarmChildren implements AutoCloseable {

  /// Children that wait at most.
  public static final int WARM_MOST = 8;

  /// Another JVM than the usual one, as far as a machine has one: another compiler, where the usual
  /// one has two; a locale whose letters, digits and words are others; a zone a day ahead.
  static final List<String> CONTRASTING =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-Duser.language=tr",
          "-Duser.country=TR",
          "-Duser.timezone=Pacific/Kiritimati");

  /// A third JVM: no first compiler at all, and the library's own transcendental functions in place
  /// of the processor's; started when it is asked for.
  static final List<String> PLAIN =
      List.of(
          "-XX:-TieredCompilation",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-UseLibmIntrinsic",
          "-Duser.language=pt",
          "-Duser.country=BR",
          "-Duser.timezone=America/St_Johns");

  private final Limits limits;
  private final Confinement confinement;
  private final @Nullable Pool pool;
  private final @Nullable Pool contrasting;
  private final @Nullable Pool plain;
  private final String reason;

  private WarmChildren(
      Limits limits,
      Confinement confinement,
      @Nullable Pool pool,
      @Nullable Pool contrasting,
      @Nullable Pool plain,
      String reason) {
    this.limits = limits;
    this.confinement = confinement;
    this.pool = pool;
    this.contrasting = contrasting;
    this.plain = plain;
    this.reason = reason;
  }

  /// Starts the first children in the background.
  ///
  /// @param cache a folder of our own where the children's class path and start-up cache are kept;
  ///   nothing secret may stand below it
  /// @param warm how many children wait at a time, one of them contrasting where there are more
  ///   than one; 0 starts each when it is asked for
  public static WarmChildren open(Path cache, int warm, Limits limits) {
    return open(cache, warm, limits, Sandbox.here(), List.of());
  }

  /// @param flags more flags for the children's JVM
  static WarmChildren open(
      Path cache, int warm, Limits limits, Sandbox sandbox, List<String> flags) {
    if (warm < 0 || warm > WARM_MOST) {
      throw new IllegalArgumentException("0 to " + WARM_MOST + " children wait, not " + warm);
    }
    Confinement confinement = sandbox.confinement();
    if (!confinement.holds()) {
      return new WarmChildren(limits, confinement, null, null, null, confinement.reason());
    }
    try {
      ChildClassPath path = ChildClassPath.stage(cache, confinement.root());
      Launch launch = new Launch(List.of(path.folder()), command(path, limits, flags), limits);
      Launch other = launch(path, limits, CONTRASTING, flags);
      Launch third = launch(path, limits, PLAIN, flags);
      int contrasting = warm > 1 ? 1 : 0;
      return new WarmChildren(
          limits,
          confinement,
          new Pool(warm - contrasting, () -> sandbox.start(launch, path.empty())),
          new Pool(contrasting, () -> sandbox.start(other, path.empty())),
          new Pool(0, () -> sandbox.start(third, path.empty())),
          "");
    } catch (IOException e) {
      return new WarmChildren(
          limits,
          confinement,
          null,
          null,
          null,
          "the children's class path cannot be laid out: " + e.getMessage());
    }
  }

  private static Launch launch(
      ChildClassPath path, Limits limits, List<String> own, List<String> flags) {
    List<String> all = new ArrayList<>(own);
    all.addAll(flags);
    return new Launch(List.of(path.folder()), command(path, limits, all), limits);
  }

  private static List<String> command(ChildClassPath path, Limits limits, List<String> flags) {
    List<String> java = new ArrayList<>(flags);
    if (Files.isRegularFile(path.startUp())) {
      java.add("-XX:AOTCache=" + path.startUp());
    }
    java.addAll(path.java(Child.class.getName()));
    java.addAll(ChildLimits.of(limits).arguments());
    return java;
  }

  /// What this machine offers.
  public Confinement confinement() {
    return confinement;
  }

  /// Compiles in a fresh child.
  public ChildOutcome<CompileAnswer> compile(CompileTask task) {
    return ask(
        pool, Frames.COMPILE, CompileFrames.task(task), in -> CompileFrames.answer(in, task));
  }

  /// Runs a candidate over bars in a fresh child.
  public ChildOutcome<DecideAnswer> decide(DecideTask task) {
    return decide(pool, task);
  }

  /// The same in a child on a contrasting JVM, in another locale and another zone.
  public ChildOutcome<DecideAnswer> decideElsewhere(DecideTask task) {
    return decide(contrasting, task);
  }

  /// The same in a child on the third JVM.
  public ChildOutcome<DecideAnswer> decidePlainly(DecideTask task) {
    return decide(plain, task);
  }

  /// Runs two versions beside each other in a fresh child.
  public ChildOutcome<PaceAnswer> pace(PaceTask task) {
    return ask(pool, Frames.PACE, PaceFrames.task(task), PaceFrames::answer);
  }

  /// Says a source otherwise, in a fresh child.
  public ChildOutcome<MutateAnswer> mutate(MutateTask task) {
    return ask(pool, Frames.MUTATE, MutateFrames.task(task), in -> MutateFrames.answer(in, task));
  }

  /// Runs tests over variants in a fresh child.
  public ChildOutcome<NoticeAnswer> notice(NoticeTask task) {
    return ask(pool, Frames.NOTICE, NoticeFrames.task(task), in -> NoticeFrames.answer(in, task));
  }

  private ChildOutcome<DecideAnswer> decide(@Nullable Pool from, DecideTask task) {
    return ask(from, Frames.DECIDE, DecideFrames.task(task), in -> DecideFrames.answer(in, task));
  }

  /// Runs tests in a fresh child.
  public ChildOutcome<TestAnswer> test(TestTask task) {
    return ask(pool, Frames.TEST, TestFrames.task(task), TestFrames::answer);
  }

  /// The answer's body to the answer.
  interface Answer<T> {
    T read(DataInputStream in) throws IOException;
  }

  private <T> ChildOutcome<T> ask(
      @Nullable Pool from, byte kind, byte[] request, Answer<T> answer) {
    if (from == null) {
      return new Unconfined<>(reason);
    }
    try {
      return switch (from.take()) {
        case Pool.Waiting(var child) ->
            new Conversation(child, limits.deadline()).hold(kind, request, answer);
        case Pool.Refused(var why) -> new Unconfined<>(why);
      };
    } finally {
      from.back();
    }
  }

  /// Ends the children that wait.
  @Override
  public void close() {
    if (pool != null && contrasting != null && plain != null) {
      pool.close();
      contrasting.close();
      plain.close();
    }
  }
}
