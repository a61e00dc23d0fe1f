package sorte.guardian.attest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.guardian.repository.RepositoryOfRecord;
import sorte.trading.door.Json;
import sorte.trading.home.Home;

class AuditTest {
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));

  private static String made(Home home) throws Exception {
    SigningKey key = SigningKey.of(home);
    try (TransparencyLog log = TransparencyLog.open(home, key, CLOCK, _ -> {});
        RepositoryOfRecord git = RepositoryOfRecord.open(home.repository(), key)) {
      for (int i = 0; i < 5; i++) {
        log.append("Judged", Json.object().put("change", "c" + i));
      }
      TreeMap<String, String> files = new TreeMap<>();
      files.put("strategies/A.java", "// ação\n");
      RepositoryOfRecord.Commit wanted =
          new RepositoryOfRecord.Commit(
              git.write(files), Optional.empty(), "Ana", CLOCK.instant(), "Título\n\nChange: 1\n");
      String commit = git.commit(wanted);
      assertThat(git.commit(wanted)).isEqualTo(commit);
      assertThat(git.advance(Optional.empty(), commit))
          .isInstanceOf(RepositoryOfRecord.Move.Moved.class);
      log.append("Advanced", Json.object().put("change", "c4").put("commit", commit));
      return commit;
    }
  }

  @Test
  void an_untouched_home_is_in_order(@TempDir Path root) throws Exception {
    Home home = Home.opened(root.resolve("h"));
    made(home);
    Audit.Report report = Audit.verify(home);
    assertThat(report.firstBad()).isEmpty();
    assertThat(report.entries()).isEqualTo(6);
  }

  @Test
  void an_altered_byte_anywhere_in_the_log_is_seen(@TempDir Path root) throws Exception {
    Home home = Home.opened(root.resolve("h"));
    made(home);
    Path file = TransparencyLog.file(home);
    byte[] good = Files.readAllBytes(file);
    for (int at = 8; at < good.length; at += 13) {
      byte[] bad = good.clone();
      bad[at] ^= 1;
      Files.write(file, bad);
      assertThat(Audit.verify(home).ok()).as("byte " + at).isFalse();
    }
    Files.write(file, good);
    assertThat(Audit.verify(home).ok()).isTrue();
  }

  @Test
  void git_itself_finds_the_signature_good(@TempDir Path root) throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/bin/ssh-keygen")), "no ssh-keygen here");
    assumeTrue(Files.exists(Path.of("/usr/bin/git")), "no git here");
    Home home = Home.opened(root.resolve("h"));
    String commit = made(home);
    Process git =
        new ProcessBuilder(
                "/usr/bin/git",
                "-c",
                "gpg.ssh.allowedSignersFile=" + home.root().resolve("allowed_signers"),
                "--git-dir=" + home.repository(),
                "verify-commit",
                commit)
            .redirectErrorStream(true)
            .start();
    String said = new String(git.getInputStream().readAllBytes());
    assertThat(git.waitFor()).as(said).isZero();
    assertThat(said).contains("Good \"git\" signature for guardian@sorte");
  }
}
