package sorte.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `code`, as docs/contracts/cli.md and docs/code-index.md have it.
class CodeAcceptanceTest {
  @TempDir Path folder;

  private Session english;
  private String source = "";

  @BeforeEach
  void a_source() throws IOException {
    english = Session.at(folder.resolve("home"));
    Path root = Files.createDirectories(folder.resolve("source/src/main/java/a"));
    Path tests = Files.createDirectories(folder.resolve("source/src/test/java/a"));
    source = folder.resolve("source").toString();
    Files.writeString(
        root.resolve("Bell.java"),
        """
        package a;

        /// Rings. Loudly.
        public final class Bell {
          private int rung;

          public int ring() {
            return ring(1);
          }

          public int ring(int times) {
            rung += times;
            return rung;
          }
        }
        """);
    Files.writeString(
        tests.resolve("BellTest.java"),
        """
        package a;

        import org.junit.jupiter.api.Test;

        class BellTest {
          @Test
          void it_rings() {
            new Bell().ring();
          }
        }
        """);
  }

  private Session.Said code(Session session, String verb, String... rest) {
    String[] arguments = new String[rest.length + 4];
    arguments[0] = "code";
    arguments[1] = verb;
    arguments[2] = "--source";
    arguments[3] = source;
    System.arraycopy(rest, 0, arguments, 4, rest.length);
    return session.run(arguments);
  }

  @Test
  void a_name_is_found_with_its_file_and_line() {
    assertThat(code(english, "find", "Bell").left(0).out())
        .startsWith("  src/main/java/a/Bell.java:4  class Bell\n");
    JsonNode found = code(english, "find", "rung", "--json").left(0).json().path("found");
    assertThat(found.findValuesAsText("key")).containsExactly("a.Bell#rung");
    assertThat(found.path(0).path("line").asInt()).isEqualTo(5);
  }

  @Test
  void uses_are_told_by_meaning_with_the_member_they_stand_in() {
    assertThat(code(english, "uses", "Bell.ring(int)").left(0).out())
        .contains("src/main/java/a/Bell.java:8  called by Bell.ring()");
    JsonNode uses =
        code(english, "uses", "Bell.ring()", "--json")
            .left(0)
            .json()
            .path("of")
            .path(0)
            .path("uses");
    assertThat(uses.findValuesAsText("within")).containsExactly("a.BellTest#it_rings()");
    Session portuguese = Session.in("pt", folder.resolve("home"));
    assertThat(code(portuguese, "uses", "Bell.rung").left(0).out())
        .contains("escrito por", "lido por");
  }

  @Test
  void an_outline_has_members_in_order_and_an_impact_the_tests() {
    assertThat(code(english, "outline", "Bell").left(0).out())
        .contains(
            "public final class Bell  // Rings.\n  private int rung\n  public int ring()\n"
                + "  public int ring(int times)\n");
    JsonNode impact = code(english, "impact", "Bell.rung", "--json").left(0).json();
    assertThat(impact.path("tests").findValuesAsText("key"))
        .containsExactly("a.BellTest#it_rings()");
    assertThat(impact.path("testClasses").path(0).asText()).isEqualTo("a.BellTest");
  }

  @Test
  void a_context_keeps_its_budget_and_conventions_say_how_firm_they_are() {
    JsonNode context = code(english, "context", "Bell", "--budget", "120", "--json").left(0).json();
    assertThat(context.path("tokens").asInt()).isBetween(50, 120);
    assertThat(context.path("pieces").path(0).path("reason").asText()).isEqualTo("itself");
    assertThat(code(english, "conventions", "src/main").left(0).out())
        .contains("indentation: 2 spaces (", "order of members: fields, methods");
    code(english, "conventions", "nowhere").left(3);
    code(english, "context", "Bell", "--budget", "0").left(2);
  }

  @Test
  void a_name_of_several_things_is_asked_back_and_an_unknown_one_gets_what_is_near() {
    Session.Said several = code(english, "uses", "ring").left(1);
    assertThat(several.err()).contains("2", "Bell.ring()", "Bell.ring(int)");
    assertThat(several.out()).isEmpty();
    assertThat(code(english, "uses", "ring", "--all", "--json").left(0).json().path("of"))
        .hasSize(2);
    assertThat(
            code(english, "impact", "Bel", "--json")
                .left(3)
                .json()
                .path("near")
                .path(0)
                .path("key")
                .asText())
        .isEqualTo("a.Bell");
    assertThat(code(english, "find", "Zebra").left(3).err()).contains("Zebra");
  }

  @Test
  void what_does_not_parse_is_named_and_wrong_usage_told() throws IOException {
    Files.writeString(
        folder.resolve("source/src/main/java/a/Half.java"), "package a;\nclass Half {\n");
    assertThat(code(english, "find", "Bell").left(0).err())
        .contains("src/main/java/a/Half.java:", "does not parse");
    assertThat(english.run("code").left(2).err()).contains("Usage: sorte code");
    assertThat(english.run("code", "find", "--source", "none", "x").left(2).err()).contains("none");
    english.run("code", "uses").left(2);
  }

  @Test
  @Tag("long")
  void sortes_own_source_is_read_once_and_kept() {
    assertThat(english.run("code", "outline", "EmaCross").left(0).out())
        .contains("int fastMaPeriod (Bars 12, from 2 to 100)");
    Session.Said again = english.run("code", "impact", "EmaCross.enterLong", "--json").left(0);
    assertThat(again.err()).as("nothing is read anew").isEmpty();
    assertThat(again.json().path("testClasses").toString())
        .contains("sorte.strategies.EmaCrossTest")
        .doesNotContain("MacdCrossTest");
  }
}
