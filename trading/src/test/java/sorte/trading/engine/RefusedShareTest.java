package sorte.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sorte.strategies.EmaCross;
import sorte.strategies.SmaCrossReverse;
import sorte.trading.venue.Behaviour;

/// A version that was to be canary and got no share stays shadow: nothing here shows it the bars.
class RefusedShareTest {
  /// So little that its loss budget does not bear the venue's least order.
  private static final double TOO_LITTLE = 0.00001;

  @TempDir Path root;

  @Test
  void what_waited_as_shadow_decides_as_one_that_saw_every_bar_once_it_has_a_share()
      throws Exception {
    Desktop desk = new Desktop(root, 3, Behaviour.ALWAYS_FILLS);
    desk.load("seed", "stable", 1, EmaCross.class, EmaCross.Parameters.class);
    String answer =
        desk.load(
            "ch-1", "canary", TOO_LITTLE, SmaCrossReverse.class, SmaCrossReverse.Parameters.class);
    assertThat(answer).contains("stays shadow");
    desk.bars(50);
    assertThat(desk.tell("share", "ch-1", 0.25)).contains("loaded");
    desk.bars(400);
    String status = desk.engine.status().toString();
    desk.journal.close();
    Replayed again = Replayed.of(desk.home.home()); // makes every decision again, or throws
    assertThat(again.status()).isEqualTo(status);
  }
}
