package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import sorte.change.design.Test;
import sorte.change.design.Value;

/// What is said in brackets behind a test, and binds nothing more.
final class Restated {
  private final Values in;

  Restated(Values in) {
    this.in = in;
  }

  /// What is said in brackets behind a test, and binds nothing more.
  void skip(Test test) {
    while (in.is("(")) {
      int end = Remarks.closing(in.marks, in.at);
      if (end < 0
          || Remarks.binds(in.marks.subList(in.at + 1, end)) && !says(test, end) && !known(end)) {
        return;
      }
      in.at = end + 1;
    }
  }

  /// Whether brackets say the same test once more, in other words.
  private boolean says(Test test, int end) {
    if (in.marks.subList(in.at + 1, end).stream()
        .allMatch(m -> m.isAny("OPPOSITE", "SIGNALWORD", "TURNED"))) {
      return true; // "(opposite signal)" is what this test is called
    }
    Values inner = new Values(new ArrayList<>(in.marks.subList(in.at + 1, end)), in.known);
    inner.subject = test instanceof Test.Compare c ? c.left() : null;
    Test again = new Tests(inner).test();
    if (in.mark(1).is("EG") && in.mark(1).raw().startsWith("i")) {
      return true; // "that is": the same in other words
    }
    boolean part = again instanceof Test.Any(var some) && some.contains(test);
    boolean same = again != null && (part || apart(again).equals(apart(test)));
    while (same && inner.take(":", ",", "EG")) {
      Test once = new Tests(inner).test(); // "(price crosses EMA50: CrossOver(close, EMA50))"
      same = once != null && apart(once).equals(apart(test));
    }
    return same && inner.done();
  }

  /// A difference that is compared with zero is its two values compared; so is one over a price.
  private static Test apart(Test test) {
    if (!(test instanceof Test.Compare(Value left, Test.Is is, Value.Number(double zero)))
        || zero != 0) {
      return test;
    }
    Value whole =
        left instanceof Value.Computed(Value.Sign over, Value top, Value.Indicator under)
                && over == Value.Sign.OVER
                && under.study().priced()
            ? top
            : left;
    return whole instanceof Value.Computed(Value.Sign minus, Value a, Value b)
            && minus == Value.Sign.MINUS
        ? new Test.Compare(a, is, b)
        : test;
  }

  /// Whether brackets hold words, and numbers that were said before them.
  private boolean known(int end) {
    for (Mark mark : in.marks.subList(in.at + 1, end)) {
      boolean said =
          mark.isAny("NUM", "PCT")
              && in.marks.subList(0, in.at).stream()
                  .anyMatch(
                      m -> m.isAny("NUM", "PCT") && Math.abs(m.number() - mark.number()) < 1e-9);
      if (!said && !mark.isAny("VOLUME", "HIGH", "LOW") && Remarks.binds(List.of(mark))) {
        return false;
      }
    }
    return true;
  }
}
