package sorte.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.strategies.EmaCross;
import sorte.strategies.SmaCrossReverse;
import sorte.trading.door.Json;
import sorte.trading.market.MarketSpec;
import sorte.trading.release.Admits;
import sorte.trading.release.TestKeys;

/// What is attested for the shadow slot alone never gets a share of the capital, whatever is put in
/// the place of its attestation; a second attestation lets it.
class ShadowOnlyTest {
  /// The follower that runs a shadow loads it from the store as well.
  private static final String GONE = "no candidate of change ch-1 is there";

  @TempDir private Path root;
  private TestHome home;
  private RunningTrader trader;
  private String candidate = "";
  private int asked;

  @BeforeEach
  void a_candidate_in_shadow() throws IOException {
    home = TestHome.at(root, MarketSpec.builtIn(9), "max");
    String ema = home.release("seed", EmaCross.class, EmaCross.Parameters.class);
    candidate = home.release("ch-1", SmaCrossReverse.class, SmaCrossReverse.Parameters.class);
    home.attest(candidate, SmaCrossReverse.class, "ch-1", Admits.SHADOW);
    trader = RunningTrader.start(home.home());
    trader.load("seed", "seed", ema, "stable", 1);
    JsonNode loaded = trader.load("shadow", "ch-1", candidate, "shadow", 0);
    assertThat(loaded.path("outcome").asText()).as(loaded.toString()).isEqualTo("loaded");
  }

  @AfterEach
  void stop() throws Exception {
    trader.close();
  }

  private JsonNode share() {
    return trader.post("/slots/share", command("share").put("share", 0.05).toString());
  }

  private ObjectNode command(String what) {
    asked++;
    return Json.object().put("commandId", what + "-" + asked).put("change", "ch-1");
  }

  /// @param why one of these; whoever altered what stands in the store may find the candidate gone
  private void refused(JsonNode answer, String... why) {
    assertThat(answer.path("outcome").asText()).as(answer.toString()).isEqualTo("refused");
    assertThat(answer.path("reason").asText()).containsAnyOf(why);
    for (JsonNode slot : trader.get("/status").path("slots")) {
      if (slot.path("change").asText().equals("ch-1")) {
        assertThat(slot.path("slot").asText()).isEqualTo("shadow");
        assertThat(slot.path("share").asDouble()).isZero();
      }
    }
  }

  @Test
  void no_way_to_capital_takes_it() throws IOException {
    refused(share(), "another-slot");
    refused(trader.post("/promote", command("promote").toString()), "another-slot");
    refused(trader.load("canary", "ch-2", candidate, "canary", 0.05), "another-slot");
    refused(trader.load("stable", "ch-2", candidate, "stable", 1), "another-slot");
  }

  @Test
  void a_second_attestation_lets_it_and_a_replay_of_the_journal_repeats_both() throws Exception {
    refused(share(), "another-slot");
    home.attest(candidate, SmaCrossReverse.class, "ch-1", Admits.CAPITAL);
    JsonNode shared = share();
    assertThat(shared.path("outcome").asText()).as(shared.toString()).isEqualTo("loaded");
    JsonNode before = trader.get("/status").path("slots");
    trader.kill();
    trader = RunningTrader.start(home.home());
    assertThat(trader.get("/status").path("slots")).isEqualTo(before);
  }

  @Test
  void an_altered_word_a_foreign_key_and_another_releases_word_do_not_let_it() throws IOException {
    Path place = home.home().storeAttestation(candidate);
    byte[] ours = Files.readAllBytes(place);
    ObjectNode envelope = (ObjectNode) Json.read(ours);
    String said = decoded(envelope.path("payload").asText());
    assertThat(said).contains("\"admits\":\"shadow\"");
    envelope.put("payload", encoded(said.replace("\"shadow\"", "\"capital\"")));
    Files.write(place, Json.bytes(envelope));
    refused(share(), "not-attested", GONE);

    byte[] foreign =
        TestKeys.made()
            .attestation(candidate, SmaCrossReverse.class.getName(), "ch-1", Admits.CAPITAL, 9);
    Files.write(place, foreign);
    refused(share(), "not-attested", GONE);

    String stable = trader.get("/status").path("slots").path(0).path("artifact").asText();
    Files.copy(home.home().storeAttestation(stable), replaced(place));
    refused(share(), "altered", GONE);
  }

  @Test
  void an_older_word_of_capital_that_was_taken_back_since_does_not_let_it_when_it_is_put_back()
      throws IOException {
    Path place = home.home().storeAttestation(candidate);
    home.attest(candidate, SmaCrossReverse.class, "ch-1", Admits.CAPITAL);
    byte[] older = Files.readAllBytes(place);
    home.revoke(candidate);
    home.attest(candidate, SmaCrossReverse.class, "ch-1", Admits.SHADOW);
    home.revoke(candidate);
    Files.write(place, older);
    refused(share(), "revoked", GONE);
  }

  private static Path replaced(Path place) throws IOException {
    Files.delete(place);
    return place;
  }

  private static String decoded(String payload) {
    return new String(Base64.getDecoder().decode(payload), StandardCharsets.UTF_8);
  }

  private static String encoded(String payload) {
    return Base64.getEncoder().encodeToString(payload.getBytes(StandardCharsets.UTF_8));
  }
}
