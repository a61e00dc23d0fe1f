package sorte.guardian.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.guardian.repository.Seeds;
import sorte.trading.door.DoorClient;
import sorte.trading.door.Json;
import sorte.trading.home.Home;
import sorte.trading.market.BarsFile;
import sorte.trading.market.MarketSource;
import sorte.trading.market.MarketSpec;
import sorte.trading.release.Store;

class GuardianProcessTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));

  static Home home(Path root) throws Exception {
    Home home = Home.opened(root);
    MarketSpec.builtIn(7).write(home.marketFile());
    BarsFile.write(home.history(), new MarketSource.BuiltIn(7).from(0).take(3000));
    return home;
  }

  static ObjectNode good(String change, String base, String source) {
    ObjectNode body = Json.object().put("change", change).put("base", base);
    body.put("origin", "person").put("lang", "en").put("request", "stop loss to 2%");
    body.putObject("plan").put("kind", "change");
    body.put("strategy", "ema-cross");
    body.putObject("files").put(Seeds.IN_SERVICE_PATH, source);
    return body;
  }

  static ObjectNode commit(String change) {
    ObjectNode body = Json.object().put("change", change).put("author", "Ana");
    body.put("time", "2026-01-02T03:04:05Z").put("subject", "Stop loss at 2 %");
    body.putArray("trailers").addArray().add("Requested-By").add("Ana");
    return body;
  }

  @Test
  void a_good_change_is_judged_committed_advanced_and_known_after_a_restart(@TempDir Path root)
      throws Exception {
    Home home = home(root.resolve("home"));
    JsonNode made;
    JsonNode judged;
    try (GuardianProcess process = GuardianProcess.open(home, CLOCK)) {
      DoorClient door = DoorClient.to(home, "guardian");
      JsonNode main = door.get("/main");
      assertThat(new Store(home).load(main.path("artifact").asText()))
          .isInstanceOf(Store.Loading.Loaded.class);
      String commit = main.path("commit").asText();
      String source =
          door.get("/tree?commit=" + commit).path("files").path(Seeds.IN_SERVICE_PATH).asText();
      String edited = source.replace("value = 0.03", "value = 0.02");
      long start = System.nanoTime();
      judged = door.post("/judge", good("7", commit, edited));
      System.out.println("judged in " + (System.nanoTime() - start) / 1_000_000 + " ms: " + judged);
      assertThat(judged.path("verdict").path("verdict").asText()).isEqualTo("approved");
      assertThat(judged.path("diff").asText()).contains("+      @Fraction(value = 0.02");
      assertThat(door.post("/judge", good("7", commit, edited))).isEqualTo(judged);
      assertThat(new Store(home).load(judged.path("artifact").asText()))
          .isInstanceOf(Store.Loading.Loaded.class);
      made = door.post("/commit", commit("7"));
      assertThat(door.post("/commit", commit("7"))).isEqualTo(made);
    }
    Files.delete(home.storeAttestation(judged.path("artifact").asText()));
    try (GuardianProcess process = GuardianProcess.open(home, CLOCK)) {
      DoorClient door = DoorClient.to(home, "guardian");
      assertThat(door.get("/verdict?change=7")).isEqualTo(judged);
      assertThat(home.storeAttestation(judged.path("artifact").asText())).exists();
      assertThat(door.post("/commit", commit("7"))).isEqualTo(made);
      assertThat(door.post("/advance", Json.object().put("change", "7"))).isEqualTo(made);
      assertThat(door.get("/main").path("artifact")).isEqualTo(judged.path("artifact"));
    }
  }
}
