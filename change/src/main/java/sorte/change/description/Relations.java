package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Study;
import sorte.change.design.Test;
import sorte.change.design.Test.Is;
import sorte.change.design.Value;

/// Reads what a comparison is of, one value or several, and hands over to what follows it.
final class Relations {
  private static final List<String> COMPARING =
      List.of(
          "<",
          ">",
          "<=",
          ">=",
          "ABOVE",
          "BELOW",
          "GE",
          "LE",
          "CROSS",
          "CROSSUP",
          "CROSSDN",
          "BETWEEN",
          "RISING",
          "FALLING",
          "POSITIVE",
          "NEGATIVE",
          "REACH",
          "PCT",
          "OVERSOLD",
          "OVERBOUGHT",
          "OF",
          "DIRUP",
          "DIRDN",
          "TWICE",
          "BULLCROSS",
          "BEARCROSS",
          "REENTER",
          "TURNPOS",
          "TURNNEG",
          "WAS",
          "NOT",
          "BREAK",
          "OUTSIDE");

  private final Values in;
  private final Tests tests;

  Relations(Values in, Tests tests) {
    this.in = in;
    this.tests = tests;
  }

  /// "the close is above its average", "a and b are both above c".
  @Nullable Test relation() {
    int start = in.at;
    List<Value> subjects = new ArrayList<>();
    in.take("EACH");
    boolean both = in.is("BOTH") && in.take("BOTH");
    Value first = subject();
    if (first == null) {
      return null;
    }
    subjects.add(first);
    int here = in.at;
    while (in.take("AND", ",", "OR")) {
      boolean or = in.mark(-1).is("OR");
      Value next = in.value();
      if (next == null || or && !both) {
        break;
      }
      subjects.add(next);
      if (comparing()) {
        here = in.at;
        break;
      }
    }
    in.at = here;
    if (both && subjects.size() == 1) {
      if (!(first instanceof Value.Indicator i) || i.study() != Study.STOCHASTIC) {
        in.at = start;
        return null; // both of what was not said
      }
      subjects.add(i.line(i.line().equals("k") ? "d" : "k"));
    }
    if (subjects.size() > 1 && !comparing()) {
      in.at = start;
      return null;
    }
    List<Test> read = new ArrayList<>();
    int end = in.at;
    for (Value subject : comparingAfterFirst(subjects) ? subjects : List.of(first)) {
      in.at = end;
      boolean past = in.take("WAS");
      Test test = new Comparing(in, tests).of(subject, past);
      if (test == null) {
        return null;
      }
      in.known.spoke(test);
      read.add(test);
    }
    return Test.all(read);
  }

  /// "was below its average on the prior bar".
  static @Nullable Test before(@Nullable Test test) {
    if (!(test instanceof Test.Compare(Value left, Is is, Value right)) || is.crossing()) {
      return null;
    }
    Value then =
        right instanceof Value.Number || right instanceof Value.Ago
            ? right
            : new Value.Ago(right, 1);
    return new Test.Compare(new Value.Ago(left, 1), is, then);
  }

  private boolean comparingAfterFirst(List<Value> subjects) {
    return subjects.size() == 1 || comparing();
  }

  private boolean comparing() {
    return compares(in.mark(0));
  }

  static boolean compares(Mark mark) {
    return COMPARING.contains(mark.code());
  }

  private @Nullable Value subject() {
    Value value = in.value();
    if (value == null && in.is("BELOW", "ABOVE") && in.mark(0).raw().startsWith("clos")) {
      return new Value.Price("close"); // "a close below"
    }
    if (value == null && in.is("BREAK") && in.known.it.isEmpty()) {
      return new Value.Price("close"); // "on a break of the 20-day high"
    }
    if (value == null && in.is("REACH") && in.known.either && in.known.it.isEmpty()) {
      return new Value.Price("close"); // "on a return to the middle band"
    }
    if (value == null) {
      return comparing() && !in.is("OF", "BULLCROSS", "BEARCROSS")
          ? in.known.it.orElse(null)
          : null;
    }
    in.known.it = value instanceof Value.Number ? in.known.it : Optional.of(value);
    if (in.is("CLOSEWORD") && value instanceof Value.Price) {
      in.at++; // "the price closes above"
    }
    return value;
  }
}
