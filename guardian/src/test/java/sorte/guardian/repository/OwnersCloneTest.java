package sorte.guardian.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.guardian.attest.SigningKey;
import sorte.guardian.repository.OwnersClone.Found;
import sorte.trading.home.Home;

/// With the git that a person uses, on a clone of a real repository of record.
class OwnersCloneTest {
  private static final String EMA = "strategies/src/main/java/sorte/strategies/EmaCross.java";
  private static final String TEST = "strategies/src/test/java/sorte/strategies/EmaCrossTest.java";

  @TempDir Path root;
  private Path record;
  private Path clone;

  @BeforeEach
  void a_clone_of_the_repository_of_record() throws IOException, InterruptedException {
    record = root.resolve("record");
    clone = root.resolve("clone");
    try (RepositoryOfRecord repository =
        RepositoryOfRecord.open(record, SigningKey.of(Home.opened(root.resolve("home"))))) {
      String tree = repository.write(new TreeMap<>(Map.of(EMA, "old\n", TEST, "test\n")));
      String first =
          repository.commit(
              new RepositoryOfRecord.Commit(
                  tree, Optional.empty(), "owner", Instant.parse("2026-01-01T00:00:00Z"), "first"));
      repository.advance(Optional.empty(), first);
    }
    git(root, "clone", "-q", record.toString(), clone.toString());
  }

  private String git(Path in, String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("git", "-c", "user.name=owner", "-c", "user.email=owner@example.invalid"));
    command.addAll(List.of(arguments));
    Process git =
        new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true).start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return git.waitFor() + " " + said;
  }

  private void commit(String path, String text, String message)
      throws IOException, InterruptedException {
    Path file = clone.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    git(clone, "add", "-A");
    git(clone, "commit", "-q", "-m", message);
  }

  private Found found(Path in) throws IOException {
    Set<String> recorded = RecordedTree.commits(record);
    return OwnersClone.read(in, recorded::contains);
  }

  @Test
  void what_was_committed_is_read_and_nothing_else() throws IOException, InterruptedException {
    commit(EMA, "new\n", "Wider stop");
    commit(TEST, "other test\n", "Its test");
    Files.writeString(clone.resolve(EMA), "not committed\n");
    Files.writeString(clone.resolve("notes.txt"), "mine\n");
    OwnersClone.Work work = ((Found.Committed) found(clone)).work();
    assertThat(work.subjects()).containsExactly("Wider stop", "Its test");
    assertThat(work.files())
        .containsExactly(
            Map.entry(EMA, Optional.of("new\n")), Map.entry(TEST, Optional.of("other test\n")));
    assertThat(RecordedTree.commits(record)).containsExactly(work.base());
    assertThat(clone.resolve(EMA)).hasContent("not committed\n");
    assertThat(clone.resolve("notes.txt")).hasContent("mine\n");
  }

  @Test
  void a_file_that_went_is_told_as_gone() throws IOException, InterruptedException {
    Files.delete(clone.resolve(TEST));
    git(clone, "commit", "-qam", "Without its test");
    assertThat(((Found.Committed) found(clone.resolve("strategies"))).work().files())
        .containsExactly(Map.entry(TEST, Optional.empty()));
  }

  @Test
  void of_several_strategies_one_is_taken_with_its_tests()
      throws IOException, InterruptedException {
    commit(EMA, "new\n", "one");
    commit(TEST, "newer test\n", "its test");
    commit(EMA.replace("EmaCross", "Other"), "another\n", "two");
    OwnersClone.Work work = ((Found.Committed) found(clone)).work();
    assertThat(work.files()).hasSize(3);
    assertThat(OwnersClone.of(work.files(), "EmaCross")).containsOnlyKeys(EMA, TEST);
  }

  @Test
  void nothing_committed_is_nothing() throws IOException {
    assertThat(((Found.Committed) found(clone)).work().files()).isEmpty();
  }

  @Test
  void a_link_is_no_text() throws IOException, InterruptedException {
    Files.createSymbolicLink(clone.resolve("link"), Path.of("/etc/passwd"));
    git(clone, "add", "-A");
    git(clone, "commit", "-qm", "a link");
    assertThat(found(clone)).isEqualTo(new Found.NotText("link"));
  }

  @Test
  void a_folder_without_git_and_a_foreign_repository_are_told_apart()
      throws IOException, InterruptedException {
    Path empty = Files.createDirectories(root.resolve("empty"));
    assertThat(found(empty)).isInstanceOf(Found.NoRepository.class);
    git(empty, "init", "-q");
    assertThat(found(empty)).isInstanceOf(Found.NoRepository.class);
    git(empty, "commit", "-q", "--allow-empty", "-m", "elsewhere");
    assertThat(found(empty)).isInstanceOf(Found.Foreign.class);
  }

  @Test
  void nobody_pushes_past_the_guardian() throws IOException, InterruptedException {
    commit(EMA, "pushed\n", "past the gates");
    assertThat(git(clone, "push", "-q", "origin", "HEAD:main")).startsWith("1 ").contains("hidden");
    assertThat(git(clone, "push", "-q", "origin", "HEAD:refs/sorte/candidates/9")).startsWith("1 ");
    assertThat(RecordedTree.of(record)).containsEntry(EMA, "old\n");
  }

  @Test
  void the_git_that_people_use_has_nothing_to_say_of_the_records_configuration()
      throws IOException, InterruptedException {
    assertThat(git(record, "rev-parse", "main").strip()).matches("0 [0-9a-f]{40}");
    assertThat(git(record, "fsck", "--no-progress").strip()).isEqualTo("0");
    assertThat(record.resolve("config")).content().doesNotContainIgnoringCase("fsync");
  }

  @Test
  void where_the_hooks_lie_is_as_configured() throws IOException, InterruptedException {
    assertThat(OwnersClone.hooks(clone)).contains(clone.resolve(".git/hooks"));
    git(clone, "config", "core.hooksPath", "own-hooks");
    assertThat(OwnersClone.hooks(clone)).contains(clone.resolve("own-hooks"));
    assertThat(OwnersClone.hooks(Files.createDirectories(root.resolve("none")))).isEmpty();
  }
}
