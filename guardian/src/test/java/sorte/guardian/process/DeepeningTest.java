package sorte.guardian.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.guardian.Guardian;
import sorte.guardian.attest.Audit;
import sorte.guardian.proof.Ground;
import sorte.guardian.repository.Seeds;
import sorte.guardian.sandbox.Confinement;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.home.Home;
import sorte.trading.release.Admits;
import sorte.trading.release.Store;

/// One guardian's life with two verdicts over real gates: the first admits to the shadow slot, the
/// second to capital, and what was admitted before is admitted at once.
class DeepeningTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));

  @TempDir private static Path folder;
  private static Home home;
  private static Guardian guardian;
  private static final List<String> TOLD = new ArrayList<>();
  private static JsonNode seed = Json.object();
  private static JsonNode first = Json.object();
  private static JsonNode second = Json.object();
  private static JsonNode again = Json.object();
  private static JsonNode back = Json.object();

  @BeforeAll
  static void a_life() throws Exception {
    assumeTrue(Confinement.probe().holds(), "this machine cannot confine children");
    home = GuardianProcessTest.home(folder.resolve("home"));
    String base;
    String source;
    String edited;
    guardian = Guardian.open(home.guardian().resolve("children"), () -> Ground.of(home));
    try (Office office = Office.open(home, CLOCK, guardian)) {
      seed = office.main();
      told("seed", seed);
      base = office.main().path("commit").asText();
      source = office.tree("").path("files").path(Seeds.IN_SERVICE_PATH).asText();
      edited = source.replace("value = 0.03", "value = 0.02");
      assertThatThrownBy(() -> office.deepen(change("1"))).hasMessageContaining("not judged");
      first = office.judge(GuardianProcessTest.good("1", base, edited));
      told("first", first);
    }
    // killed in between: nothing is known but what was written down
    guardian = Guardian.open(home.guardian().resolve("children"), () -> Ground.of(home));
    try (Office office = Office.open(home, CLOCK, guardian)) {
      told("killed", first);
      second = office.deepen(change("1"));
      told("second", second);
      again = office.deepen(change("1"));
      office.commit(GuardianProcessTest.commit("1"));
      office.advance(change("1"));
      String now = office.main().path("commit").asText();
      back = office.judge(GuardianProcessTest.good("2", now, source));
      told("back", back);
      JsonNode other = office.judge(GuardianProcessTest.good("3", now, costly(source)));
      office.abort(change("3").put("reason", "the owner does not want it"));
      told("aborted", other);
      assertThatThrownBy(() -> office.deepen(change("3")))
          .isInstanceOf(DoorError.class)
          .hasMessageContaining("taken back");
      JsonNode once = office.judge(GuardianProcessTest.good("4", now, costly(source)));
      told("asked once more", once);
    }
  }

  @AfterAll
  static void ended() throws IOException {
    if (guardian != null) {
      guardian.close();
    }
  }

  private static String costly(String source) {
    return source.replace("value = 0.06", "value = 0.005");
  }

  private static ObjectNode change(String id) {
    return Json.object().put("change", id).put("lang", "en");
  }

  /// What the trader would do with it now.
  private static void told(String what, JsonNode answer) {
    String artifact = answer.path("artifact").asText();
    Store store = new Store(home);
    for (Admits needed : Admits.values()) {
      String outcome =
          switch (store.admit(artifact, needed)) {
            case Store.Loading.Loaded _ -> "loads";
            case Store.Loading.Refused(String code, String _) -> code;
          };
      TOLD.add(what + " " + needed.word() + ": " + outcome);
    }
  }

  @Test
  void the_first_verdict_admits_to_shadow_and_the_second_to_capital_also_after_a_kill() {
    assertThat(first.path("admits").asText()).isEqualTo("shadow");
    assertThat(TOLD)
        .containsSubsequence(
            "seed capital: loads",
            "first shadow: loads",
            "first capital: another-slot",
            "killed capital: another-slot",
            "second shadow: loads",
            "second capital: loads");
  }

  @Test
  void the_second_verdict_tells_its_gates_and_is_the_same_when_it_is_asked_for_again() {
    List<String> gates = new ArrayList<>();
    second.path("verdict").path("gates").forEach(gate -> gates.add(gate.path("gate").asText()));
    assertThat(gates).containsExactly("mutation", "determinism", "pace", "attest");
    assertThat(second.path("verdict").path("accepted").asBoolean()).isTrue();
    assertThat(second.path("artifact")).isEqualTo(first.path("artifact"));
    assertThat(again).isEqualTo(second);
  }

  @Test
  void what_was_admitted_before_is_admitted_at_once_so_that_it_can_be_put_back() {
    assertThat(back.path("artifact")).isEqualTo(seed.path("artifact"));
    assertThat(back.path("admits").asText()).isEqualTo("capital");
    assertThat(TOLD).contains("back capital: loads");
  }

  @Test
  void what_was_taken_back_is_not_and_has_no_second_verdict() {
    assertThat(TOLD)
        .containsSubsequence(
            "aborted shadow: revoked",
            "aborted capital: another-slot",
            "asked once more shadow: loads",
            "asked once more capital: another-slot");
  }

  @Test
  void the_audit_knows_both_verdicts() throws IOException {
    assertThat(Audit.verify(home).firstBad()).isEmpty();
    StringBuilder log = new StringBuilder();
    try (Stream<Path> files = Files.list(home.guardianLog())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        log.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    assertThat(log).contains("\"type\":\"Deepened\"", "\"admits\":\"shadow\"");
  }
}
