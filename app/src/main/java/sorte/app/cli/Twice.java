package sorte.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/// What is asked before more can be lost: two questions, two yeses.
///
/// @param about the questions are its `ask` and `ask-again`
record Twice(Screen screen, String about) {
  /// How many times it asks.
  static final int ASKED = 2;

  private static final Set<String> YES = Set.of("y", "yes", "s", "sim");

  /// @param said how many yeses came with the command
  boolean confirmed(int said) throws IOException {
    BufferedReader answers =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (int asked = said; asked < ASKED; asked++) {
      screen.tell(about + (asked == 0 ? ".ask" : ".ask-again"));
      String answer = answers.readLine();
      if (answer == null || !YES.contains(answer.strip().toLowerCase(Locale.ROOT))) {
        return false;
      }
    }
    return true;
  }
}
