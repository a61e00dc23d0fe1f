package sorte.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Help, wrong usage, what is not there: words in both languages, and the exit codes of the
/// contract.
class UsageAcceptanceTest {
  private static final List<String> COMMANDS =
      List.of(
          "up",
          "demo",
          "plan",
          "ask",
          "submit",
          "changes",
          "show",
          "approve",
          "reject",
          "rollback",
          "halt",
          "resume",
          "check",
          "backtest",
          "sweep",
          "evolve",
          "portfolio",
          "data",
          "code",
          "status",
          "audit",
          "hooks",
          "backup",
          "llm",
          "config",
          "doctor");

  @TempDir Path folder;

  private Session english() {
    return Session.at(folder.resolve("home"));
  }

  private Session portuguese() {
    return Session.in("pt", folder.resolve("home"));
  }

  @Test
  void every_command_of_the_contract_has_help_in_both_languages() {
    for (String command : COMMANDS) {
      String en = english().run(command, "--help").left(0).out();
      String pt = portuguese().run(command, "--help").left(0).out();
      assertThat(en).as(command).contains("Usage: sorte " + command, "--json", "--home");
      assertThat(pt).as(command).contains("Uso: sorte " + command, "--json", "--home");
      assertThat(pt.lines().findFirst()).as(command).isNotEqualTo(en.lines().findFirst());
    }
    assertThat(english().run("audit", "verify", "--help").left(0).out()).contains("audit verify");
    for (String command : List.of("find", "uses", "outline", "impact", "context", "conventions")) {
      assertThat(english().run("code", command, "--help").left(0).out())
          .contains("code " + command);
    }
    for (String command : List.of("import", "list", "sql", "resample", "export", "download")) {
      assertThat(english().run("data", command, "--help").left(0).out())
          .contains("data " + command);
    }
    String top = english().run("--help").left(0).out();
    assertThat(COMMANDS).allSatisfy(command -> assertThat(top).contains("  " + command));
    assertThat(folder.resolve("home")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"evolve", "backup", "llm"})
  void a_command_of_later_work_says_so(String command) {
    assertThat(english().run(command).left(3).err()).contains(command, "not there yet");
    assertThat(portuguese().run(command, "list", "--json", "--seed", "3").left(3).err())
        .contains(command);
  }

  @Test
  void wrong_usage_is_told_in_the_persons_language_with_the_right_one() {
    assertThat(english().run("frobnicate").left(2).err()).contains("frobnicate", "Usage: sorte");
    assertThat(portuguese().run("frobnicate").left(2).err())
        .contains("frobnicate", "Uso: sorte")
        .doesNotContain("Unmatched");
    assertThat(english().run("plan", "--frob", "x").left(2).err())
        .contains("--frob", "Usage: sorte plan");
    assertThat(portuguese().run("plan", "--frob", "x").left(2).err())
        .contains("não existe a opção --frob");
    assertThat(portuguese().run("show").left(2).err()).contains("falta", "ID");
    assertThat(portuguese().run("up", "--port", "many").left(2).err()).contains("--port", "many");
    assertThat(english().run("status", "--home").left(2).err()).contains("--home");
    english().run().left(2);
    english().run("audit").left(2);
    assertThat(english().run("audit", "frob").left(2).out()).isEmpty();
  }

  @Test
  void without_a_running_system_its_commands_say_how_to_start_one() {
    for (String[] command :
        List.of(
            new String[] {"status"},
            new String[] {"changes"},
            new String[] {"show", "1"},
            new String[] {"approve", "1"},
            new String[] {"reject", "1"},
            new String[] {"rollback"},
            new String[] {"halt"},
            new String[] {"resume", "--yes", "--yes"},
            new String[] {"ask", "pause"})) {
      Session.Said said = english().run(command).left(3);
      assertThat(said.err()).as(command[0]).contains("./sorte up");
      assertThat(said.out()).isEmpty();
      assertThat(portuguese().run(command).left(3).err()).contains("./sorte up", "Inicie");
    }
    assertThat(folder.resolve("home")).as("asking makes no home").doesNotExist();
  }

  @Test
  void what_needs_no_running_system_makes_a_fresh_home() {
    String strategy =
        Session.ROOT
            .resolve("strategies/src/main/java/sorte/strategies/SmaCrossLong.java")
            .toString();
    Session.at(folder.resolve("a")).run("plan", "set the stop loss to 2%").left(0);
    Session.at(folder.resolve("b")).run("check", strategy).left(0);
    Session.at(folder.resolve("c")).run("audit", "verify").left(0);
    Session.at(folder.resolve("d")).run("doctor");
    assertThat(List.of("a", "b", "c", "d"))
        .allSatisfy(home -> assertThat(folder.resolve(home).resolve("VERSION")).exists());
  }

  @Test
  void a_home_of_a_newer_version_is_left_as_it_is() throws IOException {
    Path home = Files.createDirectory(folder.resolve("home"));
    Files.writeString(home.resolve("VERSION"), "99\n");
    for (String[] command :
        List.of(
            new String[] {"up"},
            new String[] {"doctor"},
            new String[] {"audit", "verify"},
            new String[] {"plan", "x"})) {
      assertThat(english().run(command).left(3).err()).contains("newer", "99");
    }
    try (var files = Files.list(home)) {
      assertThat(files.map(f -> f.getFileName().toString())).containsExactly("VERSION");
    }
  }

  @Test
  void a_home_that_cannot_be_made_is_told() throws IOException {
    Path file = Files.writeString(folder.resolve("home"), "a file, not a folder");
    assertThat(english().run("doctor").left(3).err()).contains(file.toString());
    Session inside = Session.at(Path.of("/proc/sorte-home"));
    assertThat(inside.run("audit", "verify").left(3).err()).contains("/proc/sorte-home");
  }

  @Test
  void settings_that_cannot_be_used_and_a_market_file_that_is_not_there_are_bad_input()
      throws IOException {
    assertThat(english().run("up", "--data", "none.csv").left(2).err()).contains("none.csv");
    assertThat(english().run("up", "--bars-per-second", "fast").left(2).err())
        .contains("--bars-per-second", "fast");
    Files.writeString(folder.resolve("home/config.json"), "{\"market.pace\":\"-3\"}");
    assertThat(english().run("up").left(2).err()).contains("config.json", "market.pace");
  }

  @Test
  void doctor_says_what_is_here_and_how_to_get_what_is_not() {
    JsonNode whole = english().run("doctor", "--json").json();
    assertThat(whole.path("checks").findValuesAsText("check"))
        .contains("java", "mvn", "git", "disk", "config", "confinement");
    Session bare =
        new Session(
            folder.resolve("home"),
            java.util.Map.of("SORTE_HOME", folder.resolve("home").toString(), "PATH", ""));
    Session.Said said = bare.run("doctor").left(3);
    assertThat(said.out()).contains("apt install maven", "apt install git");
  }

  @Test
  void a_fresh_homes_log_verifies_and_is_empty() {
    JsonNode audit = english().run("audit", "verify", "--json").left(0).json();
    assertThat(audit.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("ok", "entries", "head", "firstBad");
    assertThat(audit.path("ok").asBoolean()).isTrue();
    assertThat(audit.path("entries").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"words", "help"})
  void both_languages_have_the_same_phrases(String book) throws IOException {
    Properties pt = phrases(book + "_pt");
    Properties en = phrases(book + "_en");
    assertThat(pt.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(en.stringPropertyNames());
    assertThat(en.stringPropertyNames()).hasSizeGreaterThan(20);
  }

  private static Properties phrases(String name) throws IOException {
    Properties phrases = new Properties();
    try (InputStream in =
        UsageAcceptanceTest.class.getResourceAsStream("/sorte/app/" + name + ".properties")) {
      phrases.load(
          new InputStreamReader(java.util.Objects.requireNonNull(in), StandardCharsets.UTF_8));
    }
    return phrases;
  }
}
