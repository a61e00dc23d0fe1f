package sorte.guardian.attest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.trading.door.DoorError;
import sorte.trading.door.Json;
import sorte.trading.home.Home;
import sorte.trading.release.GuardianKey;

/// Every tampering with the log, its checkpoints and the witness copy is found; and the verifier in
/// another language finds the same.
class TamperedLogTest {
  private static final long SEED = 89;
  private static final int ORDINARY = 315;
  private static final int LONG = 100_000;
  private static final int FOR_PYTHON = 21;
  private static final int TOLD_EVERY = 10_000;

  @TempDir Path root;
  private Home home;
  private SigningKey key;
  private Path witness;

  @BeforeEach
  void keys() throws IOException {
    home = Home.opened(root.resolve("home"));
    key = SigningKey.of(home);
    witness = Witness.file(root.resolve("witness"), home, key.guardianKey());
  }

  private void allFound(int count) throws IOException {
    System.out.println(count + " tamperings from seed " + SEED);
    Tampering tampering = new Tampering(root.resolve("logs"), key, SEED, true);
    LogFolder files = new LogFolder(root.resolve("looked-at"), Tampering.MILESTONE);
    Tampering.put(tampering.good(), files, witness);
    assertThat(finds(files)).as("the good log").isFalse();
    Map<Tampering.Kind, Integer> unseen = new EnumMap<>(Tampering.Kind.class);
    int[] tried = new int[1];
    tampering.each(
        count,
        unseen,
        bad -> {
          Tampering.put(bad, files, witness);
          if (++tried[0] % TOLD_EVERY == 0) {
            System.out.println(tried[0] + " tried, not found: " + unseen);
          }
          return finds(files);
        });
    assertThat(unseen).as("of seed " + SEED).isEmpty();
    Tampering.put(tampering.good(), files, witness);
    assertThat(finds(files)).as("the good log again").isFalse();
  }

  private boolean finds(LogFolder files) throws IOException {
    try {
      new LogCheck(files, key.guardianKey()).run(Witness.seen(witness, key.guardianKey()), _ -> {});
      return false;
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("is not as it was signed");
      return true;
    } catch (LogAltered | DoorError | IllegalArgumentException _) {
      return true;
    }
  }

  @Test
  void some_hundred_random_tamperings_of_every_kind_are_all_found() throws IOException {
    allFound(ORDINARY);
  }

  @Test
  @Tag("long")
  void a_hundred_thousand_random_tamperings_are_all_found() throws IOException {
    allFound(LONG);
  }

  @Test
  void the_verifier_in_python_agrees_on_good_and_tampered_logs() throws Exception {
    assumeTrue(python().isPresent(), "no python3 here: the verifier in Python is not tried");
    Tampering tampering = new Tampering(root.resolve("logs"), key, SEED, false);
    LogFolder files = LogFolder.of(home);
    Tampering.put(tampering.good(), files, witness);
    assertThat(finds(files)).isFalse();
    Said good = python(files);
    assertThat(good.exit()).as(good.out()).isZero();
    assertThat(Json.read(good.out()).path("entries").asInt()).isEqualTo(Tampering.ENTRIES);
    assertThat(Json.read(good.out()).path("witnessed").asInt()).isEqualTo(Tampering.ENTRIES);
    Map<Tampering.Kind, Integer> unseen = new EnumMap<>(Tampering.Kind.class);
    tampering.each(
        FOR_PYTHON,
        unseen,
        bad -> {
          Tampering.put(bad, files, witness);
          Said said = python(files);
          assertThat(said.exit()).as(said.out()).isBetween(0, 1);
          return said.exit() == 1 && finds(files);
        });
    assertThat(unseen).isEmpty();
  }

  @Test
  void a_log_of_before_is_whole_for_both_verifiers_and_altered_for_both() throws Exception {
    LogFolder files = LogFolder.of(home);
    Path golden = Path.of(getClass().getResource("/sorte/guardian/attest/first-form").toURI());
    Files.createDirectories(files.folder());
    Files.copy(golden.resolve("entries.log"), files.entries());
    Files.copy(golden.resolve("head.json"), files.head());
    Files.delete(home.publicKey());
    Files.copy(golden.resolve("guardian.pub"), home.publicKey());
    GuardianKey then = GuardianKey.read(home.publicKey());
    LogCheck check = new LogCheck(files, then);
    check.run(List.of(), _ -> {});
    assertThat(check.ofBefore()).isTrue();
    assertThat(check.form().entries()).isGreaterThan(5);
    byte[] good = Files.readAllBytes(files.entries());
    assumeTrue(python().isPresent(), "no python3 here: the verifier in Python is not tried");
    Said said = python(files);
    assertThat(said.exit()).as(said.out()).isZero();
    assertThat(Json.read(said.out()).path("attestations").asInt()).isPositive();
    Random random = new Random(SEED);
    for (int i = 0; i < 4; i++) {
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] ^= 4;
      Files.write(files.entries(), bad);
      assertThatThrownBy(() -> new LogCheck(files, then).run(List.of(), _ -> {}))
          .isInstanceOfAny(LogAltered.class, DoorError.class, IllegalArgumentException.class);
      assertThat(python(files).exit()).isEqualTo(1);
    }
  }

  private record Said(int exit, String out) {}

  private static Optional<Path> python() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(folder -> Path.of(folder, "python3"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private Said python(LogFolder files) throws IOException {
    Process process =
        new ProcessBuilder(
                python().orElseThrow().toString(),
                script().toString(),
                files.folder().toString(),
                home.publicKey().toString(),
                witness.toString())
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Said(process.waitFor(), out.strip());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static Path script() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.exists(at.resolve("tools/verify_record.py"))) {
      at = at.getParent();
    }
    return at.resolve("tools/verify_record.py");
  }
}
