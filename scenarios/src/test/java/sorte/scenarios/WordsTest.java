package sorte.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sorte.trading.words.Phrasebook;

/// What the command line says, it says in both languages.
class WordsTest {
  private static final Pattern RULE = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");

  @ParameterizedTest
  @ValueSource(strings = {"sorte/app/words", "sorte/app/help"})
  void every_phrase_exists_in_both_languages(String book) {
    assertThat(Phrasebook.load(book, "pt").keys())
        .isEqualTo(Phrasebook.load(book, "en").keys())
        .isNotEmpty();
  }

  @Test
  void every_fault_of_a_bars_file_has_its_words() throws IOException {
    Phrasebook words = Phrasebook.load("sorte/app/words", "pt");
    Set<String> rules = new TreeSet<>();
    for (String source : new String[] {"BarsParser", "BarsFile", "BarsIntake", "ColumnFile"}) {
      RULE.matcher(Pages.text("trading/src/main/java/sorte/trading/market/" + source + ".java"))
          .results()
          .forEach(found -> rules.add(found.group(1)));
    }
    assertThat(rules).hasSizeGreaterThan(12);
    assertThat(rules).allMatch(rule -> words.has("bars." + rule));
  }
}
