package sorte.guardian.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sorte.guardian.child.ChildOutcome.Answered;
import sorte.guardian.child.ChildOutcome.End;
import sorte.guardian.child.ChildOutcome.Ended;
import sorte.guardian.child.DecideAnswer.Decided;
import sorte.guardian.child.DecideTask.Run;
import sorte.guardian.child.TestAnswer.Status;
import sorte.guardian.sandbox.Limits;
import sorte.strategy.run.Runner;
import sorte.strategy.run.Signals;
import sorte.strategy.run.StrategyType;

/// Each task, in a real confined child.
@Timeout(120)
class ChildTest {

  private static final int BARS = 500;

  @TempDir static Path cache;
  private static WarmChildren children;

  @BeforeAll
  static void start() {
    children = WarmChildren.open(cache, 1, Limits.ofGates());
  }

  @AfterAll
  static void end() {
    children.close();
  }

  private static final String SOME =
      "package sorte.strategies; public class Some { public static int twice(int x) { return x + x; } }";

  private static <T> T answered(ChildOutcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Answered.class);
    return ((Answered<T>) outcome).answer();
  }

  private static TreeMap<String, byte[]> compiled(Map<String, String> sources) {
    CompileAnswer answer = answered(children.compile(CompileTask.of(sources)));
    assertThat(answer.notes()).filteredOn(note -> note.kind().equals("ERROR")).isEmpty();
    return new TreeMap<>(answer.classes());
  }

  @Test
  void a_source_that_does_not_compile_gives_the_compilers_words_in_their_place() {
    CompileAnswer answer =
        answered(
            children.compile(
                CompileTask.of(Map.of("sorte/strategies/A.java", "class A {\n  int x = y;\n}"))));
    assertThat(answer.compiled()).isFalse();
    assertThat(answer.classes()).isEmpty();
    assertThat(answer.notes())
        .singleElement()
        .satisfies(note -> {
          assertThat(note.path()).isEqualTo("sorte/strategies/A.java");
          assertThat(note.line()).isEqualTo(2);
          assertThat(note.column()).isEqualTo(11);
          assertThat(note.words()).contains("cannot find symbol");
        });
  }

  @Test
  void a_strategy_compiles_and_nothing_but_the_base_module_and_its_api_is_in_sight() {
    CompileAnswer answer =
        answered(
            children.compile(
                CompileTask.of(
                    Map.of(
                        "A.java",
                        "class A { sorte.strategy.Terms t; }",
                        "B.java",
                        "class B { java.net.http.HttpClient c; java.sql.Connection d; "
                            + "sorte.guardian.child.Child e; sorte.trading.home.Home f; }"))));
    assertThat(answer.compiled()).isFalse();
    assertThat(answer.notes()).hasSize(4).allSatisfy(n -> assertThat(n.path()).isEqualTo("B.java"));
  }

  @Test
  void a_source_that_bombs_the_compilers_memory_ends_its_child_and_nothing_else() {
    // each level is written twice into the code: two to the power of the depth
    int depth = 26;
    String bomb =
        "class A { static int n; void m() {"
            + "try { n++; } finally { ".repeat(depth)
            + "n++;"
            + "}".repeat(depth)
            + "}}";
    ChildOutcome<CompileAnswer> outcome = children.compile(CompileTask.of(Map.of("A.java", bomb)));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Ended.class, ended -> assertThat(ended.end()).isEqualTo(End.MEMORY));
    assertThat(compiled(Map.of("A.java", "class A {}"))).containsKey("A");
  }

  @Test
  void a_source_nested_deeper_than_the_compilers_stack_is_refused_with_a_word() {
    int depth = 100_000;
    String deep = "class A { Object o = " + "(".repeat(depth) + "1" + ")".repeat(depth) + "; }";
    CompileAnswer answer = answered(children.compile(CompileTask.of(Map.of("A.java", deep))));
    assertThat(answer.compiled()).isFalse();
    assertThat(answer.notes())
        .anySatisfy(note -> assertThat(note.code()).isEqualTo("sorte.compiler.out.of.resources"));
  }

  private static BarColumns bars() {
    long[] time = new long[BARS];
    double[][] c = new double[5][BARS];
    double price = 100;
    for (int i = 0; i < BARS; i++) {
      time[i] = i * 900_000L;
      price += StrictMath.sin(i / 9.0) + StrictMath.cos(i / 5.0) * 0.7;
      c[0][i] = price - 0.1;
      c[1][i] = price + 1;
      c[2][i] = price - 1;
      c[3][i] = price;
      c[4][i] = 10 + i % 7;
    }
    return new BarColumns(900_000, time, c[0], c[1], c[2], c[3], c[4]);
  }

  @Test
  void elsewhere_letters_and_numbers_are_others() throws Exception {
    String source =
        "package sorte.strategies; import sorte.strategy.*;"
            + " public final class Here extends Strategy<Here.Parameters> {"
            + " public record Parameters(@Bars(value = 2, min = 1, max = 3) int n) {}"
            + " public Here(Market m, Parameters p) { super(m, p); }"
            + " public boolean enterLong() { return \"I\".toLowerCase().equals(\"i\"); }"
            + " public boolean exitLong() { return \"%.1f\".formatted(0.5).equals(\"0.5\"); } }";
    TreeMap<String, byte[]> classes = compiled(Map.of("sorte/strategies/Here.java", source));
    BarColumns bars = bars();
    DecideTask task =
        new DecideTask(
            classes,
            "sorte.strategies.Here",
            List.of(bars),
            List.of(new Run(0, 20, new TreeMap<>())),
            1_000_000);
    Decided here = (Decided) answered(children.decide(task)).runs().getFirst();
    Decided elsewhere = (Decided) answered(children.decideElsewhere(task)).runs().getFirst();
    int last = 19;
    assertThat(here.signals()[last]).isEqualTo(Signals.ENTER_LONG | Signals.EXIT_LONG);
    assertThat(elsewhere.signals()[last]).isZero();
  }

  @Test
  void a_child_decides_what_the_strategy_decides_here() throws Exception {
    BarColumns bars = bars();
    Class<?> type = Class.forName("sorte.strategies.EmaCross");
    TreeMap<String, byte[]> classes = new TreeMap<>();
    for (Class<?> one : withNested(type)) {
      try (InputStream in =
          one.getResourceAsStream("/" + one.getName().replace('.', '/') + ".class")) {
        classes.put(one.getName(), in.readAllBytes());
      }
    }
    DecideAnswer answer =
        answered(
            children.decide(
                new DecideTask(
                    classes,
                    type.getName(),
                    List.of(bars),
                    List.of(new Run(0, BARS, new TreeMap<>()), new Run(0, 200, new TreeMap<>())),
                    1_000_000)));
    Runner runner = Runner.start(StrategyType.of(type), Map.of());
    int[] expected = new int[BARS];
    for (int i = 0; i < BARS; i++) {
      expected[i] =
          runner.onBar(
              bars.time()[i],
              bars.open()[i],
              bars.high()[i],
              bars.low()[i],
              bars.close()[i],
              bars.volume()[i]);
    }
    Decided whole = (Decided) answer.runs().get(0);
    Decided cut = (Decided) answer.runs().get(1);
    assertThat(whole.signals()).isEqualTo(expected);
    assertThat(Arrays.stream(expected).filter(s -> s != 0)).isNotEmpty();
    assertThat(cut.signals()).isEqualTo(Arrays.copyOf(expected, 200));
    assertThat(whole.firstDecisionBar()).isEqualTo(runner.firstDecisionBar());
    assertThat(whole.holding()).isEqualTo(Holding.of(runner.terms()));
    assertThat(whole.nanos()).isPositive();
  }

  private static List<Class<?>> withNested(Class<?> type) {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(type), Arrays.stream(type.getDeclaredClasses()))
        .toList();
  }

  @Test
  void a_test_task_counts_what_passed_failed_and_was_skipped() {
    String source =
        """
        package sorte.strategies;
        import static org.junit.jupiter.api.Assertions.*;
        import org.junit.jupiter.api.*;
        class SomeTest {
          @Test void good() { assertEquals(4, Some.twice(2)); }
          @Test void bad() { assertEquals(5, 2 + 2); }
          @Test @Disabled("later") void idle() { }
        }
        """;
    CompileAnswer compiled =
        answered(
            children.compile(
                new CompileTask(
                    new TreeMap<>(Map.of("sorte/strategies/Some.java", SOME)),
                    new TreeMap<>(Map.of("sorte/strategies/SomeTest.java", source)))));
    CompileAnswer tests = compiled.tests().orElseThrow();
    assertThat(tests.notes()).isEmpty();
    assertThat(tests.compiled()).isTrue();
    assertThat(compiled.classes()).containsOnlyKeys("sorte.strategies.Some");
    assertThat(tests.classes()).containsOnlyKeys("sorte.strategies.SomeTest");
    TreeMap<String, byte[]> both = new TreeMap<>(compiled.classes());
    both.putAll(tests.classes());
    TestAnswer answer =
        answered(children.test(new TestTask(both, List.of("sorte.strategies.SomeTest"))));
    assertThat(answer.count(Status.PASSED)).isEqualTo(1);
    assertThat(answer.count(Status.FAILED)).isEqualTo(1);
    assertThat(answer.count(Status.SKIPPED)).isEqualTo(1);
    assertThat(answer.green()).isFalse();
    assertThat(answer.results())
        .anySatisfy(r -> assertThat(r.detail()).contains("expected: <5> but was: <4>"));
  }

  @Test
  void a_test_that_does_not_compile_is_told_apart_and_leaves_the_sources_compiled() {
    String source = "class WrongTest { int x = sorte.strategies.Some.thrice(2); }";
    CompileAnswer compiled =
        answered(
            children.compile(
                new CompileTask(
                    new TreeMap<>(Map.of("sorte/strategies/Some.java", SOME)),
                    new TreeMap<>(Map.of("WrongTest.java", source)))));
    assertThat(compiled.compiled()).isTrue();
    assertThat(compiled.notes()).isEmpty();
    CompileAnswer tests = compiled.tests().orElseThrow();
    assertThat(tests.compiled()).isFalse();
    assertThat(tests.classes()).isEmpty();
    assertThat(tests.notes())
        .singleElement()
        .satisfies(note -> assertThat(note.path()).isEqualTo("WrongTest.java"));
  }

  @Test
  void an_answer_that_leaves_out_the_tests_asked_for_is_no_answer() throws Exception {
    byte[] silent = CompileFrames.answer(CompileAnswer.of(true, new TreeMap<>(), List.of()));
    CompileTask asked =
        new CompileTask(
            new TreeMap<>(Map.of("A.java", "class A {}")),
            new TreeMap<>(Map.of("ATest.java", "class ATest {}")));
    var frame = Frames.read(new java.io.ByteArrayInputStream(silent));
    assertThatThrownBy(() -> CompileFrames.answer(frame.open(), asked))
        .isInstanceOf(Frames.Garbled.class)
        .hasMessageContaining("asked: 1");
    CompileTask without = CompileTask.of(Map.of("A.java", "class A {}"));
    assertThat(CompileFrames.answer(frame.open(), without).tests()).isEmpty();
  }

  @Test
  void a_test_that_leaves_by_itself_gives_no_answer() {
    String source =
        """
        import org.junit.jupiter.api.Test;
        class LeavingTest {
          @Test void leaves() { Runtime.getRuntime().halt(0); }
        }
        """;
    CompileAnswer compiled =
        answered(
            children.compile(
                new CompileTask(
                    new TreeMap<>(Map.of("sorte/strategies/Some.java", SOME)),
                    new TreeMap<>(Map.of("LeavingTest.java", source)))));
    ChildOutcome<TestAnswer> outcome =
        children.test(
            new TestTask(compiled.tests().orElseThrow().classes(), List.of("LeavingTest")));
    assertThat(outcome)
        .isInstanceOfSatisfying(Ended.class, ended -> assertThat(ended.end()).isEqualTo(End.DIED));
  }
}
