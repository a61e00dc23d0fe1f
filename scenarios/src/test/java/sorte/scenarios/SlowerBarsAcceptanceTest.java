package sorte.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The strategy of docs/strategies.md that looks at slower bars, through the command line.
class SlowerBarsAcceptanceTest {
  private static final long HOUR = 3_600_000;
  private static final long START = 1_704_067_200_000L;

  @TempDir Path folder;
  private Path file;
  private Session session;

  @BeforeEach
  void taken_from_the_page() throws IOException {
    session = Session.at(folder.resolve("home"));
    String source = example("strategies.md");
    assertThat(example("estrategias.md")).isEqualTo(source);
    file = Files.writeString(folder.resolve("FourHourTrend.java"), source);
  }

  private static String example(String page) throws IOException {
    String text = Files.readString(Session.ROOT.resolve("docs").resolve(page));
    int name = text.indexOf("class FourHourTrend");
    int from = text.lastIndexOf("```java\n", name) + "```java\n".length();
    assertThat(name).as(page).isPositive();
    return text.substring(from, text.indexOf("```", from));
  }

  @Test
  void every_gate_lets_it_through() {
    JsonNode verdict = session.run("check", "--json", file.toString()).left(0).json();
    assertThat(verdict.path("verdict").asText()).as(verdict.toString()).isEqualTo("approved");
  }

  @Test
  void it_is_backtested_and_sees_nothing_ahead() throws IOException {
    String data = bars("hours.csv", HOUR);
    JsonNode result =
        session
            .run("backtest", "--json", "--strategy", file.toString(), "--data", data)
            .left(0)
            .json();
    assertThat(result.path("trades").size()).as(result.toString()).isGreaterThan(3);
    JsonNode ahead =
        session
            .run(
                "analyse",
                "look-ahead",
                "--json",
                "--cuts",
                "6",
                "--strategy",
                file.toString(),
                "--data",
                data)
            .left(0)
            .json();
    assertThat(ahead.path("clean").asBoolean()).as(ahead.toString()).isTrue();
    assertThat(ahead.path("compared").asLong()).isGreaterThan(1_000);
  }

  @Test
  void bars_that_four_hours_are_not_made_of_are_refused_in_the_person_s_language()
      throws IOException {
    String days = bars("days.csv", 24 * HOUR);
    String[] command = {"backtest", "--strategy", file.toString(), "--data", days};
    assertThat(session.run(command).left(1).err())
        .contains("cannot run on these bars", "series(\"4h\")", "bars of 1d");
    assertThat(Session.in("pt", folder.resolve("home")).run(command).left(1).err())
        .contains("não roda sobre estes candles", "series(\"4h\")");
  }

  private String bars(String name, long step) throws IOException {
    SplittableRandom random = new SplittableRandom(5);
    StringBuilder text = new StringBuilder("time,open,high,low,close,volume\n");
    double last = 100;
    for (int i = 0; i < 1_500; i++) {
      double close = last * (1 + 0.02 * (random.nextDouble() - 0.5));
      text.append(
          String.format(
              Locale.ROOT,
              "%d,%.4f,%.4f,%.4f,%.4f,%d%n",
              START + i * step,
              last,
              Math.max(last, close) + 0.1,
              Math.min(last, close) - 0.1,
              close,
              random.nextInt(1, 100)));
      last = close;
    }
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
