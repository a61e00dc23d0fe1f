package sorte.change.judge;

/// What the pairs seen so far say. "Do not know" has cases of its own, and none of them is a yes.
public sealed interface Judgement {
  Evidence evidence();

  /// Worse, beyond doubt: take it back.
  record Worse(Evidence evidence) implements Judgement {}

  /// Not worse by the margin: what a person asked for may be promoted.
  record NotWorse(Evidence evidence) implements Judgement {}

  /// Better than what runs: what Sorte proposed may be promoted.
  record Better(Evidence evidence) implements Judgement {}

  /// Not one differing decision, on record and live: a refactoring may be promoted.
  record Identical(Evidence evidence) implements Judgement {}

  /// Nothing crossed a line. At the horizon this is the final answer.
  record CannotTell(Evidence evidence, boolean horizon) implements Judgement {}

  /// The pairs are not measurements: never a promotion.
  record CouldNotMeasure(Evidence evidence, Fault fault, String seen) implements Judgement {}

  /// Why pairs are no measurements.
  enum Fault {
    MISNUMBERED,
    NOT_A_NUMBER,
    OUT_OF_RANGE,
    FROZEN,
    /// what came is not what the trader recorded of this change
    ALTERED,
    STALE,
    DEPENDENT,
    SELF_TEST
  }
}
