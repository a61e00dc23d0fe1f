package sorte.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sorte.app.cli.CommandTree;
import sorte.change.edit.EditOutcome;
import sorte.change.edit.Editor;
import sorte.change.plan.Planned;
import sorte.change.plan.Planner;
import sorte.change.plan.Workspace;
import sorte.change.request.Context;
import sorte.change.request.Interpreter;
import sorte.change.request.Language;
import sorte.change.request.PlanJson;
import sorte.change.request.Restatement;
import sorte.change.request.Understanding;
import sorte.guardian.repository.UnifiedDiff;
import sorte.trading.door.Json;
import sorte.trading.home.Config;
import sorte.trading.words.Phrasebook;

/// What the first pages show is what there is: neither can lie.
class ReadmeTest {
  private static final String EMA_CROSS = Workspace.FOLDER + "EmaCross.java";
  private static final int SHORTEST_SESSION = 25;

  @ParameterizedTest
  @CsvSource({"README.md,en", "LEIAME.md,pt"})
  void every_command_named_is_there(String page, String language) throws IOException {
    Set<String> named = new TreeSet<>();
    Matcher matcher =
        Pattern.compile("(?:\\./sorte |^\\| `|, `)([a-z]+)(?=[ `\\n])", Pattern.MULTILINE)
            .matcher(Pages.text(page));
    while (matcher.find()) {
      named.add(matcher.group(1));
    }
    named.remove("pt");
    named.removeAll(List.of("language"));
    assertThat(named)
        .contains("demo", "up", "ask", "show", "wait", "doctor")
        .hasSizeGreaterThan(15);
    named.remove("test"); // ./sorte itself runs it
    for (String command : named) {
      assertThat(said(language, command, "--help")).as(command).contains("--json");
    }
  }

  @ParameterizedTest
  @CsvSource({"README.md,en", "LEIAME.md,pt"})
  void each_sentence_shown_is_understood(String page, String language) throws IOException {
    Matcher asked = Pattern.compile("\\./sorte ask \"([^\"]+)\"").matcher(Pages.text(page));
    int seen = 0;
    while (asked.find()) {
      seen++;
      assertThat(understood(asked.group(1), language))
          .as(asked.group(1))
          .isInstanceOf(Understanding.Plan.class);
    }
    assertThat(seen).isGreaterThan(3);
  }

  @ParameterizedTest
  @CsvSource({"README.md,en", "LEIAME.md,pt"})
  void the_plan_shown_is_the_plan_that_is_made(String page, String language) throws IOException {
    Matcher planned =
        Pattern.compile(
                "\\$ \\./sorte plan \"([^\"]+)\"\\n(.*)\\n\\$ \\./sorte plan --json \"\\1\"\\n(.*)\\n")
            .matcher(Pages.text(page));
    assertThat(planned.find()).as("a plan is shown").isTrue();
    Understanding plan = understood(planned.group(1), language);
    assertThat(planned.group(2)).isEqualTo(Restatement.of(plan, Map.of()));
    assertThat(planned.group(3)).isEqualTo(Json.line(PlanJson.write(plan)));
  }

  @ParameterizedTest
  @CsvSource({"README.md,en", "LEIAME.md,pt"})
  void the_session_shows_the_words_the_plan_and_the_difference_of_today(
      String page, String language) throws IOException {
    List<String> session = session(page);
    Phrasebook words = Phrasebook.load("sorte/app/words", language);
    String sentence = words.say("demo.good");
    assertThat(session).contains("“" + sentence + "”", "“" + words.say("demo.harmful") + "”");
    Understanding.Plan plan = (Understanding.Plan) understood(sentence, language);
    assertThat(session).anyMatch(line -> line.endsWith(Restatement.of(plan, Map.of())));
    List<String> difference = difference(plan, language).lines().toList();
    List<String> shown =
        session.stream()
            .filter(line -> line.matches("      [-+] .*"))
            .map(l -> l.substring(6))
            .toList();
    assertThat(shown)
        .isNotEmpty()
        .isEqualTo(difference.stream().filter(line -> line.matches("[-+] .*")).toList());
  }

  private static String difference(Understanding.Plan plan, String language) throws IOException {
    String source = Pages.text(EMA_CROSS);
    Planned.Edits edits =
        (Planned.Edits)
            new Planner()
                .plan(
                    plan.actions(),
                    new Workspace(Map.of(EMA_CROSS, source), "ema-cross"),
                    Language.of(language));
    EditOutcome.Edited edited = (EditOutcome.Edited) new Editor().apply(source, edits.edits());
    return UnifiedDiff.of(
        new TreeMap<>(Map.of(EMA_CROSS, source)),
        new TreeMap<>(Map.of(EMA_CROSS, Optional.of(edited.text()))));
  }

  /// The guardian's own list is read where it stands; what is signed comes last.
  @ParameterizedTest
  @CsvSource({"README.md,en", "LEIAME.md,pt"})
  void the_gates_shown_are_the_guardians_in_their_order(String page, String language)
      throws IOException {
    String guardian = Pages.text("guardian/src/main/java/sorte/guardian/Guardian.java");
    String list = guardian.substring(guardian.indexOf("List<Gate> gates("));
    List<String> gates = new ArrayList<>();
    Matcher made =
        Pattern.compile("new (\\w+)Gate\\(").matcher(list.substring(0, list.indexOf(");\n  }")));
    while (made.find()) {
      gates.add(made.group(1).toLowerCase(Locale.ROOT));
    }
    gates.add("attest");
    String passed = Phrasebook.load("sorte/app/words", language).say("outcome.pass");
    List<String> shown =
        session(page).stream()
            .filter(line -> line.matches("    [a-z]+ +" + passed + " .*"))
            .map(line -> line.strip().split(" ")[0])
            .toList();
    assertThat(shown).isEqualTo(gates).hasSize(11);
  }

  @ParameterizedTest
  @CsvSource({"README.md,to", "LEIAME.md,a"})
  void the_settings_shown_are_the_settings_there_are(String page, String to) throws IOException {
    List<String> rows =
        Pages.text(page)
            .lines()
            .filter(line -> line.matches("\\| `[a-z-]+(\\.[a-z-]+)?` \\| .* \\| .* \\| .* \\|"))
            .toList();
    List<String> expected = new ArrayList<>();
    for (Config.Key key : Config.NUMBERS) {
      expected.add(
          "| `%s` | %s | %s %s %s |"
              .formatted(
                  key.name(), plain(key.otherwise()), plain(key.min()), to, plain(key.max())));
    }
    expected.add("| `language` | en | ");
    expected.add("| `time-zone` | UTC | ");
    expected.add("| `halt.positions` | hold | ");
    expected.add("| `journal.force` | background | ");
    expected.add("| `market.pace` | " + plain(Config.USUAL_PACE) + " | ");
    assertThat(rows).hasSameSizeAs(expected);
    for (String start : expected) {
      assertThat(rows).anyMatch(row -> row.startsWith(start));
    }
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /// The lines of the first block of a page, which shows the demo.
  private static List<String> session(String page) throws IOException {
    String text = Pages.text(page);
    int from = text.indexOf("```console\n$ ./sorte demo");
    assertThat(from).as("a session of the demo is shown").isPositive();
    List<String> lines = text.substring(from, text.indexOf("\n```\n", from)).lines().toList();
    assertThat(lines).hasSizeGreaterThan(SHORTEST_SESSION);
    return lines;
  }

  private static Understanding understood(String words, String language) {
    return Interpreter.embedded().interpret(words, Context.in(Language.of(language)));
  }

  private static String said(String language, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    assertThat(CommandTree.run(arguments, Map.of("SORTE_LANG", language), print, print)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }
}
