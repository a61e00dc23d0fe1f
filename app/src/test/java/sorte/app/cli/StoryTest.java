package sorte.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sorte.trading.door.Json;

/// The judge looks at every pair; a person hears what is news.
class StoryTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Story story =
      new Story(
          Screen.of(
              Map.of("SORTE_LANG", "en"),
              new PrintStream(out, true, StandardCharsets.UTF_8),
              new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)),
          false);

  @Test
  void evidence_that_multiplies_is_told_until_it_is_far_over_every_line() {
    double evidence = 1;
    for (int looks = 0; looks < 60; looks++) {
      story.tell(analysed(2_000, evidence));
      evidence *= 6;
    }
    assertThat(lines()).isEqualTo(4); // 1, 6, 36, 216
  }

  @Test
  void twice_as_many_pairs_are_news() {
    for (long pairs = 25; pairs <= 400; pairs++) {
      story.tell(analysed(pairs, 1));
    }
    assertThat(lines()).isEqualTo(5); // 25, 50, 100, 200, 400
  }

  private long lines() {
    return out.toString(StandardCharsets.UTF_8).lines().count();
  }

  private static ObjectNode analysed(long pairs, double notWorse) {
    ObjectNode event = Json.object().put("type", "Analysed").put("text", "seen");
    event
        .putObject("analysis")
        .put("pairs", pairs)
        .putObject("eValues")
        .put("abort", 1)
        .put("notWorse", notWorse);
    return event;
  }
}
