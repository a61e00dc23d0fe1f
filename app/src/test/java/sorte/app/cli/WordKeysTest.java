package sorte.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Of a key that stands twice only the last is said, wherever the first was meant.
class WordKeysTest {
  @ParameterizedTest
  @ValueSource(strings = {"words_pt", "words_en", "help_pt", "help_en"})
  void no_key_stands_twice(String file) throws IOException {
    try (InputStream in = Screen.class.getResourceAsStream("/sorte/app/" + file + ".properties")) {
      List<String> keys =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> line.matches("[a-z][^=\\s]*=.*"))
              .map(line -> line.substring(0, line.indexOf('=')))
              .toList();
      Set<String> seen = new HashSet<>();
      assertThat(keys).hasSizeGreaterThan(20).allMatch(seen::add);
    }
  }
}
