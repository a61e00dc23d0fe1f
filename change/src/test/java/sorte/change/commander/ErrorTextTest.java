package sorte.change.commander;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sorte.trading.door.DoorError;
import sorte.trading.words.Phrasebook;

class ErrorTextTest {
  private static final Pattern CODE =
      Pattern.compile("DoorError\\s*\\.\\w+\\(\\s*\"([a-z-]+)\"", Pattern.DOTALL);

  @Test
  void every_code_of_the_commander_has_a_sentence_in_both_languages() throws IOException {
    Set<String> codes = new TreeSet<>();
    try (var files = Files.list(Path.of("src/main/java/sorte/change/commander"))) {
      for (Path file : files.toList()) {
        CODE.matcher(Files.readString(file)).results().forEach(found -> codes.add(found.group(1)));
      }
    }
    assertThat(codes).hasSizeGreaterThan(8);
    for (String code : codes) {
      String pt = Phrasebook.load(Alerts.WORDS, "pt").say("door." + code, "1", "2");
      String en = Phrasebook.load(Alerts.WORDS, "en").say("door." + code, "1", "2");
      assertThat(pt).as(code).isNotEqualTo(en);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          in-rollout | 3 | A mudança 3 está em implantação por cima dela: desfaça primeiro a mudança 3.
          not-in-force | 2;aborted | A mudança 2 está interrompida pelo juiz: não há o que desfazer. ./sorte changes lista as que há.
          refused | no candidate of change 4 is there | O operador não fez isso: a mudança 4 já não está em nenhuma posição de execução. ./sorte status conta o que está rodando.
          """)
  void what_it_speaks_of_is_in_place(String code, String values, String said) {
    DoorError error = DoorError.conflict(code, "what", "remedy").with(values.split(";"));
    assertThat(ErrorText.of(error, "pt")).contains(said);
  }

  @Test
  void an_answer_without_its_values_keeps_its_own_words() {
    assertThat(ErrorText.of(DoorError.conflict("in-rollout", "w", "r"), "pt")).isEmpty();
    assertThat(ErrorText.of(DoorError.conflict("never-heard-of", "w", "r"), "pt")).isEmpty();
  }
}
