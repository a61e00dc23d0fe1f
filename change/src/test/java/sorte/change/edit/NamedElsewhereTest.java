package sorte.change.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sorte.change.edit.NamedElsewhere.Followed;

/// A parameter's new name goes wherever the workspace names it, or nowhere.
class NamedElsewhereTest {
  private static final String FOLDER = "strategies/src/main/java/sorte/strategies/";
  private static final String TESTS = "strategies/src/test/java/sorte/strategies/";
  private static final String NAMING =
      """
      package sorte.strategies;

      class %sDecisionsTest {
        // "rsi.overbought" is only told here
        void a_rsi_overbought_of_70() {
          Trial trial = Trial.of(%s.class).with("rsi.overbought", 70).with( "rsi.period" , 4);
          List.of(new ParameterSpec("rsiOverbought", Kind.LEVEL, 70, 50, 95), "rsi.overbought!");
        }
      }
      """;

  private static String shipped(String name) {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve(FOLDER + name + ".java"))) {
      root = root.getParent();
    }
    return Styles.text(root.resolve(FOLDER + name + ".java"));
  }

  private static String emaCross() {
    return shipped("EmaCross");
  }

  private static Followed followed(String from, String to, Map<String, String> tests) {
    Map<String, String> files = new TreeMap<>(tests);
    files.put(FOLDER + "EmaCross.java", emaCross());
    files.put(FOLDER + "RsiMeanReversion.java", shipped("RsiMeanReversion"));
    EditOutcome outcome = new Editor().apply(emaCross(), List.of(new Edit.Rename(from, to)));
    String after = ((EditOutcome.Edited) outcome).text();
    return NamedElsewhere.follow(emaCross(), after, FOLDER + "EmaCross.java", files);
  }

  @Test
  void a_test_that_names_it_in_words_follows_in_its_own_spelling_and_in_nothing_else() {
    String test = NAMING.formatted("EmaCross", "EmaCross");
    String expected =
        test.replace(".with(\"rsi.overbought\"", ".with(\"rsi-ceiling\"")
            .replace("Spec(\"rsiOverbought\"", "Spec(\"rsiCeiling\"");
    String path = TESTS + "EmaCrossDecisionsTest.java";
    assertThat(followed("rsi.overbought", "rsi-ceiling", Map.of(path, test)))
        .isInstanceOfSatisfying(
            Followed.Files.class,
            files -> assertThat(files.texts()).isEqualTo(Map.of(path, expected)));
  }

  @Test
  void tests_of_other_strategies_stay_as_they_are() {
    String other = NAMING.formatted("RsiMeanReversion", "RsiMeanReversion");
    assertThat(
            followed(
                "rsiOverbought",
                "rsiCeiling",
                Map.of(TESTS + "RsiMeanReversionDecisionsTest.java", other)))
        .isEqualTo(new Followed.Files(new TreeMap<>()));
  }

  @Test
  void a_test_of_two_strategies_with_that_parameter_stops_the_whole() {
    String both =
        NAMING
            .formatted("EmaCross", "EmaCross")
            .replace("List.of(", "List.of(RsiMeanReversion.class, ");
    assertThat(followed("rsiOverbought", "rsiCeiling", Map.of(TESTS + "BothTest.java", both)))
        .isInstanceOf(Followed.Not.class);
  }

  @Test
  void a_test_that_reads_it_in_java_stops_the_whole() {
    String reading =
        NAMING
            .formatted("EmaCross", "EmaCross")
            .replace("List.of(", "EmaCross.Parameters p = made(); p.rsiOverbought(); List.of(");
    assertThat(followed("rsiOverbought", "rsiCeiling", Map.of(TESTS + "ReadingTest.java", reading)))
        .isInstanceOf(Followed.Not.class);
  }

  @Test
  void as_people_say_it_is_as_java_writes_it() {
    Editor editor = new Editor();
    EditOutcome said = editor.apply(emaCross(), List.of(new Edit.Rename("stop-loss", "max-loss")));
    EditOutcome written = editor.apply(emaCross(), List.of(new Edit.Rename("stopLoss", "maxLoss")));
    assertThat(said).isInstanceOf(EditOutcome.Edited.class);
    assertThat(((EditOutcome.Edited) said).text()).isEqualTo(((EditOutcome.Edited) written).text());
    assertThat(
            editor.apply(
                ((EditOutcome.Edited) said).text(),
                List.of(new Edit.Rename("stop-loss", "max-loss"))))
        .isInstanceOf(EditOutcome.AlreadySo.class);
  }
}
