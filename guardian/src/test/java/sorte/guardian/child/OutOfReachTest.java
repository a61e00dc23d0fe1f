package sorte.guardian.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sorte.guardian.sandbox.ChildLimits;
import sorte.guardian.sandbox.ConfinedChild;
import sorte.guardian.sandbox.Confinement;
import sorte.guardian.sandbox.Launch;
import sorte.guardian.sandbox.Limits;
import sorte.guardian.sandbox.Sandbox;
import sorte.trading.home.Home;

/// What the guardian stands on is out of the reach of code that it judges, even where everybody may
/// write it: the log, its checkpoints and their witness copy, the keys, the store with its list of
/// revocations, the repository, the data and the ledgers. Tried in each way on each file; the same
/// code unconfined is the control.
@Timeout(120)
class OutOfReachTest {
  private static final int WAYS = 6;

  @TempDir Path folder;
  private Home home;
  private Path jar;

  @BeforeEach
  void layOut() throws IOException {
    assumeTrue(Confinement.probe().holds(), "this machine cannot confine children");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    home = Home.at(folder.resolve("home"));
    jar = folder.resolve("reaching.jar");
    Files.write(
        jar,
        ChildJar.plain()
            .add("sorte/guardian/child/Child.class", List.of("sorte/guardian/"))
            .add("sorte/guardian/child/Reaching.class", List.of("sorte/guardian/child/"))
            .bytes());
    Files.createDirectory(folder.resolve("empty"));
    for (Path file : files()) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "as it was");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    }
    try (Stream<Path> all = Files.walk(home.root())) {
      for (Path one : all.filter(Files::isDirectory).toList()) {
        Files.setPosixFilePermissions(one, PosixFilePermissions.fromString("rwxrwxrwx"));
      }
    }
  }

  private List<Path> files() {
    return List.of(
        home.guardianLog().resolve("entries.log"),
        home.guardianLog().resolve("checkpoint"),
        home.guardianLog().resolve("checkpoint.next"),
        home.guardianLog().resolve("checkpoints"),
        folder.resolve("witness/sorte-guardian-0.checkpoints"),
        home.guardianKeys().resolve("signing.key"),
        home.guardianKeys().resolve("ml-dsa.key"),
        home.publicKey(),
        home.storeArtifact("a".repeat(64)),
        home.storeAttestation("a".repeat(64)),
        home.storeRevocations(),
        home.repository().resolve("refs/heads/main"),
        home.repository().resolve("objects/aa/bb"),
        home.history(),
        home.marketFile(),
        home.config(),
        home.changesLog(),
        home.lessonsLog(),
        home.journal().resolve("00000000.log"),
        home.doorFile("guardian"));
  }

  private SortedMap<Path, String> contents() throws IOException {
    SortedMap<Path, String> contents = new TreeMap<>();
    for (Path root : List.of(home.root(), folder.resolve("witness"))) {
      try (Stream<Path> all = Files.walk(root)) {
        for (Path one : all.filter(Files::isRegularFile).toList()) {
          contents.put(one, Files.readString(one));
        }
      }
    }
    return contents;
  }

  @Test
  void a_judged_child_reads_and_alters_nothing_of_it() throws Exception {
    SortedMap<Path, String> before = contents();
    Limits limits = new Limits(64, 220, 20, 64, 1 << 20, Duration.ofSeconds(60));
    List<String> java =
        new ArrayList<>(
            List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                jar.toString(),
                Reaching.class.getName(),
                "confined"));
    java.addAll(ChildLimits.of(limits).arguments());
    files().forEach(file -> java.add(file.toString()));
    Launch launch = new Launch(List.of(jar), java, limits);
    String said;
    try (ConfinedChild child =
        (ConfinedChild) Sandbox.here().start(launch, folder.resolve("empty"))) {
      said = new String(child.stdout().readAllBytes(), StandardCharsets.UTF_8);
    }
    List<String> attempts = said.lines().filter(line -> line.contains("|")).toList();
    assertThat(attempts).as(said).hasSize(files().size() * WAYS);
    assertThat(attempts).allMatch(line -> line.contains("|REFUSED"));
    assertThat(said.lines()).endsWith("DONE");
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void the_control_the_same_code_unconfined_alters_all_of_it() throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                jar.toString(),
                Reaching.class.getName(),
                "free"));
    files().forEach(file -> command.add(file.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    List<String> attempts = said.lines().filter(line -> line.contains("|")).toList();
    assertThat(attempts).as(said).hasSize(files().size() * WAYS);
    assertThat(attempts).allMatch(line -> line.endsWith("|DONE"));
    assertThat(contents()).isEmpty();
  }
}
