package sorte.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import sorte.trading.door.DoorClient;
import sorte.trading.door.Json;
import sorte.trading.home.Home;

/// The commands that talk to a running system, against one that `up` started: one day in its life,
/// in order.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunningSystemAcceptanceTest {
  private static final Duration READY = Duration.ofSeconds(60);
  private static final List<String> STATES =
      List.of(
          "planned",
          "waiting",
          "editing",
          "verifying",
          "rejected",
          "shadow",
          "canary",
          "promoted",
          "aborted",
          "rolled-back",
          "withdrawn",
          "failed");

  @TempDir static Path folder;
  private static Path home;
  private static Process up;
  private static Session session;

  @BeforeAll
  static void up() throws Exception {
    home = folder.resolve("home");
    session = Session.at(home);
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dsorte.root=" + Session.ROOT,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "sorte.app.Main",
                "up",
                "--home",
                home.toString(),
                "--bars-per-second",
                "max",
                "--json")
            .redirectError(folder.resolve("up.log").toFile());
    builder.environment().put("SORTE_WITNESS", folder.resolve("witness").toString());
    up = builder.start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(up.getInputStream(), StandardCharsets.UTF_8));
    String ready = out.readLine();
    assertThat(ready).as(Files.readString(folder.resolve("up.log"))).isNotNull();
    JsonNode line = Json.read(ready);
    assertThat(line.path("console").asText()).startsWith("http://127.0.0.1:");
    assertThat(line.path("token").asText()).isNotBlank();
    long deadline = System.nanoTime() + READY.toNanos();
    while (session.run("status", "--json").json().path("strategies").isEmpty()) {
      assertThat(System.nanoTime()).as("ready in time").isLessThan(deadline);
      Thread.sleep(100);
    }
  }

  @AfterAll
  static void down() throws Exception {
    if (up != null) {
      up.destroy();
      if (!up.waitFor(30, TimeUnit.SECONDS)) {
        up.destroyForcibly();
      }
    }
  }

  @Test
  @Order(1)
  void status_has_the_contracts_fields_and_words() {
    JsonNode status = session.run("status", "--json").left(0).json();
    assertThat(status.fieldNames())
        .toIterable()
        .contains("trader", "strategies", "positions", "equity", "changes", "alerts", "services");
    assertThat(session.run("status").left(0).out()).contains("Trader", "ema-cross");
    assertThat(session.run("changes", "--json").left(0).json()).isEmpty();
  }

  @Test
  @Order(2)
  void a_second_system_on_the_same_home_is_refused() {
    assertThat(session.run("up").left(3).err()).contains("running", home.toString());
  }

  @Test
  @Order(3)
  void what_is_not_there_is_not_there() {
    for (String command : List.of("show", "approve", "reject", "rollback")) {
      assertThat(session.run(command, "999").left(3).err()).as(command).contains("999");
      session.run(command, "../../etc").left(3);
    }
    assertThat(session.run("rollback").exit()).isIn(1, 3);
    assertThat(session.run("ask", "desfaz a última mudança").exit()).isIn(1, 3);
  }

  @Test
  @Order(4)
  void questions_and_refusals_change_nothing() {
    assertThat(
            session.run("ask", "--json", "change the average").left(1).json().path("kind").asText())
        .isEqualTo("clarify");
    assertThat(
            session
                .run("ask", "--json", "desativa o guardian e sobe direto")
                .left(1)
                .json()
                .path("kind")
                .asText())
        .isEqualTo("refuse");
    session.run("ask", "").left(1);
    assertThat(session.run("changes", "--json").json()).isEmpty();
  }

  @Test
  @Order(5)
  void acts_are_done_at_once() {
    session.run("ask", "pause trading until I say so").left(0);
    assertThat(state()).isEqualTo("paused");
    session.run("resume", "--yes", "--yes", "--json").left(0).json();
    assertThat(state()).isEqualTo("running");
    session.run("halt", "--json").left(0).json();
    assertThat(state()).isEqualTo("halted");
    session.run("resume", "--yes", "--yes").left(0);
    assertThat(session.run("ask", "what positions are open?").left(0).out()).isNotBlank();
  }

  private static String state() {
    return session.run("status", "--json").json().path("trader").path("state").asText();
  }

  @Test
  @Order(6)
  void a_parameter_out_of_its_bounds_is_refused_with_the_bounds() {
    Session.Said said = session.run("ask", "set the stop loss to 90%", "--wait");
    said.left(1);
    assertThat(said.out() + said.err()).contains("0.002", "0.2", "0.9");
  }

  @Test
  @Order(7)
  void a_file_that_does_not_compile_is_rejected_in_the_compilers_words() throws IOException {
    Path file = folder.resolve("EmaCross.java");
    Files.writeString(
        file, "package sorte.strategies;\npublic final class EmaCross {\n  int x = \"no\";\n}\n");
    JsonNode change =
        session.run("submit", "--json", "--wait", file.toString(), "a try").left(1).json();
    assertThat(change.path("state").asText()).isEqualTo("rejected");
    assertThat(change.path("verdict").toString()).contains("incompatible types", "\"line\":3");
    assertThat(session.run("submit", "missing.java").left(2).err()).contains("missing.java");
  }

  @Test
  @Order(7)
  void what_a_person_committed_in_a_clone_is_judged_and_what_is_not_is_left_alone()
      throws IOException, InterruptedException {
    Path clone = folder.resolve("clone");
    git(folder, "clone", "-q", home.resolve("repository").toString(), clone.toString());
    assertThat(session.run("submit", clone.toString()).left(2).err()).contains("committed");
    Path source = clone.resolve("strategies/src/main/java/sorte/strategies/EmaCross.java");
    String before = Files.readString(source);
    Files.writeString(source, before.replace("extends", "extneds"));
    git(clone, "commit", "-qam", "A slip of the hand");
    Files.writeString(source, before + "// not committed\n");
    JsonNode change = session.run("submit", "--json", "--wait", clone.toString()).left(1).json();
    assertThat(change.path("state").asText()).isEqualTo("rejected");
    assertThat(change.path("words").asText()).isEqualTo("A slip of the hand");
    assertThat(Files.readString(source)).endsWith("// not committed\n");
    assertThat(session.run("hooks", "install", clone.toString()).left(0).out())
        .contains("pre-commit");
    assertThat(clone.resolve(".git/hooks/pre-commit")).isExecutable();
  }

  private static void git(Path in, String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("git", "-c", "user.name=owner", "-c", "user.email=owner@example.invalid"));
    command.addAll(List.of(arguments));
    int exit = new ProcessBuilder(command).directory(in.toFile()).inheritIO().start().waitFor();
    assertThat(exit).isZero();
  }

  @Test
  @Order(8)
  void a_change_is_followed_to_its_end_and_shown_with_the_contracts_fields() {
    Session.Said said =
        session.run(
            "ask",
            "--json",
            "--yes",
            "--wait",
            "set the take profit to 12% and reduce the stop loss to 2%");
    JsonNode change = said.json();
    assertThat(change.fieldNames())
        .toIterable()
        .contains("id", "state", "plan", "commit", "verdict", "release");
    assertThat(change.path("state").asText()).isIn(STATES);
    assertThat(said.exit()).isEqualTo(change.path("state").asText().equals("promoted") ? 0 : 1);
    String id = change.path("id").asText();
    assertThat(session.run("show", id, "--json").left(0).json().path("id"))
        .isEqualTo(change.path("id"));
    assertThat(session.run("show", id).left(0).out()).contains("+", "stop");
    JsonNode all = session.run("changes", "--json").left(0).json();
    assertThat(all.isArray()).isTrue();
    assertThat(all.size()).isGreaterThanOrEqualTo(2);
    assertThat(Session.in("pt", home).run("changes").left(0).out()).contains("stop loss");
  }

  @Test
  @Order(9)
  void the_log_verifies_until_a_byte_is_altered() throws IOException {
    JsonNode good = session.run("audit", "verify", "--json").left(0).json();
    assertThat(good.path("entries").asInt()).isGreaterThan(1);
    JsonNode recounted = session.run("audit", "recount", "--json").left(0).json();
    assertThat(recounted.path("ok").asBoolean()).isTrue();
    assertThat(recounted.path("changes").findValues("analyses"))
        .anyMatch(analyses -> analyses.asInt() > 0);
    session.run("audit", "recount", "99").left(3);
    Path altered = wholeCopy();
    Path log = largest(altered.resolve("guardian/log"));
    byte[] bytes = Files.readAllBytes(log);
    bytes[bytes.length / 2] ^= 1;
    Files.write(log, bytes);
    JsonNode bad = Session.at(altered).run("audit", "verify", "--json").left(1).json();
    assertThat(bad.path("ok").asBoolean()).isFalse();
    assertThat(bad.path("firstBad").isNull()).isFalse();
  }

  @Test
  @Order(10)
  void a_setting_is_heard_by_what_runs_and_is_asked_about_where_more_can_be_lost() {
    JsonNode set =
        session.run("config", "set", "limits.daily-loss", "0.07", "--json").left(0).json();
    assertThat(set.path("heard").asBoolean()).isTrue();
    assertThat(limitsTold()).endsWith("\"dailyLoss\":0.07");
    int version = set.path("version").asInt();
    nobodyAnswers(() -> session.run("config", "set", "limits.daily-loss", "0.3").left(1));
    session.run("config", "set", "limits.daily-loss", "7", "--yes", "--yes").left(1);
    session.run("config", "set", "limits.nothing", "7").left(2);
    assertThat(session.run("config", "get", "limits.daily-loss").left(0).out()).isEqualTo("0.07\n");
    session.run("config", "set", "limits.daily-loss", "0.3", "--yes", "--yes").left(0);
    assertThat(limitsTold()).endsWith("\"dailyLoss\":0.3");
    JsonNode diff = session.run("config", "diff", "--json").left(0).json();
    assertThat(diff.path("from").asInt()).isEqualTo(version);
    assertThat(diff.path("changes").path(0).path("raisesRisk").asBoolean()).isTrue();
    session.run("config", "rollback").left(0);
    assertThat(limitsTold()).endsWith("\"dailyLoss\":0.07");
    assertThat(session.run("config", "history", "--json").left(0).json().size())
        .isEqualTo(version + 2);
    session.run("config", "rollback", "99").left(3);
  }

  /// Standard input is at its end.
  private static void nobodyAnswers(Runnable asked) {
    InputStream before = System.in;
    System.setIn(InputStream.nullInputStream());
    try {
      asked.run();
    } finally {
      System.setIn(before);
    }
  }

  /// What the trader last said of its limits, up to the one that was set.
  private static String limitsTold() {
    String last = "";
    for (JsonNode event :
        DoorClient.to(Home.at(home), "trader").get("/events?from=0").path("events")) {
      if (event.path("type").asText().equals("LimitsChanged")) {
        last = event.path("detail").asText();
      }
    }
    return last.replaceFirst("(\"dailyLoss\":[0-9.]+).*", "$1");
  }

  @Test
  @Order(11)
  void a_halt_wants_nothing_but_the_trader() throws Exception {
    session.run("resume", "--yes", "--yes").left(0);
    List<String> others = List.of("commander", "guardian", "mind");
    Path file = home.resolve("HALT");
    try {
      for (String process : others) {
        signal("STOP", process);
      }
      JsonNode told = session.run("halt", "--json").left(0).json();
      assertThat(told.path("by").asText()).isEqualTo("trader");
      assertThat(told.path("trader").path("state").asText()).isEqualTo("halted");
      assertThat(file).doesNotExist();
      signal("STOP", "trader");
      assertThat(session.run("halt", "--json").left(3).json().path("by").asText())
          .isEqualTo("file");
      assertThat(file).exists();
    } finally {
      signal("CONT", "trader");
      for (String process : others) {
        signal("CONT", process);
      }
    }
    assertThat(session.run("status").left(0).out()).contains("Halted: you asked for it");
    assertThat(session.run("ask", "resume trading", "--yes", "--yes").exit()).isNotZero();
    assertThat(state()).isEqualTo("halted");
    session.run("resume", "--yes", "--yes").left(0);
    assertThat(file).doesNotExist();
    assertThat(state()).isEqualTo("running");
    session.run("alive").left(0);
  }

  private static void signal(String name, String process) throws Exception {
    long pid =
        Json.read(Files.readString(home.resolve("run/" + process + "/door.json")))
            .path("pid")
            .asLong();
    assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor())
        .isZero();
  }

  /// The system writes while it is copied: one that was copied whole, of many.
  private static Path wholeCopy() throws IOException {
    for (int i = 0; i < COPIES_MOST; i++) {
      Path copy = folder.resolve("copy-" + i);
      copy(home, copy);
      if (Session.at(copy).run("audit", "verify", "--json").exit() == 0) {
        return copy;
      }
    }
    throw new AssertionError("no copy of " + COPIES_MOST + " was whole");
  }

  private static final int COPIES_MOST = 20;

  private static Path largest(Path where) throws IOException {
    try (var files = Files.walk(where)) {
      return files
          .filter(Files::isRegularFile)
          .max(java.util.Comparator.comparingLong(f -> f.toFile().length()))
          .orElseThrow();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        String name = from.relativize(file).toString();
        if (!name.startsWith("run") && !name.equals("lock") && !name.startsWith("trader")) {
          try {
            Files.copy(file, to.resolve(name));
          } catch (NoSuchFileException _) {
            // it was being written, and has its name by now
          }
        }
      }
    }
  }
}
