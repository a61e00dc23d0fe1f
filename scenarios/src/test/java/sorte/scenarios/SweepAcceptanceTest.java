package sorte.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sorte.trading.door.Json;
import sorte.trading.market.MarketFeed;
import sorte.trading.market.MarketSource;

/// `sweep`, as docs/contracts/cli.md has it.
class SweepAcceptanceTest {
  private static final int BARS = 3000;

  @TempDir Path folder;
  private Session session;
  private String data = "";

  @BeforeEach
  void home() throws IOException {
    session = Session.at(folder.resolve("home"));
    StringBuilder rows = new StringBuilder("time,open,high,low,close,volume\n");
    MarketFeed feed = new MarketSource.BuiltIn(3).from(0);
    for (int i = 0; i < BARS && feed.advance(); i++) {
      rows.append(feed.time());
      for (double x : new double[] {feed.open(), feed.high(), feed.low(), feed.close()}) {
        rows.append(',').append(x / 1000);
      }
      rows.append(',').append(feed.volume()).append('\n');
    }
    data = Files.writeString(folder.resolve("bars.csv"), rows).toString();
  }

  @Test
  void every_run_is_the_backtest_of_its_settings_and_the_best_has_the_largest_sharpe() {
    JsonNode result =
        sweep(
                "--range", "fast-ma.period=5..15:5",
                "--range", "slow-ma.period=20..40:10",
                "--fee", "0.0005")
            .left(0)
            .json();
    assertThat(result.fieldNames())
        .toIterable()
        .containsExactly("runs", "best", "backtestsPerSecond");
    assertThat(result.path("runs")).hasSize(9);
    double largest = Double.NEGATIVE_INFINITY;
    for (JsonNode run : result.path("runs")) {
      JsonNode set = run.path("parameters");
      JsonNode alone =
          session
              .run(
                  "backtest",
                  "--json",
                  "--strategy",
                  "sma-cross-long",
                  "--data",
                  data,
                  "--fee",
                  "0.0005",
                  "--set",
                  "fast-ma.period=" + set.path("fast-ma.period").asText(),
                  "--set",
                  "slow-ma.period=" + set.path("slow-ma.period").asText())
              .left(0)
              .json();
      for (String figure :
          List.of(
              "finalEquity",
              "returnPct",
              "maxDrawdownPct",
              "sharpe",
              "winRatePct",
              "exposurePct",
              "feesPaid")) {
        assertThat(run.path(figure)).as(set + " " + figure).isEqualTo(alone.path(figure));
      }
      assertThat(run.path("tradeCount").asInt()).isEqualTo(alone.path("trades").size());
      largest = Math.max(largest, run.path("sharpe").asDouble());
    }
    assertThat(result.path("best").path("sharpe").asDouble()).isEqualTo(largest);
  }

  @Test
  void the_same_inputs_give_the_same_bytes_but_for_the_pace() {
    String[] options = {"--range", "fast-ma.period=2..40:2", "--objective", "return"};
    assertThat(timeless(sweep(options))).isEqualTo(timeless(sweep(options)));
  }

  @Test
  void a_source_file_runs_in_the_sandbox_with_the_same_figures() {
    String source =
        Session.ROOT
            .resolve("strategies/src/main/java/sorte/strategies/SmaCrossLong.java")
            .toString();
    String[] range = {"--range", "fast-ma.period=5..10:5"};
    Session.Said confined =
        session.run(
            Stream.concat(
                    Stream.of("sweep", "--json", "--strategy", source, "--data", data),
                    Stream.of(range))
                .toArray(String[]::new));
    assertThat(timeless(confined)).isEqualTo(timeless(sweep(range)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fast-ma.period", "fast-ma.period=5..", "fast-ma.period=9..5:1", "fast-ma.period=5..9:0",
        "fast-ma.period=5..9:-1", "fast-ma.period=a..b:1", "=1..2:1", "fast-ma.period=1..999999:0.1"
      })
  void a_bad_range_is_wrong_usage(String range) {
    Session.Said said = sweep("--range", range).left(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).isNotBlank();
  }

  @Test
  void a_parameter_out_of_its_bounds_is_refused_with_the_bounds() {
    Session.Said said = sweep("--range", "fast-ma.period=1..500:499").left(1);
    assertThat(said.err()).contains("200");
    assertThat(sweep("--range", "nonsense=1..2:1").left(1).err()).contains("nonsense");
  }

  @Test
  void wrong_usage_says_the_right_one() {
    assertThat(sweep().left(2).err()).contains("--range");
    assertThat(sweep("--range", "fast-ma.period=5..6", "--objective", "luck").left(2).err())
        .contains("sharpe");
    assertThat(sweep("--range", "fast-ma.period=5..6", "--set", "fastMaPeriod=7").left(2).err())
        .contains("fast-ma.period");
  }

  private Session.Said sweep(String... options) {
    return session.run(
        Stream.concat(
                Stream.of("sweep", "--json", "--strategy", "sma-cross-long", "--data", data),
                Stream.of(options))
            .toArray(String[]::new));
  }

  private static String timeless(Session.Said said) {
    return Json.line(((ObjectNode) said.left(0).json().deepCopy()).without("backtestsPerSecond"));
  }
}
