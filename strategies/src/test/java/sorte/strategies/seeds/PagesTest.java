package sorte.strategies.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.strategies.EmaCross;
import sorte.strategy.run.Runner;
import sorte.strategy.run.StrategyType;
import sorte.strategy.run.Trial;

/// The strategy shown in the pages for people is one.
class PagesTest {
  private static final Pattern SOURCE =
      Pattern.compile("```java\n(package .*?)```", Pattern.DOTALL);

  @Test
  void the_strategy_shown_compiles_and_runs(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("HeavyDip.java"), source("strategies.md"));
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
                file.toString());
    assertThat(compiled).isZero();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      Class<?> shown = loader.loadClass("sorte.strategies.HeavyDip");
      Runner runner = Runner.start(StrategyType.of(shown), Map.of());
      assertThat(runner.firstDecisionBar()).isEqualTo(20);
    }
  }

  @Test
  void the_trial_shown_gives_what_is_shown() throws Exception {
    String decisions =
        Trial.of(EmaCross.class)
            .with("fast-ma.period", 2)
            .with("slow-ma.period", 4)
            .with("rsi.period", 3)
            .with("rsi.overbought", 95)
            .closes(9, 8, 7, 6, 5, 6, 8, 8, 6, 4)
            .toString();
    for (String page : List.of("strategies.md", "estrategias.md")) {
      assertThat(Files.readString(Path.of("../docs", page)))
          .contains("\"" + decisions + "\", small.closes(9, 8, 7, 6, 5, 6, 8, 8, 6, 4)");
    }
  }

  @Test
  void both_languages_show_the_same() throws Exception {
    assertThat(source("estrategias.md")).isEqualTo(source("strategies.md"));
    assertThat(rows("estrategias.md")).isEqualTo(rows("strategies.md"));
  }

  private static String source(String page) throws Exception {
    Matcher source = SOURCE.matcher(Files.readString(Path.of("../docs", page)));
    assertThat(source.find()).isTrue();
    return source.group(1);
  }

  /// The names of the plan in the table of indicators, in order.
  private static List<String> rows(String page) throws Exception {
    List<String> rows =
        Files.readAllLines(Path.of("../docs", page)).stream()
            .filter(line -> line.matches("\\| `[a-z-]+` \\| `[a-z]+.*"))
            .map(line -> line.split("`")[1])
            .toList();
    assertThat(rows).hasSize(17);
    return rows;
  }
}
