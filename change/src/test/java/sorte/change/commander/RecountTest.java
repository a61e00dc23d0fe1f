package sorte.change.commander;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sorte.change.log.ChangeEvent;
import sorte.change.log.ChangeLog;
import sorte.change.observe.Recount;

/// Analyses are reckoned again from the file of the change log, with the trader gone.
class RecountTest {
  private static final String FULL_SPEED = "{\"market.pace\":\"max\"}";

  @TempDir private Path root;

  private List<JsonNode> analyses(double shift, String ending) throws IOException {
    Path log;
    try (Stage stage = new Stage(root, FULL_SPEED)) {
      stage.trader.shift = shift;
      stage.start();
      stage.ask("stop 2%");
      stage.awaitState("1", ending);
      log = stage.home.changesLog();
    }
    try (ChangeLog read = ChangeLog.open(log, InstantSource.system())) {
      return read.of("1").orElseThrow().analyses();
    }
  }

  @ParameterizedTest
  @CsvSource({"0, promoted", "-0.6, aborted"})
  void every_analysis_comes_out_to_the_bit_from_the_log_alone(double shift, String ending)
      throws IOException {
    Recount.Outcome outcome = Recount.of(analyses(shift, ending));
    assertThat(outcome.differing()).isEmpty();
    assertThat(outcome.unshown()).isZero();
    assertThat(outcome.analyses()).isPositive();
  }

  @Test
  void one_bit_of_one_figure_that_was_altered_is_named() throws IOException {
    List<JsonNode> analyses = new ArrayList<>(analyses(0, "promoted"));
    ObjectNode last = analyses.getLast().deepCopy();
    double said = last.path("eValues").path("notWorse").doubleValue();
    ((ObjectNode) last.path("eValues")).put("notWorse", Math.nextUp(said));
    analyses.set(analyses.size() - 1, last);
    assertThat(Recount.of(analyses).differing())
        .singleElement()
        .satisfies(d -> assertThat(d.number()).isEqualTo(analyses.size() - 1));
  }

  @Test
  void a_judge_that_fails_its_own_test_stops_the_rollout_and_that_can_be_reckoned_again()
      throws IOException {
    Path log;
    try (Stage stage = new Stage(root, FULL_SPEED)) {
      stage.trader.selfTestFails = true;
      stage.start();
      stage.ask("stop 2%");
      JsonNode change = stage.awaitState("1", "rolled-back");
      JsonNode back = change.path("release").path("rollback");
      assertThat(back.path("cause").asText()).isEqualTo("not_measured");
      assertThat(back.path("text").path("en").asText()).contains("failed its own test");
      assertThat(stage.trader.acts).contains("1-shadow", "1-rollback").doesNotContain("1-canary-5");
      log = stage.home.changesLog();
    }
    try (ChangeLog read = ChangeLog.open(log, InstantSource.system())) {
      List<JsonNode> analyses = read.of("1").orElseThrow().analyses();
      assertThat(analyses.getLast().path("said").asText()).isEqualTo("could-not-measure");
      assertThat(Recount.of(analyses).differing()).isEmpty();
      assertThat(read.of("1").orElseThrow().last(ChangeEvent.RolledBack.class)).isPresent();
    }
  }
}
