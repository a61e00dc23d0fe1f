package sorte.change.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Edits drawn at random, put to strategies laid out in every way, each held to what the editor
/// promises. `-Dsorte.seed=N` begins with that seed.
class EditGuaranteesTest {
  private static final int SOME = 120;
  private static final int ALL = 2_000;

  @Test
  void edits_do_what_they_say_and_nothing_else() {
    held(SOME);
  }

  @Test
  @Tag("long")
  void two_thousand_edits_do_what_they_say_and_nothing_else() {
    held(ALL);
  }

  @Test
  void refactorings_change_no_decision() {
    refactored(SOME / 2);
  }

  @Test
  @Tag("long")
  void a_thousand_refactorings_change_no_decision() {
    refactored(ALL / 2);
  }

  private static void refactored(int refactorings) {
    long first = Long.getLong("sorte.seed", new Random().nextLong(1_000_000_000));
    RefactoringRuns runs = new RefactoringRuns();
    runs.run(first, refactorings);
    System.out.print("from seed " + first + ": " + runs.figures());
    assertThat(runs.faults()).isEmpty();
  }

  private static void held(int edits) {
    long first = Long.getLong("sorte.seed", new Random().nextLong(1_000_000_000));
    EditRuns runs = new EditRuns();
    runs.run(first, edits);
    System.out.print("from seed " + first + ": " + runs.figures());
    assertThat(runs.faults()).isEmpty();
    assertThat(runs.edited()).isGreaterThanOrEqualTo(edits);
    assertThat(runs.layouts()).isGreaterThanOrEqualTo(40);
  }
}
