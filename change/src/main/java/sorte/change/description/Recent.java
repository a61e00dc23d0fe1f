package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sorte.change.design.Test;
import sorte.change.design.Value;

/// What is said of the bars up to this one: "within the last 5 bars" holds where it held on any of
/// them, "for 3 consecutive bars" where it held on all.
final class Recent {
  /// The most bars that are looked at one by one.
  private static final int MOST = 10;

  /// The most bars that are remembered.
  private static final int FARTHEST = 10_000;

  private Recent() {}

  /// The test, over the bars that are said behind it.
  static Test of(Test test, Values in) {
    int here = in.at;
    boolean any = in.is("LAST") && in.mark(0).raw().matches("(?:within|in) the (?:last|past)");
    boolean all =
        in.is("LAST") && in.mark(0).raw().equals("for the last")
            || in.is("OF", "PER") && in.mark(0).raw().matches("for|por");
    in.at += any || all ? 1 : 0;
    if (all) {
      in.take("GE");
    }
    boolean counted = in.is("NUM") && counts(in);
    boolean row = counted && in.mark(1).raw().matches(".*(?:consecuti|in a row|seguid|straight).*");
    double bars = in.mark(0).number();
    boolean whole = bars == Math.rint(bars) && bars >= 2 && bars <= FARTHEST;
    boolean fits = any || (all || row) && !crosses(test);
    if (!fits || !counted || !whole) {
      in.at = here;
      return test;
    }
    in.at += 2;
    int before = before(in);
    if (bars > MOST) {
      Optional<Test> farther =
          (any ? Sequences.within(test, bars) : Sequences.throughout(test, bars))
              .flatMap(t -> ago(t, before));
      in.at = farther.isPresent() ? in.at : here;
      return farther.orElse(test);
    }
    List<Test> each = new ArrayList<>();
    for (int ago = before; ago < bars + before; ago++) {
      Optional<Test> then = ago(test, ago);
      if (then.isEmpty()) {
        in.at = here;
        return test;
      }
      each.add(then.get());
    }
    return any ? Test.any(each) : Test.all(each);
  }

  /// "before the breakout", "before this bar": up to the bar before.
  private static int before(Values in) {
    boolean told =
        in.is("BEFORE")
            && (in.mark(1).raw().matches("breakout|breakdown|rompimento|entrada|entry")
                || in.mark(1).isAny("BARS", "SIGNALWORD"));
    in.at += told ? 2 : 0;
    return told ? 1 : 0;
  }

  /// No crossing holds on two bars after each other.
  private static boolean crosses(Test test) {
    return switch (test) {
      case Test.Compare c -> c.is().crossing();
      case Test.All(var tests) -> tests.stream().anyMatch(Recent::crosses);
      case Test.Any(var tests) -> tests.stream().anyMatch(Recent::crosses);
    };
  }

  private static boolean counts(Values in) {
    return in.mark(1).isAny("BARS", "PERIOD") || in.mark(1).is("DAYS") && in.known.daily;
  }

  /// The same so many bars ago; nothing where a value is of the clock.
  private static Optional<Test> ago(Test test, int bars) {
    if (bars == 0) {
      return Optional.of(test);
    }
    return switch (test) {
      case Test.All(var tests) -> each(tests, bars).map(Test::all);
      case Test.Any(var tests) -> each(tests, bars).map(Test::any);
      case Test.Compare(Value left, Test.Is is, Value right) ->
          Optional.of(new Test.Compare(ago(left, bars), is, ago(right, bars)));
    };
  }

  private static Optional<List<Test>> each(List<Test> tests, int bars) {
    List<Test> out = new ArrayList<>();
    for (Test test : tests) {
      Optional<Test> one = ago(test, bars);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      out.add(one.get());
    }
    return Optional.of(out);
  }

  private static Value ago(Value value, int bars) {
    return switch (value) {
      case Value.Number _ -> value;
      case Value.Ago(Value of, int before) -> new Value.Ago(of, before + bars);
      default -> new Value.Ago(value, bars);
    };
  }
}
