package sorte.strategy;

/// An indicator of your own: a line computed from other lines, once a bar. It extends this class
/// and is given to [Strategy#use]; those of the house come from the other methods of [Strategy].
///
/// ```java
/// private final Indicator gap = use(new Gap(open, close));
///
/// static final class Gap extends Indicator {
///   private final Line open;
///   private final Line close;
///
///   Gap(Line open, Line close) {
///     super(2, open, close);
///     this.open = open;
///     this.close = close;
///   }
///
///   @Override
///   protected double next() {
///     return open.value() - close.previous();
///   }
/// }
/// ```
public abstract non-sealed class Indicator extends Line {
  /// An indicator that has its first value when it has seen this many bars of its inputs.
  ///
  /// @param bars how many bars of the inputs it needs, at least 1
  /// @param inputs the lines it reads, at least one, declared before it
  protected Indicator(int bars, Line... inputs) {
    super(Period.checked("an indicator's bars", bars), atLeastOne(inputs));
    tape.made();
  }

  private static Line[] atLeastOne(Line... inputs) {
    if (inputs.length == 0) {
      throw new IllegalArgumentException("an indicator needs at least one line to read");
    }
    return inputs;
  }

  /// Takes in the bar at hand and gives this line's value for it. Called once a bar from the first
  /// one at which all inputs have a value; what it gives while fewer than the declared bars are
  /// seen is never shown to a rule.
  protected abstract double next();

  @Override
  final void step() {
    set(next());
  }
}
