package sorte.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.trading.door.Json;

/// `check`, as docs/contracts/cli.md has it.
class CheckAcceptanceTest {
  private static final Path GOOD =
      Session.ROOT.resolve("strategies/src/main/java/sorte/strategies/SmaCrossLong.java");
  private static final String BROKEN =
      "package sorte.strategies;\npublic final class Broken {\n  int x = \"no\";\n}\n";
  private static final int TOO_LARGE = 3_000_000;

  @TempDir Path folder;
  private Session session;

  @BeforeEach
  void home() {
    session = Session.at(folder.resolve("home"));
  }

  @Test
  void a_good_file_is_accepted_with_every_gate_and_a_reason_for_each_skipped_one() {
    JsonNode verdict = session.run("check", "--json", GOOD.toString()).left(0).json();
    assertThat(verdict.path("verdict").asText()).isEqualTo("approved");
    assertThat(verdict.path("accepted").asBoolean()).isTrue();
    assertThat(verdict.path("gates").size()).isGreaterThan(5);
    for (JsonNode gate : verdict.path("gates")) {
      assertThat(gate.path("outcome").asText()).isIn("pass", "skipped");
      if (gate.path("outcome").asText().equals("skipped")) {
        assertThat(gate.path("findings").path(0).path("what").asText()).isNotBlank();
      }
    }
  }

  @Test
  void what_does_not_compile_is_refused_in_the_compilers_words_at_its_line() throws IOException {
    Path file = Files.writeString(folder.resolve("Broken.java"), BROKEN);
    JsonNode verdict = session.run("check", "--json", file.toString()).left(1).json();
    JsonNode finding = lastGate(verdict).path("findings").path(0);
    assertThat(lastGate(verdict).path("gate").asText()).isEqualTo("compile");
    assertThat(finding.path("line").asInt()).isEqualTo(3);
    assertThat(finding.path("what").asText()).contains("incompatible types");
  }

  @Test
  void a_hostile_file_is_refused_with_gate_and_line_in_the_persons_language() throws IOException {
    Path file = folder.resolve("SmaCrossLong.java");
    Files.writeString(
        file,
        Files.readString(GOOD)
            .replace("return fast.crossesAbove(slow);", "System.exit(0);\n    return true;"));
    Session.Said said = session.run("check", file.toString()).left(1);
    assertThat(said.out()).contains("capability", "line 24");
    assertThat(Session.in("pt", folder.resolve("home")).run("check", file.toString()).left(1).out())
        .contains("capability", "linha 24");
  }

  @Test
  void what_is_no_source_file_is_bad_input() throws IOException {
    Path huge = Files.write(folder.resolve("Huge.java"), new byte[TOO_LARGE]);
    Path other = Files.writeString(folder.resolve("notes.txt"), "hello");
    for (Path file : List.of(huge, other, folder, folder.resolve("Missing.java"))) {
      assertThat(session.run("check", "--json", file.toString()).left(2).err())
          .contains(String.valueOf(file.getFileName()));
    }
    session.run("check").left(2);
    session.run("check", "--batch", folder.resolve("none").toString()).left(2);
  }

  @Test
  void a_batch_answers_for_every_file_however_odd() throws IOException {
    Path batch = Files.createDirectory(folder.resolve("batch"));
    byte[] noise = new byte[3_000];
    new Random(7).nextBytes(noise);
    Files.write(batch.resolve("Binary.java"), noise);
    Files.writeString(batch.resolve("Broken.java"), BROKEN);
    Files.createDirectory(batch.resolve("Directory.java"));
    Files.writeString(batch.resolve("Empty.java"), "");
    Files.createSymbolicLink(batch.resolve("Dangling.java"), batch.resolve("nothing"));
    Files.write(batch.resolve("Huge.java"), new byte[TOO_LARGE]);
    Files.writeString(
        batch.resolve("Nested.java"), "class Nested { int x = " + "(".repeat(50_000) + "1; }");
    Files.copy(GOOD, batch.resolve("SmaCrossLong.java"));
    Files.writeString(batch.resolve("with space é.java"), "class X {}");
    Files.writeString(batch.resolve("notes.txt"), "no source");
    Session.Said said = session.run("check", "--batch", batch.toString()).left(0);
    List<JsonNode> verdicts = said.out().lines().map(Json::read).toList();
    assertThat(verdicts.stream().map(v -> v.path("file").asText()))
        .containsExactly(
            "Binary.java",
            "Broken.java",
            "Dangling.java",
            "Directory.java",
            "Empty.java",
            "Huge.java",
            "Nested.java",
            "SmaCrossLong.java",
            "with space é.java");
    for (JsonNode verdict : verdicts) {
      boolean good = verdict.path("file").asText().equals("SmaCrossLong.java");
      assertThat(verdict.path("accepted").asBoolean()).as(verdict.toString()).isEqualTo(good);
      assertThat(verdict.path("verdict").asText()).isIn("approved", "rejected", "inconclusive");
      assertThat(lastGate(verdict).has("outcome")).isTrue();
    }
  }

  private static JsonNode lastGate(JsonNode verdict) {
    return verdict.path("gates").path(verdict.path("gates").size() - 1);
  }
}
