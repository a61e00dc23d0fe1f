package sorte.guardian.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.guardian.attest.SigningKey;
import sorte.guardian.repository.RepositoryOfRecord.Message;
import sorte.trading.home.Home;

class RepositoryOfRecordTest {
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

  @TempDir Path folder;
  private Home home;
  private SigningKey key;

  @BeforeEach
  void newHome() throws IOException {
    home = Home.opened(folder.resolve("home"));
    key = SigningKey.of(home);
  }

  @Test
  void a_candidate_made_again_is_the_same_commit() throws IOException {
    try (RepositoryOfRecord record = RepositoryOfRecord.open(home, key)) {
      String base = record.begin(Map.of("a/A.java", utf8("class A {}")), message("begin"));
      String once =
          record.commitCandidate("1", base, Map.of("a/A.java", utf8("x")), message("one"));
      String again =
          record.commitCandidate("1", base, Map.of("a/A.java", utf8("x")), message("one"));
      assertThat(again).isEqualTo(once);
      assertThat(record.files(once).get("a/A.java")).isEqualTo(utf8("x"));
      assertThat(record.main()).contains(base);
    }
  }

  @Test
  void another_content_for_the_same_change_is_refused_and_moves_nothing() throws IOException {
    try (RepositoryOfRecord record = RepositoryOfRecord.open(home, key)) {
      String base = record.begin(Map.of("A", utf8("a")), message("begin"));
      String first = record.commitCandidate("1", base, Map.of("A", utf8("b")), message("one"));
      assertThatThrownBy(
              () -> record.commitCandidate("1", base, Map.of("A", utf8("c")), message("one")))
          .isInstanceOf(RepositoryOfRecord.Moved.class);
      assertThat(record.candidate("1")).contains(first);
    }
  }

  @Test
  void main_moves_forward_only_from_where_the_candidate_began() throws IOException {
    try (RepositoryOfRecord record = RepositoryOfRecord.open(home, key)) {
      String base = record.begin(Map.of("A", utf8("a")), message("begin"));
      record.commitCandidate("1", base, Map.of("A", utf8("b")), message("one"));
      String second = record.commitCandidate("2", base, Map.of("A", utf8("c")), message("two"));
      String main = record.advance("1");
      assertThat(record.advance("1")).as("again").isEqualTo(main);
      assertThatThrownBy(() -> record.advance("2")).isInstanceOf(RepositoryOfRecord.Moved.class);
      assertThat(record.main()).contains(main);
      assertThat(second).isNotEqualTo(main);
    }
  }

  @Test
  void git_itself_finds_the_repository_whole_and_the_signature_good() throws Exception {
    try (RepositoryOfRecord record = RepositoryOfRecord.open(home, key)) {
      String base = record.begin(Map.of("a/b/C.java", utf8("c")), message("begin\n\nbody"));
      record.commitCandidate("1", base, Map.of("a/b/C.java", utf8("d")), message("one"));
      record.advance("1");
      record.abort("1");
    }
    Assumptions.assumeTrue(
        present("git") && present("ssh-keygen"), "git and ssh-keygen verify the signature");
    assertThat(git("fsck", "--strict", "--full")).isEqualTo("");
    assertThat(
            git(
                "-c",
                "gpg.format=ssh",
                "-c",
                "gpg.ssh.allowedSignersFile=" + SigningKey.signers(home),
                "verify-commit",
                "main"))
        .contains("Good \"git\" signature for guardian@sorte");
    assertThat(git("log", "--format=%s", "main")).isEqualTo("one\nbegin\n");
  }

  private String git(String... arguments) throws Exception {
    java.util.List<String> command =
        new java.util.ArrayList<>(java.util.List.of("git", "-C", home.repository().toString()));
    command.addAll(java.util.List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }

  private static boolean present(String program) {
    for (String part : System.getenv("PATH").split(":")) {
      if (Files.isExecutable(Path.of(part, program))) {
        return true;
      }
    }
    return false;
  }

  private static Message message(String text) {
    return new Message("owner", AT, text);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
