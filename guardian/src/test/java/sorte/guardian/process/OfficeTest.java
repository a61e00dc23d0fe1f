package sorte.guardian.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
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

/// One guardian's life over real gates (judged, committed, in force, taken back), and then what
/// becomes of its home when each of its files is lost or altered.
class OfficeTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));

  @TempDir private static Path folder;
  private static Home home;
  private static Guardian guardian;
  private static String seeds = "";
  private static String restored = "";
  private static JsonNode barred = Json.object();
  private static JsonNode again = Json.object();

  @BeforeAll
  static void a_life() throws Exception {
    assumeTrue(Confinement.probe().holds(), "this machine cannot confine children");
    home = GuardianProcessTest.home(folder.resolve("home"));
    guardian = Guardian.open(home.guardian().resolve("children"), () -> Ground.of(home));
    try (Office office = Office.open(home, CLOCK, guardian)) {
      seeds = office.main().path("commit").asText();
      String source = office.tree("").path("files").path(Seeds.IN_SERVICE_PATH).asText();
      String costly = source.replace("value = 0.06", "value = 0.005");
      approved(office.judge(GuardianProcessTest.good("1", seeds, costly)));
      String first = office.commit(GuardianProcessTest.commit("1")).path("commit").asText();
      office.advance(Json.object().put("change", "1"));
      String edited = source.replace("value = 0.03", "value = 0.02");
      approved(office.judge(GuardianProcessTest.good("2", first, edited)));
      office.commit(GuardianProcessTest.commit("2"));
      office.abort(Json.object().put("change", "2").put("reason", "it lost money"));
      barred = office.judge(GuardianProcessTest.good("3", first, edited).put("origin", "own"));
      again = office.judge(GuardianProcessTest.good("4", first, edited));
      office.commit(GuardianProcessTest.commit("4"));
      assertThatThrownBy(() -> office.judge(GuardianProcessTest.good("2", seeds, edited)))
          .isInstanceOf(DoorError.class);
      restored = office.revert(reverting()).path("commit").asText();
      assertThat(office.revert(reverting()).path("commit").asText()).isEqualTo(restored);
      assertThatThrownBy(() -> office.advance(Json.object().put("change", "4")))
          .hasMessageContaining("main is at");
      assertThat(office.main().path("commit").asText()).isEqualTo(restored);
      assertThat(office.tree("").path("files")).isEqualTo(office.tree(seeds).path("files"));
    }
    assertThat(Audit.verify(home).firstBad()).isEmpty();
  }

  @AfterAll
  static void ended() throws IOException {
    guardian.close();
  }

  private static ObjectNode reverting() {
    ObjectNode body = Json.object().put("change", "1").put("author", "Ana");
    body.put("time", "2026-01-02T03:04:05Z").put("reason", "taken back by Ana");
    return body;
  }

  private static void approved(JsonNode answer) {
    assertThat(answer.path("verdict").path("accepted").asBoolean())
        .as(answer.path("verdict").toString())
        .isTrue();
  }

  private static JsonNode last(JsonNode answer) {
    JsonNode gates = answer.path("verdict").path("gates");
    return gates.path(gates.size() - 1);
  }

  @Test
  void what_was_taken_back_is_barred_to_sorte_itself() {
    assertThat(barred.path("verdict").path("verdict").asText()).isEqualTo("rejected");
    assertThat(last(barred).path("gate").asText()).isEqualTo("attest");
    assertThat(last(barred).path("findings").path(0).path("what").asText())
        .contains("change 2", "it lost money");
  }

  @Test
  void every_version_that_was_ever_tried_counts_once_that_of_the_seeds_included() {
    assertThat(attempts(again)).isEqualTo("3");
  }

  private static String attempts(JsonNode answer) {
    for (JsonNode gate : answer.path("verdict").path("gates")) {
      if (gate.path("gate").asText().equals("honesty")) {
        return gate.path("findings")
            .path(0)
            .path("what")
            .asText()
            .replaceAll("^\\D+(\\d+).*", "$1");
      }
    }
    return "no honesty gate";
  }

  @Test
  void a_person_may_ask_again_for_what_was_taken_back_and_is_told_why_it_was() {
    approved(again);
    assertThat(last(again).path("findings").path(0).path("rule").asText())
        .isEqualTo("attest.before");
    assertThat(last(again).path("findings").path(0).path("what").asText())
        .contains("change 2: it lost money");
  }

  @Test
  void a_restart_finds_what_was_put_back_and_whom_it_reverts(@TempDir Path at) throws Exception {
    Home copy = copied(at);
    try (Office office = Office.open(copy, CLOCK, guardian)) {
      assertThat(office.main().path("commit").asText()).isEqualTo(restored);
      assertThat(office.revert(reverting()).path("commit").asText()).isEqualTo(restored);
    }
    Process git =
        new ProcessBuilder("git", "--git-dir=" + copy.repository(), "log", "-1", "main")
            .redirectErrorStream(true)
            .start();
    assertThat(new String(git.getInputStream().readAllBytes())).contains("Reverts: 1");
    assertThat(Audit.verify(copy).firstBad()).isEmpty();
  }

  @Test
  void every_file_that_is_lost_cut_or_altered_is_seen_by_the_audit(@TempDir Path at)
      throws Exception {
    Home copy = copied(at);
    List<String> unseen = new ArrayList<>();
    List<Path> files = signed(copy);
    assertThat(files).hasSizeGreaterThan(20);
    for (Path file : files) {
      byte[] good = Files.readAllBytes(file);
      byte[] flipped = flipped(copy, file, good);
      byte[] cut = Arrays.copyOf(good, good.length / 2);
      for (byte[] bad : List.of(flipped, cut, new byte[0])) {
        writable(file);
        Files.write(file, bad);
        if (Audit.verify(copy).ok()) {
          unseen.add(copy.root().relativize(file) + " as " + bad.length + " bytes");
        }
      }
      Files.delete(file);
      if (Audit.verify(copy).ok()) {
        unseen.add(copy.root().relativize(file) + " deleted");
      }
      Files.write(file, good);
    }
    assertThat(unseen).isEmpty();
    assertThat(Audit.verify(copy).firstBad()).isEmpty();
  }

  @Test
  void what_is_swapped_or_added_is_seen_by_the_audit(@TempDir Path at) throws Exception {
    Home copy = copied(at);
    Path main = copy.repository().resolve("refs/heads/main");
    byte[] good = Files.readAllBytes(main);
    Files.writeString(main, seeds + "\n");
    assertThat(Audit.verify(copy).firstBad().orElse("")).contains("refs/heads/main is at");
    Files.write(main, good);
    Path extra = copy.repository().resolve("refs/sorte/candidates/99");
    Files.writeString(extra, seeds + "\n");
    assertThat(Audit.verify(copy).firstBad().orElse("")).contains("candidates/99");
    Files.delete(extra);
    List<Path> attestations;
    try (Stream<Path> list = Files.list(copy.store().resolve("attestations"))) {
      attestations = list.sorted().toList();
    }
    byte[] first = Files.readAllBytes(attestations.getFirst());
    Files.write(attestations.getFirst(), Files.readAllBytes(attestations.getLast()));
    assertThat(Audit.verify(copy).firstBad().orElse("")).contains("is not the one in the log");
    Files.write(attestations.getFirst(), first);
    Files.write(copy.storeAttestation("b".repeat(64)), first);
    assertThat(Audit.verify(copy).firstBad().orElse("")).contains("has no leaf");
  }

  @Test
  void after_any_file_is_lost_a_start_recovers_or_refuses_and_never_serves_what_is_bad(
      @TempDir Path at) throws Exception {
    Home copy = copied(at);
    List<String> wrong = new ArrayList<>();
    int recovered = 0;
    int refused = 0;
    for (Path file : signed(copy)) {
      byte[] good = Files.readAllBytes(file);
      boolean source = file.startsWith(copy.store().resolve("artifacts"));
      Files.delete(file);
      try (Office office = Office.open(copy, CLOCK, guardian)) {
        boolean served = office.main().path("commit").asText().equals(restored);
        if (!served) {
          wrong.add(copy.root().relativize(file) + ": another main");
        } else if (Audit.verify(copy).ok()) {
          recovered++;
        } else if (!source && !file.startsWith(copy.repository())) {
          wrong.add(copy.root().relativize(file) + ": " + Audit.verify(copy).firstBad());
        }
      } catch (IOException e) {
        refused++;
        assertThat(e.getMessage()).isNotBlank();
      }
      writable(file);
      Files.write(file, good);
    }
    System.out.println(recovered + " recovered, " + refused + " refused");
    assertThat(wrong).isEmpty();
    assertThat(recovered).isPositive();
    assertThat(refused).isPositive();
  }

  private static Home copied(Path at) throws IOException {
    Path to = at.resolve("copy");
    try (Stream<Path> all = Files.walk(home.root())) {
      for (Path one :
          all.filter(p -> !p.startsWith(home.guardian().resolve("children"))).toList()) {
        Path target = to.resolve(home.root().relativize(one).toString());
        if (Files.isDirectory(one)) {
          Files.createDirectories(target);
        } else {
          Files.copy(one, target);
        }
      }
    }
    return Home.opened(to);
  }

  /// The files whose content the guardian answers for.
  private static List<Path> signed(Home of) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path root :
        List.of(
            of.guardianLog(),
            of.store(),
            of.repository().resolve("objects"),
            of.repository().resolve("refs"),
            of.publicKey())) {
      try (Stream<Path> all = Files.walk(root)) {
        // the last entry took change 1 back: its ref cannot be told from one that a crash kept back
        all.filter(Files::isRegularFile)
            .filter(file -> !file.endsWith("refs/sorte/aborted/1"))
            .sorted()
            .forEach(files::add);
      }
    }
    return files;
  }

  /// The file with one bit flipped that makes another content of it. Packed data has bits that
  /// change nothing (a repeated stretch copied from another of its places): such a flip alters no
  /// object, and about one in a thousand is of that kind.
  private static byte[] flipped(Home of, Path file, byte[] good) {
    boolean packed = file.startsWith(of.repository().resolve("objects"));
    for (int at = good.length / 2; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= 1;
      if (!packed || !Arrays.equals(unpacked(bad), unpacked(good))) {
        return bad;
      }
    }
    throw new AssertionError(file + ": no flip alters it");
  }

  /// What packed data holds; nothing where it cannot be unpacked.
  private static byte[] unpacked(byte[] packed) {
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static void writable(Path file) throws IOException {
    if (Files.exists(file)) {
      Files.setPosixFilePermissions(
          file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    }
  }
}
