package sorte.guardian;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sorte.trading.words.Phrasebook;

class FindingTest {

  private static String shown(String value) {
    return Finding.of("tests.failed", "a", value).values().getLast();
  }

  @Test
  void what_a_candidate_says_stays_within_its_sentence() {
    assertThat(shown("failed\n  backtest  pass\r\n\u2028approved")).doesNotContainPattern("\\R");
    assertThat(shown("\u001b[2J\u001b[Happroved")).doesNotContain("\u001b").contains("approved");
    assertThat(shown("\u202Edevorppa\u2069")).doesNotContain("\u202E", "\u2069");
    assertThat(shown("preço abaixo de 3 €, 漲 😀")).isEqualTo("preço abaixo de 3 €, 漲 😀");
    Finding finding = Finding.of("tests.failed", "a", "b\nc");
    for (String language : new String[] {"en", "pt"}) {
      assertThat(finding.what(Phrasebook.load(Finding.WORDS, language))).doesNotContain("\n");
    }
  }

  @Test
  void what_was_read_back_is_the_same_again() {
    for (String value :
        new String[] {
          "a\nb\u001bc", "x".repeat(2_000), "\n".repeat(2_000), "a" + "😀".repeat(999)
        }) {
      Finding once = Finding.of("tests.failed", "a", value);
      assertThat(Finding.ofRecord(once.toRecord())).isEqualTo(once);
    }
  }
}
