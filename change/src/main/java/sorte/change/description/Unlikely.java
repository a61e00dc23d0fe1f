package sorte.change.description;

import java.util.List;
import java.util.Set;
import sorte.change.design.Study;
import sorte.change.design.Test;
import sorte.change.design.Test.Is;
import sorte.change.design.Value;

/// Entries that hardly ever come about: an oscillator that says the price is at the low end of its
/// range, on a close that breaks out at the high end, or the other way round. Such a strategy runs
/// and never trades, which nobody describes on purpose.
final class Unlikely {
  /// From where on an oscillator says that the price is at an end of its range: RSI and Stochastic.
  private static final double LOW = 35;

  private static final double HIGH = 65;
  private static final Set<Study> CHANNELS =
      Set.of(Study.DONCHIAN, Study.BOLLINGER, Study.HIGHEST, Study.LOWEST);

  private Unlikely() {}

  /// Whether all of a test can hardly hold at once; one alternative that can is enough.
  static boolean test(Test test) {
    return switch (test) {
      case Test.Any(var tests) -> tests.stream().allMatch(Unlikely::test);
      case Test.All(var tests) ->
          tests.stream().anyMatch(Unlikely::test)
              || tests.stream().anyMatch(Unlikely::weak)
                  && tests.stream().anyMatch(Unlikely::breaksUp)
              || tests.stream().anyMatch(Unlikely::strong)
                  && tests.stream().anyMatch(Unlikely::breaksDown);
      case Test.Compare _ -> false;
    };
  }

  private static boolean weak(Test test) {
    return level(test, true) <= LOW;
  }

  private static boolean strong(Test test) {
    return level(test, false) >= HIGH;
  }

  /// The level of an oscillator from 0 to 100 that a test asks to be below, or above; its middle
  /// where it asks for no such thing.
  private static double level(Test test, boolean below) {
    boolean oscillates =
        test instanceof Test.Compare(Value.Indicator i, Is _, Value.Number _)
            && (i.study() == Study.RSI || i.study() == Study.STOCHASTIC)
            && i.of().isEmpty();
    if (!oscillates
        || !(test instanceof Test.Compare(Value _, Is is, Value.Number(double level)))) {
      return (LOW + HIGH) / 2;
    }
    boolean fits =
        below ? is == Is.BELOW || is == Is.AT_OR_BELOW : is == Is.ABOVE || is == Is.AT_OR_ABOVE;
    return fits ? level : (LOW + HIGH) / 2;
  }

  private static boolean breaksUp(Test test) {
    return breaks(test, "upper", Study.HIGHEST, Set.of(Is.ABOVE, Is.AT_OR_ABOVE, Is.CROSSES_ABOVE));
  }

  private static boolean breaksDown(Test test) {
    return breaks(test, "lower", Study.LOWEST, Set.of(Is.BELOW, Is.AT_OR_BELOW, Is.CROSSES_BELOW));
  }

  private static boolean breaks(Test test, String line, Study extreme, Set<Is> ways) {
    return test instanceof Test.Compare(Value.Price(String field), Is is, Value.Indicator i)
        && List.of("close", "high", "low").contains(field)
        && ways.contains(is)
        && CHANNELS.contains(i.study())
        && (i.line().equals(line) || i.study() == extreme);
  }
}
