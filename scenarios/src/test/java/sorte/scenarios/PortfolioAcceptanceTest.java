package sorte.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.trading.market.BarsFile;
import sorte.trading.market.MarketSource;

/// `portfolio`: several strategies in one account, as a person starts it.
class PortfolioAcceptanceTest {
  @TempDir Path folder;
  private Session session;
  private Path one;
  private Path other;

  @BeforeEach
  void markets() throws IOException {
    session = Session.at(folder.resolve("home"));
    one = folder.resolve("one.csv");
    other = folder.resolve("other.csv.gz");
    BarsFile.write(one, new MarketSource.BuiltIn(1).from(0).take(3000));
    BarsFile.write(other, new MarketSource.BuiltIn(2).from(0).take(3000));
  }

  @Test
  void legs_share_an_account_and_give_the_same_document_each_time() {
    JsonNode first = run().json();
    assertThat(first.path("legs")).hasSize(3);
    assertThat(first.path("legs").path(0).path("symbol").asText()).isEqualTo("ONE");
    double legs = 0;
    for (JsonNode leg : first.path("legs")) {
      assertThat(leg.path("trades").size()).isPositive();
      legs += leg.path("finalEquity").asDouble();
    }
    double reserve = 10_000_000 * 0.1;
    assertThat(first.path("finalEquity").asDouble())
        .isCloseTo(
            legs + reserve + first.path("savedByCrossing").asDouble(),
            org.assertj.core.api.Assertions.within(1e-6));
    assertThat(timeless(run().json())).isEqualTo(timeless(first));
  }

  private Session.Said run() {
    return session
        .run(
            "portfolio",
            "--json",
            "--cash",
            "10000000",
            "--leg",
            "sma-cross-long@" + one + "=0.4",
            "--leg",
            "ema-cross@" + one + "=0.3",
            "--leg",
            "sma-cross-reverse@" + other + "=0.2")
        .left(0);
  }

  private static JsonNode timeless(JsonNode json) {
    return ((ObjectNode) json).without("elapsedMillis");
  }

  @Test
  void limits_of_the_account_deny_entries_and_are_told() {
    JsonNode limited =
        session
            .run(
                "portfolio",
                "--json",
                "--cash",
                "10000000",
                "--max-exposure",
                "0.3",
                "--leg",
                "sma-cross-long@" + one + "=0.5",
                "--leg",
                "sma-cross-reverse@" + other + "=0.5")
            .left(0)
            .json();
    assertThat(limited.path("denied").asInt()).isPositive();
    assertThat(limited.path("denials").path(0).path("rule").asText())
        .isEqualTo("limits.max-exposure");
  }

  @Test
  void bad_legs_are_told_with_what_is_right() {
    assertThat(session.run("portfolio", "--leg", "sma-cross-long").left(2).err())
        .contains("STRATEGY@FILE");
    assertThat(session.run("portfolio", "--leg", "sma-cross-long@" + one + "=1.5").left(2).err())
        .contains("at most 1");
    assertThat(session.run("portfolio", "--leg", "nobody@" + one + "=0.5").left(2).err())
        .contains("nobody");
    assertThat(
            session
                .run(
                    "portfolio",
                    "--leg",
                    "sma-cross-long@" + one + "=0.7",
                    "--leg",
                    "ema-cross@" + one + "=0.7")
                .left(2)
                .err())
        .contains("only one account");
    assertThat(
            session
                .run("portfolio", "--leg", "sma-cross-long@" + folder.resolve("no.csv") + "=0.5")
                .left(2)
                .err())
        .contains("no.csv");
  }

  @Test
  void the_result_is_told_in_both_languages() {
    String en = session.run("portfolio", "--leg", "sma-cross-long@" + one + "=1").left(0).out();
    String pt =
        Session.in("pt", folder.resolve("home"))
            .run("portfolio", "--leg", "sma-cross-long@" + one + "=1")
            .left(0)
            .out();
    assertThat(en).contains("Equity", "Largest drawdown", "sma-cross-long@ONE");
    assertThat(pt).contains("Patrimônio", "Queda máxima", "sma-cross-long@ONE");
  }

  @Test
  void a_leg_may_trade_bars_built_of_the_files_own() {
    JsonNode legs =
        session
            .run(
                "portfolio",
                "--json",
                "--cash",
                "10000000",
                "--leg",
                "sma-cross-long@" + one + "=0.5",
                "--leg",
                "sma-cross-long@" + one + "@1h=0.5")
            .left(0)
            .json()
            .path("legs");
    assertThat(legs.path(0).path("bars").asInt()).isEqualTo(3000);
    assertThat(legs.path(1).path("bars").asInt()).isEqualTo(3000 / 4);
    assertThat(legs.path(1).path("symbol").asText()).isEqualTo("ONE");
    assertThat(session.run("portfolio", "--leg", "ema-cross@" + one + "@7m=0.5").left(2).err())
        .contains("7m");
  }
}
