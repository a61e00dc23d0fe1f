package sorte.change.pin;

import java.util.ArrayList;
import java.util.List;
import sorte.change.edit.Dissection;
import sorte.change.edit.EditOutcome;
import sorte.change.edit.Twist;
import sorte.guardian.Guardian;
import sorte.guardian.Passing;
import sorte.guardian.Verdict;
import sorte.guardian.proof.VariantRuns;

/// Writes tests that pin what a strategy decides. Nothing of the strategy runs but in the
/// guardian's confined children, and the tests themselves ran green there before they are handed
/// over.
public final class Pinning {
  /// Behind the strategy's name in that of its test.
  public static final String SUFFIX = "DecisionsTest";

  private final Guardian guardian;

  /// What became of it.
  public sealed interface Pinned {
    /// The test class, and how many of the slips tried it tells from the strategy.
    record Written(String text, int tests, int caught, int slips) implements Pinned {}

    /// The file cannot be taken apart.
    record Not(EditOutcome why) implements Pinned {}

    /// A gate does not let the strategy run, or nothing can be confined here.
    record Refused(Verdict verdict) implements Pinned {}
  }

  public Pinning(Guardian guardian) {
    this.guardian = guardian;
  }

  /// @param path of the strategy's source: only its name counts
  /// @param testClass the name of the test class
  public Pinned pin(String path, String source, String testClass) {
    return switch (Dissection.of(source)) {
      case Dissection.Reading.Not(EditOutcome why) -> new Pinned.Not(why);
      case Dissection.Reading.Read(Dissection strategy) ->
          switch (guardian.pass(path, source)) {
            case Passing.Refused(Verdict verdict) -> new Pinned.Refused(verdict);
            case Passing.Passed(var runs) ->
                new Writing(strategy, testClass, runs.beside(variants(strategy))).written();
          };
    };
  }

  private static List<VariantRuns.Variant> variants(Dissection strategy) {
    List<VariantRuns.Variant> all = new ArrayList<>();
    String name = strategy.className();
    for (Twist twist : strategy.twists()) {
      if (all.size() == VariantRuns.VARIANTS_MOST) {
        break;
      }
      String other = name + "Twist" + all.size();
      all.add(new VariantRuns.Variant(other, Dissection.renamed(twist.source(), name, other)));
    }
    return all;
  }
}
