package sorte.change.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sorte.trading.words.Phrasebook;

class ReasonsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          SlotRolledBack: loss-budget: lost 1234.56789012, allowed 1200.00000000 | perdeu 1.234,57 do que podia perder, 1.200,00 | it lost 1,234.57 of the 1,200.00 that it was allowed to lose
          SlotFaulted: meter-spent: more than 1000000 steps | uma decisão levou mais de 1.000.000 passos | one decision took more than 1,000,000 steps
          meter-spent: its steps were spent before | os passos dela já tinham acabado | its steps were spent already
          memory: 70000 bytes, allowed 65536 | uma decisão usou 70.000 bytes de memória, mais que os 65.536 permitidos | one decision used 70,000 bytes of memory, more than the 65,536 allowed
          SlotFaulted: exception: java.lang.ArithmeticException: / by zero | lançou java.lang.ArithmeticException: / by zero | it threw java.lang.ArithmeticException: / by zero
          SlotFaulted: died: the trader died in its decision on bar 3100 | o operador morreu na decisão dela no candle 3.100 | the trader died in its decision on bar 3,100
          SlotRolledBack: asked: taken back by cli | desfeita por cli | taken back by cli
          no answer in 7 days | sem resposta em 7 dias | no answer in 7 days
          StepIntended had no outcome in time | StepIntended não teve desfecho a tempo | StepIntended had no outcome in time
          the venue's least order needs a share of 0.0731, more than the loss budget bears; it stays shadow | a menor ordem da corretora pede uma parte de 7,31%, mais do que o orçamento de perda aguenta; ela fica na sombra. Uma pasta nova com --lot menor (moedas: 0.00001) ou mais --cash deixa a menor ordem pequena o bastante | the venue's least order needs a share of 7.31%, more than the loss budget bears; it stays in shadow. A new home with a smaller --lot (coins: 0.00001) or more --cash makes the least order small enough
          no candidate of change 4 is there | a mudança 4 já não está em nenhuma posição de execução | change 4 is in no slot any more
          door: main is at abc, the change starts from def | o main andou desde que a mudança foi planejada: peça a mudança de novo | main has moved since the change was planned: ask for the change again
          the trader does not answer (no door file) | o processo trader não responde (no door file) | the trader does not answer (no door file)
          """)
  void a_recorded_reason_is_said_in_the_persons_language(String recorded, String pt, String en) {
    assertThat(Reasons.said(recorded, "pt")).isEqualTo(pt);
    assertThat(Reasons.said(recorded, "en")).isEqualTo(en);
  }

  @Test
  void what_is_not_known_is_shown_as_it_stands() {
    assertThat(Reasons.said("algo que ninguém previu", "pt")).isEqualTo("algo que ninguém previu");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pt", "en"})
  void every_form_has_its_phrase_and_every_phrase_its_form(String language) {
    TreeSet<String> phrases = new TreeSet<>();
    for (String key : Phrasebook.load(Reasons.WORDS, language).keys()) {
      if (key.startsWith("reason.")) {
        phrases.add(key.substring("reason.".length()));
      }
    }
    assertThat(phrases).isEqualTo(new TreeSet<>(Reasons.phrases())).hasSizeGreaterThan(20);
  }
}
