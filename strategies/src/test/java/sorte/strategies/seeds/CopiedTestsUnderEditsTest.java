package sorte.strategies.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The test that travels with a strategy holds for the strategy as its owner changes it, and fails
/// for one that is broken.
class CopiedTestsUnderEditsTest {
  private static final Path MAIN = Path.of("src/main/java/sorte/strategies/EmaCross.java");
  private static final Path TEST = Path.of("src/test/java/sorte/strategies/EmaCrossTest.java");

  @TempDir private Path folder;

  private String source() throws Exception {
    return Files.readString(MAIN);
  }

  @Test
  void as_it_is() throws Exception {
    run(source());
  }

  @Test
  void with_another_stop_and_one_more_condition() throws Exception {
    run(
        edited(
            edited(source(), "@Fraction(value = 0.03,", "@Fraction(value = 0.02,"),
            "&& rsi.below(p.rsiOverbought());",
            "&& rsi.below(p.rsiOverbought())\n        && rsi.below(35);"));
  }

  @Test
  void without_its_rsi() throws Exception {
    String without = edited(source(), "\n        && rsi.below(p.rsiOverbought());", ";");
    without = edited(without, "  private final Rsi rsi = rsi(p.rsiPeriod());\n", "");
    without = edited(without, "      @Bars(value = 14, min = 2, max = 100) int rsiPeriod,\n", "");
    run(
        edited(
            without, "      @Level(value = 70, min = 50, max = 95) double rsiOverbought,\n", ""));
  }

  @Test
  void with_another_rule_and_other_terms() throws Exception {
    String other =
        edited(
            source(),
            "return fast.crossesBelow(slow);",
            "return fast.crossesBelow(slow)\n        || close.below(lowest);");
    other =
        edited(
            other,
            "  public EmaCross(",
            "  private final sorte.strategy.Lowest lowest = lowest(300);\n\n  public EmaCross(");
    run(
        edited(
            other,
            ".takeProfit(p.takeProfit());",
            ".takeProfit(p.takeProfit())\n        .timeStop(20)\n        .cooldown(5)\n"
                + "        .trailingStop(0.01)\n        .tradingHours(\"09:00-17:00\");"));
  }

  @Test
  void with_a_size_of_its_own_and_a_stop_on_a_line() throws Exception {
    String sized = edited(source(), "Terms.allIn()", "Terms.invest(0.1)");
    sized = edited(sized, ".stopLoss(p.stopLoss())", ".stopLoss(range.times(2))");
    run(
        edited(
            sized,
            "  public EmaCross(",
            "  private final sorte.strategy.Atr range = atr(14);\n\n  public EmaCross("));
  }

  @Test
  void a_rule_that_throws_is_caught() throws Exception {
    String broken =
        edited(
            source(),
            "return fast.crossesBelow(slow);",
            "if (close.above(open)) {\n      throw new IllegalStateException(\"broken\");\n    }\n"
                + "    return fast.crossesBelow(slow);");
    assertThatThrownBy(() -> run(broken)).rootCause().hasMessage("broken");
  }

  @Test
  void a_bound_that_the_terms_refuse_is_caught() throws Exception {
    String broken = edited(source(), "min = 0.002, max = 0.20)", "min = 0.002, max = 1.20)");
    assertThatThrownBy(() -> run(broken)).rootCause().hasMessageContaining("below 1, was 1.2");
  }

  @Test
  void a_rule_that_remembers_between_runs_is_caught() throws Exception {
    String broken =
        edited(source(), "return fast.crossesBelow(slow);", "return asked++ % 11 == 0;");
    broken =
        edited(broken, "  public EmaCross(", "  private static int asked;\n\n  public EmaCross(");
    String source = broken;
    assertThatThrownBy(() -> run(source)).rootCause().isInstanceOf(AssertionError.class);
  }

  private static String edited(String source, String from, String to) {
    assertThat(source).contains(from);
    return source.replace(from, to);
  }

  /// Compiles strategy and test, and runs every test method.
  private void run(String strategy) throws Exception {
    Path main = Files.writeString(folder.resolve("EmaCross.java"), strategy);
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                main.toString(),
                TEST.toString());
    assertThat(compiled).isZero();
    URL[] compiledHere = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(compiledHere, new AllButStrategies())) {
      Class<?> type = loader.loadClass("sorte.strategies.EmaCrossTest");
      assertThat(type.getClassLoader()).isSameAs(loader);
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      int tests = 0;
      for (Method method : type.getDeclaredMethods()) {
        if (method.isAnnotationPresent(Test.class)) {
          tests++;
          method.setAccessible(true);
          invoke(method, constructor.newInstance());
        }
      }
      assertThat(tests).isGreaterThanOrEqualTo(5);
    }
  }

  private static void invoke(Method method, Object test) throws Exception {
    try {
      method.invoke(test);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(method.getName(), e.getCause());
    }
  }

  /// The class path without the strategies, so that those just compiled are found.
  private static final class AllButStrategies extends ClassLoader {
    AllButStrategies() {
      super(CopiedTestsUnderEditsTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("sorte.strategies.")) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }
  }
}
