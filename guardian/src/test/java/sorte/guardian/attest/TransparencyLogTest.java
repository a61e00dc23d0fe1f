package sorte.guardian.attest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.trading.door.Json;
import sorte.trading.home.Home;
import sorte.trading.release.Attestation;

/// How the log begins, goes on after a crash, is carried over from its first form, and what it
/// refuses to go on from.
class TransparencyLogTest {
  @TempDir Path root;
  private Home home;
  private SigningKey key;
  private LogFolder files;
  private Path witnesses;

  @BeforeEach
  void key() throws IOException {
    home = Home.opened(root.resolve("home"));
    key = SigningKey.of(home);
    files = new LogFolder(home.guardianLog(), 4);
    witnesses = root.resolve("witness");
  }

  private TransparencyLog open() throws IOException {
    return open(new ArrayList<>());
  }

  private TransparencyLog open(List<String> types) throws IOException {
    return TransparencyLog.open(
        files, key, AuditTest.CLOCK, Optional.of(witnesses), entry -> types.add(entry.type()));
  }

  private void append(int entries) throws IOException {
    try (TransparencyLog log = open()) {
      for (int i = 0; i < entries; i++) {
        log.append("Noted", Json.object().put("change", "c" + i));
      }
    }
  }

  private List<Checkpoint> seen() throws IOException {
    return Witness.seen(Witness.file(witnesses, files, key.guardianKey()), key.guardianKey());
  }

  @Test
  void each_entry_has_its_checkpoint_and_each_milestone_is_kept() throws IOException {
    append(10);
    assertThat(Checkpoint.in(files.checkpoint(), key.guardianKey()).orElseThrow().size())
        .isEqualTo(10);
    assertThat(Checkpoint.all(files.milestones(), key.guardianKey()))
        .extracting(Checkpoint::size)
        .containsExactly(4L, 8L);
    assertThat(seen()).extracting(Checkpoint::size).containsExactly(4L, 8L, 10L);
    assertThat(files.next()).doesNotExist();
    try (TransparencyLog log = open()) {
      assertThat(log.entries()).isEqualTo(10);
    }
  }

  @Test
  void a_checkpoint_is_a_signed_note() throws IOException {
    append(1);
    String note = Files.readString(files.checkpoint(), StandardCharsets.UTF_8);
    String origin = "sorte-guardian-" + key.guardianKey().id();
    assertThat(note.lines().toList()).hasSize(5);
    assertThat(note).startsWith(origin + "\n1\n").contains("\n\n\u2014 " + origin + " ");
    assertThat(Checkpoint.read(note, key.guardianKey())).isPresent();
    assertThat(Checkpoint.read(note.replace("\n1\n", "\n2\n"), key.guardianKey())).isEmpty();
    assertThat(Checkpoint.read(note + " ", key.guardianKey())).isEmpty();
  }

  @Test
  void an_entry_that_a_crash_left_ahead_of_its_checkpoint_is_taken_up() throws IOException {
    append(5);
    byte[] before = Files.readAllBytes(files.checkpoint());
    append(1);
    byte[] after = Files.readAllBytes(files.checkpoint());
    Files.write(files.checkpoint(), before);
    Files.write(files.next(), after);
    List<String> types = new ArrayList<>();
    try (TransparencyLog log = open(types)) {
      assertThat(log.entries()).isEqualTo(6);
    }
    assertThat(types).hasSize(6);
    assertThat(files.checkpoint()).hasBinaryContent(after);
    assertThat(files.next()).doesNotExist();
  }

  @Test
  void an_entry_that_a_crash_cut_off_while_it_was_written_is_dropped() throws IOException {
    append(5);
    byte[] before = Files.readAllBytes(files.checkpoint());
    int length = (int) Files.size(files.entries());
    append(1);
    Files.write(files.next(), Files.readAllBytes(files.checkpoint()));
    Files.write(files.checkpoint(), before);
    Files.delete(Witness.file(witnesses, files, key.guardianKey()));
    byte[] all = Files.readAllBytes(files.entries());
    Files.write(files.entries(), Arrays.copyOf(all, length + (all.length - length) / 2));
    new LogCheck(files, key.guardianKey()).run(List.of(), _ -> {});
    try (TransparencyLog log = open()) {
      assertThat(log.entries()).isEqualTo(5);
      log.append("Noted", Json.object());
    }
    assertThat(seen().getLast().size()).isEqualTo(6);
  }

  @Test
  void an_entry_behind_the_checkpoint_that_was_not_announced_is_not_gone_on_from()
      throws IOException {
    append(5);
    byte[] before = Files.readAllBytes(files.checkpoint());
    append(1);
    Files.write(files.checkpoint(), before);
    Files.delete(Witness.file(witnesses, files, key.guardianKey()));
    assertThatThrownBy(this::open)
        .hasMessageContaining("entry 5")
        .hasMessageContaining("announced");
  }

  @Test
  void a_home_put_back_whole_to_an_earlier_state_is_told_by_the_witness_alone() throws IOException {
    append(5);
    byte[] entries = Files.readAllBytes(files.entries());
    byte[] checkpoint = Files.readAllBytes(files.checkpoint());
    append(2);
    Files.write(files.entries(), entries);
    Files.write(files.checkpoint(), checkpoint);
    new LogCheck(files, key.guardianKey()).run(List.of(), _ -> {});
    assertThatThrownBy(this::open)
        .hasMessageContaining("witness copy says 7 entries")
        .hasMessageContaining("restore guardian/log/ from a backup");
  }

  @Test
  void a_witness_that_cannot_be_written_stops_nothing() throws IOException {
    Files.writeString(witnesses, "a file where a folder should be");
    append(3);
    assertThat(Checkpoint.in(files.checkpoint(), key.guardianKey()).orElseThrow().size())
        .isEqualTo(3);
  }

  @Test
  void a_log_of_the_first_form_is_carried_over_whole_and_not_rewritten() throws IOException {
    for (int ahead : new int[] {0, 1}) {
      LogFolder then = new LogFolder(root.resolve("then" + ahead), 4);
      FirstFormLog.write(then, key, 6, ahead);
      byte[] old = Files.readAllBytes(then.entries());
      List<String> types = new ArrayList<>();
      try (TransparencyLog log =
          TransparencyLog.open(
              then, key, AuditTest.CLOCK, Optional.empty(), entry -> types.add(entry.type()))) {
        assertThat(log.entries()).isEqualTo(7);
        log.append("Noted", Json.object());
      }
      assertThat(types).hasSize(7).endsWith("Judged", TransparencyLog.UPGRADED);
      byte[] now = Files.readAllBytes(then.entries());
      assertThat(Arrays.copyOf(now, old.length)).isEqualTo(old);
      new LogCheck(then, key.guardianKey()).run(List.of(), _ -> {});
      try (TransparencyLog log =
          TransparencyLog.open(then, key, AuditTest.CLOCK, Optional.empty(), _ -> {})) {
        assertThat(log.entries()).isEqualTo(8);
      }
      assertThat(Checkpoint.all(then.milestones(), key.guardianKey()))
          .extracting(Checkpoint::size)
          .containsExactly(4L, 8L);
    }
  }

  @Test
  void a_log_of_the_first_form_that_was_cut_or_lost_its_head_is_not_carried_over()
      throws IOException {
    LogFolder then = new LogFolder(root.resolve("then"), 4);
    FirstFormLog.write(then, key, 6, 0);
    byte[] head = Files.readAllBytes(then.head());
    Files.delete(then.head());
    assertThatThrownBy(
            () -> TransparencyLog.open(then, key, AuditTest.CLOCK, Optional.empty(), _ -> {}))
        .hasMessageContaining("head is missing");
    Files.delete(then.entries());
    FirstFormLog.write(then, key, 5, 0);
    Files.write(then.head(), head);
    assertThatThrownBy(
            () -> TransparencyLog.open(then, key, AuditTest.CLOCK, Optional.empty(), _ -> {}))
        .hasMessageContaining("it says 6 entries, the log has 5");
  }

  @Test
  void an_attestation_of_the_first_form_is_said_again_with_both_keys() throws IOException {
    String artifact = "b".repeat(64);
    CarriedOver carried = new CarriedOver();
    var body = Json.object().put("artifact", artifact).put("origin", "own");
    body.set("attestation", FirstFormLog.attestation(key, artifact, "7"));
    carried.take(new TransparencyLog.Entry(3, "Judged", body));
    var again = carried.old().getFirst().again(key, 12);
    Attestation.Reading reading =
        Attestation.read(Json.bytes(again.path("attestation")), key.guardianKey());
    Attestation attestation = ((Attestation.Reading.Attested) reading).attestation();
    assertThat(attestation.entry()).isEqualTo(12);
    assertThat(attestation.artifact()).isEqualTo(artifact);
    assertThat(attestation.change()).isEqualTo("7");
    assertThat(attestation.sources()).containsKey("A.java");
    carried.take(new TransparencyLog.Entry(12, "Reattested", again));
    assertThat(carried.old()).as("once").isEmpty();
  }

  @Test
  void the_second_key_of_a_home_that_has_the_first_alone_is_made_and_kept() throws IOException {
    Files.delete(home.guardianKeys().resolve("ml-dsa.key"));
    assertThatThrownBy(() -> SigningKey.of(home)).hasMessageContaining("ml-dsa.key is missing");
    String both = Files.readString(home.publicKey());
    Files.writeString(home.publicKey(), both.substring(0, both.indexOf("-----BEGIN", 5)));
    SigningKey again = SigningKey.of(home);
    assertThat(again.guardianKey().id()).isEqualTo(key.guardianKey().id());
    assertThat(again.guardianKey().secondId()).isPresent();
    assertThat(SigningKey.of(home).guardianKey().secondId())
        .isEqualTo(again.guardianKey().secondId());
  }
}
