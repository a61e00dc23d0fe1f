package sorte.guardian.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.guardian.LanguageGates;
import sorte.guardian.child.AnalyseAnswer.Seen;
import sorte.guardian.child.ChildOutcome.Answered;
import sorte.guardian.child.ChildOutcome.Ended;
import sorte.guardian.sandbox.Confinement;

/// The analysers' process: warm, confined, and not to be trusted to live.
class WarmAnalyserTest {

  private static final String FAULTY =
      """
      import sorte.strategy.*;
      public final class Faulty extends Strategy<Faulty.Parameters> {
        public record Parameters(@Bars(value = 5, min = 2, max = 50) int period) {}
        private final Ema mean = ema(p.period());
        public Faulty(Market market, Parameters p) { super(market, p); }
        @Override public boolean enterLong() { return close.above(mean) && close.above(mean); }
        @Override public boolean exitLong() { return close.below(mean); }
      }
      """;

  @TempDir static Path cache;
  private static WarmAnalyser analyser;

  @BeforeAll
  static void open() {
    assumeTrue(Confinement.probe().holds(), "this machine cannot confine children");
    analyser = WarmAnalyser.open(cache);
    analyser.wake();
  }

  @AfterAll
  static void close() throws Exception {
    if (analyser == null) {
      return;
    }
    long pid = analyser.pid();
    analyser.close();
    assertThat(pid == 0 || ProcessHandle.of(pid).isEmpty()).isTrue();
    try (Stream<Path> left = Files.list(cache)) {
      assertThat(left.map(p -> p.getFileName().toString())).noneMatch(n -> n.startsWith("looked"));
    }
  }

  @Test
  void one_process_answers_again_and_again() {
    AnalyseAnswer first = answer(analyser.analyse(task("Faulty", FAULTY)));
    long pid = analyser.pid();
    AnalyseAnswer second = answer(analyser.analyse(task("Faulty", FAULTY)));
    assertThat(first.seen()).extracting(Seen::rule).contains("DuplicateCondition");
    assertThat(second).isEqualTo(first);
    assertThat(analyser.pid()).isEqualTo(pid).isPositive();
  }

  @Test
  void the_process_is_confined_like_every_other_child() throws Exception {
    answer(analyser.analyse(task("Faulty", FAULTY)));
    String status = Files.readString(Path.of("/proc", Long.toString(analyser.pid()), "status"));
    assertThat(status).containsPattern("NoNewPrivs:\\s+1").containsPattern("Seccomp:\\s+2");
    Object me = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    if (me.equals(0)) {
      assertThat(status).doesNotContainPattern("Uid:\\s+0");
    }
  }

  @Test
  void a_process_killed_at_work_gives_no_answer_and_another_takes_its_place() throws Exception {
    answer(analyser.analyse(task("Faulty", FAULTY)));
    long pid = analyser.pid();
    AnalyseTask large = task("Faulty", huge(4_000));
    CompletableFuture<ChildOutcome<AnalyseAnswer>> asked =
        CompletableFuture.supplyAsync(() -> analyser.analyse(large));
    Thread.sleep(300);
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    assertThat(asked.get()).isInstanceOf(Ended.class);
    assertThat(answer(analyser.analyse(task("Faulty", FAULTY))).seen()).isNotEmpty();
    assertThat(analyser.pid()).isNotEqualTo(pid).isPositive();
  }

  @Test
  void what_is_no_source_and_no_class_gives_no_whole_answer() {
    String rubbish = "\0\1}}}{{{ class".repeat(500);
    SortedMap<String, byte[]> broken = new TreeMap<>(Map.of("Faulty", new byte[] {1, 2, 3}));
    assertThat(unsure(analyser.analyse(new AnalyseTask("Faulty.java", rubbish, broken)))).isTrue();
    assertThat(answer(analyser.analyse(task("Faulty", FAULTY))).seen()).isNotEmpty();
  }

  @Test
  @Tag("long")
  void bombs_end_within_their_bound() {
    String deep = FAULTY.replace("close.below(mean)", "!".repeat(20_000) + "close.below(mean)");
    String brackets =
        FAULTY.replace("close.below(mean)", "(".repeat(30_000) + "true" + ")".repeat(30_000));
    String generics =
        FAULTY.replace(
            "private final Ema",
            "Object o = " + "x(".repeat(3_000) + ")".repeat(3_000) + ";\n private final Ema");
    SortedMap<String, byte[]> cut = new TreeMap<>();
    classes(FAULTY).forEach((name, bytes) -> cut.put(name, java.util.Arrays.copyOf(bytes, 300)));
    for (String source : new String[] {deep, brackets, generics}) {
      ended(new AnalyseTask("Faulty.java", source, classes(FAULTY)));
    }
    ended(new AnalyseTask("Faulty.java", FAULTY, cut));
    ended(new AnalyseTask("Faulty.java", "//".repeat(250_000), classes(FAULTY)));
    ended(task("Faulty", huge(5_000)));
    assertThat(answer(analyser.analyse(task("Faulty", FAULTY))).seen()).isNotEmpty();
  }

  /// With an answer or without, but in time.
  private static void ended(AnalyseTask task) {
    long start = System.nanoTime();
    ChildOutcome<AnalyseAnswer> outcome = analyser.analyse(task);
    assertThat(System.nanoTime() - start).isLessThan(2 * WarmAnalyser.PATIENCE.toNanos());
    System.out.println(
        (System.nanoTime() - start) / 1_000_000
            + " ms "
            + outcome.toString().substring(0, Math.min(120, outcome.toString().length())));
  }

  @Test
  void a_build_without_the_analysers_or_with_others_is_not_used(@TempDir Path build)
      throws Exception {
    try (WarmAnalyser none = WarmAnalyser.open(cache, build)) {
      assertThat(none.analyse(task("Faulty", FAULTY)).toString()).contains("build again");
    }
    Files.createDirectories(build.resolve("classes"));
    Files.createDirectories(build.resolve("lib"));
    try (WarmAnalyser empty = WarmAnalyser.open(cache, build)) {
      assertThat(empty.analyse(task("Faulty", FAULTY)).toString()).contains("missing");
    }
    Files.writeString(build.resolve("lib").resolve("spotbugs-4.10.4.jar"), "another");
    try (WarmAnalyser other = WarmAnalyser.open(cache, build)) {
      assertThat(other.analyse(task("Faulty", FAULTY)).toString()).contains("not the one");
    }
  }

  /// No answer, or one that says that it did not see all: neither lets anything through.
  private static boolean unsure(ChildOutcome<AnalyseAnswer> outcome) {
    return !(outcome instanceof Answered<AnalyseAnswer>(AnalyseAnswer answer, long _))
        || !answer.lacks().isEmpty();
  }

  private static AnalyseAnswer answer(ChildOutcome<AnalyseAnswer> outcome) {
    assertThat(outcome).isInstanceOf(Answered.class);
    AnalyseAnswer answer = ((Answered<AnalyseAnswer>) outcome).answer();
    assertThat(answer.lacks()).isEmpty();
    return answer;
  }

  private static AnalyseTask task(String name, String source) {
    return new AnalyseTask(name + ".java", source, LanguageGates.compile(name, source));
  }

  private static SortedMap<String, byte[]> classes(String source) {
    return LanguageGates.compile("Faulty", source);
  }

  /// A long source takes its time.
  private static String huge(int statements) {
    StringBuilder body = new StringBuilder("double x = close.value(); ");
    for (int i = 0; i < statements; i++) {
      body.append("x = x * 1.").append(i).append(" + ").append(i % 97).append(";\n");
    }
    return FAULTY.replace("return close.below(mean)", body + "return x > 1 && close.below(mean)");
  }
}
