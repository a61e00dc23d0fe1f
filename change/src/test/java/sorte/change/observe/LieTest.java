package sorte.change.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Measurements that lie, through the trader's door; fifty of each kind by `scenarios/judge`.
class LieTest {
  private static final long SEED = 3;
  private static final int RUNS = 3;

  @TempDir private Path root;
  private LieRuns lies;

  @BeforeEach
  void open() throws IOException {
    lies = new LieRuns(root);
  }

  @AfterEach
  void close() {
    lies.close();
  }

  @ParameterizedTest
  @EnumSource
  void no_lie_is_promoted_whether_the_candidate_is_worse_or_equal(Lie lie) {
    for (long seed = SEED; seed < SEED + RUNS; seed++) {
      assertThat(lies.lied(lie, seed, LieRuns.HARM).promoted()).as("seed %d", seed).isFalse();
      assertThat(lies.lied(lie, seed, 0).promoted()).as("seed %d", seed).isFalse();
    }
  }

  @Test
  void the_truth_promotes_what_is_equal_and_takes_back_what_is_worse() {
    assertThat(lies.honest(SEED, 0)).isEqualTo(new LieRuns.Ending(true, "NotWorse"));
    assertThat(lies.honest(SEED, LieRuns.HARM)).isEqualTo(new LieRuns.Ending(false, "Worse"));
  }
}
