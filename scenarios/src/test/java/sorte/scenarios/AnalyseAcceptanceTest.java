package sorte.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `analyse` and `backtest --report`.
class AnalyseAcceptanceTest {
  private static final String[] RANGES = {
    "--range", "fast-ma.period=5..15:5", "--range", "slow-ma.period=20..40:20"
  };

  @TempDir Path folder;

  private Session.Said analyse(String language, String kind, String strategy, String... more) {
    List<String> all = new ArrayList<>(List.of("analyse", kind, "--strategy", strategy, "--data"));
    all.add(Session.shared("data/GOOG-1d.csv").toString());
    all.addAll(List.of(more));
    return Session.in(language, folder.resolve("home")).run(all.toArray(String[]::new));
  }

  @Test
  void every_kind_answers_in_both_languages() {
    for (String kind : List.of("look-ahead", "warm-up", "monte-carlo", "costs")) {
      String en = analyse("en", kind, "sma-cross-long").left(0).out();
      String pt = analyse("pt", kind, "sma-cross-long").left(0).out();
      assertThat(en).as(kind).isNotBlank().isNotEqualTo(pt);
    }
    for (String kind : List.of("walk-forward", "surface")) {
      assertThat(analyse("pt", kind, "sma-cross-long", RANGES).left(0).out()).isNotBlank();
      assertThat(analyse("en", kind, "sma-cross-long").left(2).err()).contains("--range");
    }
  }

  @Test
  void a_source_file_is_analysed_in_the_sandbox_as_the_shipped_class_is_here() {
    String source =
        Session.ROOT
            .resolve("strategies/src/main/java/sorte/strategies/SmaCrossLong.java")
            .toString();
    for (String kind : List.of("look-ahead", "costs")) {
      JsonNode confined = analyse("en", kind, source, "--json", "--cuts", "6").left(0).json();
      JsonNode here = analyse("en", kind, "sma-cross-long", "--json", "--cuts", "6").left(0).json();
      for (String key : List.of("clean", "compared", "rows", "breakEvenFee")) {
        assertThat(confined.path(key)).as(kind + " " + key).isEqualTo(here.path(key));
      }
    }
  }

  @Test
  void wrong_usage_says_the_right_one() {
    assertThat(analyse("en", "nonsense", "sma-cross-long").left(2).err()).contains("look-ahead");
    assertThat(analyse("en", "costs", "nope").left(2).err()).contains("sma-cross-long");
    assertThat(analyse("pt", "warm-up", "ema-cross", "--window", "9999").left(2).err())
        .contains("warm-up", "9999");
    assertThat(analyse("en", "costs", "ema-cross", "--set", "stop-loss=7").left(1).err())
        .contains("0.2");
  }

  @Test
  void a_report_is_written_where_it_can_be_and_refused_where_it_cannot() {
    Session session = Session.at(folder.resolve("home"));
    String data = Session.shared("data/GOOG-1d.csv").toString();
    for (String name : List.of("out.html", "out.png")) {
      Path file = folder.resolve(name);
      session
          .run(
              "backtest",
              "--strategy",
              "sma-cross-long",
              "--data",
              data,
              "--json",
              "--report",
              file.toString())
          .left(0)
          .json();
      assertThat(file).exists().isNotEmptyFile();
    }
    for (String bad : List.of("out.pdf", "none/out.html")) {
      session
          .run(
              "backtest",
              "--strategy",
              "sma-cross-long",
              "--data",
              data,
              "--report",
              folder.resolve(bad).toString())
          .left(2);
    }
    assertThat(Files.exists(folder.resolve("out.pdf"))).isFalse();
  }
}
