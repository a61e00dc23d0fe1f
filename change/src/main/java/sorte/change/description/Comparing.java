package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Study;
import sorte.change.design.Test;
import sorte.change.design.Test.Is;
import sorte.change.design.Value;

/// Reads how a value stands to others: what follows the subject of a comparison.
final class Comparing {
  private final Values in;
  private final Tests tests;
  private final Spans spans;

  Comparing(Values in, Tests tests) {
    this.in = in;
    this.tests = tests;
    this.spans = new Spans(in);
  }

  /// @param past whether it was so on the bar before
  @Nullable Test of(Value subject, boolean past) {
    @Nullable Value outer = in.subject;
    in.subject = subject;
    try {
      Test first = past ? Tests.before(one(subject)) : one(subject);
      return first == null ? null : chained(subject, first);
    } finally {
      in.subject = outer;
    }
  }

  /// "above 30 and below 70", `a > b > c`.
  private @Nullable Test chained(Value subject, Test first) {
    List<Test> all = new ArrayList<>(List.of(first));
    List<Test> any = new ArrayList<>(List.of(first));
    @Nullable Value last = first instanceof Test.Compare c ? c.right() : null;
    while (true) {
      int here = in.at;
      boolean or = in.is("OR");
      Test turned = turned(subject, first);
      if (turned != null) {
        return turned;
      }
      in.at = here;
      boolean joined = in.take("AND", "OR");
      boolean same = joined && tests.comparing() && !in.is("PCT", "OF", "TWICE");
      boolean on = !joined && in.is("<", ">", "<=", ">=", "ABOVE", "BELOW");
      Test next = same ? one(subject) : on && last != null ? one(last) : null;
      if (next == null || or && all.size() > 1 || !or && any.size() > 1) {
        in.at = here;
        return any.size() > 1 ? Test.any(any) : Test.all(all);
      }
      (or ? any : all).add(next);
      last = next instanceof Test.Compare c ? c.right() : null;
    }
  }

  /// "falls below 30 and then rises above 30" is a crossing.
  private @Nullable Test turned(Value subject, Test first) {
    in.take(",");
    in.take("AND");
    if (!in.take("THEN") || !(first instanceof Test.Compare(Value _, Is is, Value level))) {
      return null;
    }
    Test second = again(subject, level);
    if (!(second instanceof Test.Compare(Value _, Is then, Value again))) {
      return null;
    }
    if (!again.equals(level)) {
      return Sequences.then(first, second);
    }
    boolean up = rises(then) && !rises(is);
    boolean down = !rises(then) && rises(is);
    return up || down
        ? new Test.Compare(subject, up ? Is.CROSSES_ABOVE : Is.CROSSES_BELOW, level)
        : null;
  }

  /// "crosses it from below": the level that was spoken of.
  private @Nullable Test again(Value subject, Value level) {
    if (in.is("CROSS") && in.mark(1).isAny("DIRUP", "DIRDN")) {
      boolean up = in.mark(1).is("DIRUP");
      in.at += 2;
      return new Test.Compare(subject, up ? Is.CROSSES_ABOVE : Is.CROSSES_BELOW, level);
    }
    return one(subject);
  }

  private static boolean rises(Is is) {
    return is == Is.ABOVE || is == Is.AT_OR_ABOVE || is == Is.CROSSES_ABOVE;
  }

  private @Nullable Test one(Value subject) {
    int start = in.at;
    if (in.take("NOT")) {
      Test other = one(subject);
      Optional<Test> not = other == null ? Optional.empty() : Tests.opposite(other);
      in.at = not.isPresent() ? in.at : start;
      return not.orElse(null);
    }
    if (in.take("BREAK")) {
      Test other = spans.broken(subject);
      in.at = other == null ? start : in.at;
      return other;
    }
    if (in.take("OUTSIDE")) {
      Test other = spans.outside(subject);
      in.at = other == null ? start : in.at;
      return other;
    }
    Test test = spans.inside(subject);
    if (test == null) {
      in.at = start;
      test = spans.range(subject);
    }
    if (test == null) {
      in.at = start;
      test = slope(subject);
    }
    if (test == null) {
      in.at = start;
      test = crossed(subject);
    }
    if (test == null) {
      in.at = start;
      test = compared(subject);
    }
    if (test == null) {
      in.at = start;
    }
    return test;
  }

  private @Nullable Test slope(Value subject) {
    if (in.is("TURNPOS", "TURNNEG")) {
      boolean positive = in.take("TURNPOS");
      in.take("TURNNEG");
      Is turn = positive ? Is.CROSSES_ABOVE : Is.CROSSES_BELOW;
      zero(positive);
      return new Test.Compare(subject, turn, new Value.Number(0));
    }
    boolean up = in.is("RISING");
    if (!in.take("RISING", "FALLING") || subject instanceof Value.Number) {
      return in.is("POSITIVE", "NEGATIVE") ? signed(subject) : null;
    }
    return new Test.Compare(subject, up ? Is.ABOVE : Is.BELOW, new Value.Ago(subject, 1));
  }

  private @Nullable Test signed(Value subject) {
    boolean plus = in.take("POSITIVE");
    if (!plus) {
      in.at++;
    }
    zero(plus);
    gloss();
    return new Test.Compare(subject, plus ? Is.ABOVE : Is.BELOW, new Value.Number(0));
  }

  /// "(above zero)", behind what is positive.
  private void zero(boolean above) {
    if (in.is("(")
        && in.mark(1).isAny(above ? "ABOVE" : "BELOW", above ? ">" : "<")
        && (in.mark(2).is("ZERO") || in.mark(2).is("NUM") && in.mark(2).number() == 0)
        && in.mark(3).is(")")) {
      in.at += 4;
    }
  }

  private @Nullable Test crossed(Value subject) {
    @Nullable Boolean up = null;
    boolean reach = false;
    if (in.take("CROSSUP")) {
      up = true;
    } else if (in.take("CROSSDN")) {
      up = false;
    } else if (in.take("REACH")) {
      reach = true;
    } else if (in.take("CROSS")) {
      up =
          in.take("ABOVE", "DIRUP")
              ? Boolean.TRUE
              : in.take("BELOW", "DIRDN") ? Boolean.FALSE : null;
      in.take("THROUGH");
    } else {
      return null;
    }
    in.take("OF", "TO");
    Value right = in.value();
    if (right == null) {
      return null;
    }
    last = right;
    gloss();
    @Nullable Boolean after = direction();
    gloss();
    if (up != null && after != null && !up.equals(after)) {
      return null;
    }
    up = up == null ? after : up;
    if (up == null && !reach && (right instanceof Value.Number || !in.known.either)) {
      return null;
    }
    Is is = up == null ? Is.CROSSES : up ? Is.CROSSES_ABOVE : Is.CROSSES_BELOW;
    if (!(right instanceof Value.Number)) {
      in.known.crossed(subject, right);
    }
    return each(subject, is, right);
  }

  private @Nullable Boolean direction() {
    if (in.is("OF", "FROM") && in.mark(1).isAny("DIRUP", "DIRDN")) {
      in.at++;
    }
    if (in.take("DIRUP")) {
      return true;
    }
    return in.take("DIRDN") ? Boolean.FALSE : null;
  }

  private @Nullable Is plain() {
    Mark mark = in.mark(0);
    @Nullable Is is =
        switch (mark.code()) {
          case "<", "BELOW" -> Is.BELOW;
          case ">", "ABOVE" -> Is.ABOVE;
          case "<=", "LE" -> Is.AT_OR_BELOW;
          case ">=", "GE" -> Is.AT_OR_ABOVE;
          default -> null;
        };
    in.at += is == null ? 0 : 1;
    return is;
  }

  private @Nullable Test compared(Value subject) {
    if (in.take("OF")) {
      // "in the oversold zone (below the 20 level)"
    }
    boolean zone = in.take("OVERSOLD", "OVERBOUGHT");
    boolean bracket = zone && in.take("(");
    int here = in.at;
    @Nullable Is is = plain();
    if (is == null && !in.is("PCT", "TWICE", "NUM")) {

      return null;
    }
    if (in.is("NUM")
        && in.mark(1).isAny("STDDEV", "STDDEVS")
        && in.mark(2).isAny("ABOVE", "BELOW")
        && is != Is.BELOW
        && is != Is.AT_OR_BELOW) {
      return spans.away(subject, is);
    }
    // "at least 50% above", "50% higher than"
    if (in.is("PCT") && in.mark(1).isAny("ABOVE", "BELOW", ">", "<")) {
      double part = in.mark(0).number();
      boolean above = in.mark(1).isAny("ABOVE", ">");
      in.at += 2;
      Value right = in.value();
      if (right == null || is == Is.BELOW || is == Is.AT_OR_BELOW) {
        return null;
      }
      Is side =
          is == Is.AT_OR_ABOVE || is == null
              ? above ? Is.AT_OR_ABOVE : Is.AT_OR_BELOW
              : above ? Is.ABOVE : Is.BELOW;
      return new Test.Compare(subject, side, scaled(right, above ? 1 + part : 1 - part));
    }
    if (is == null) {
      in.at = here;
      if (!in.is("TWICE") && !(in.is("NUM") && in.mark(1).is("TIMESWORD"))) {
        return null;
      }
      Value right = in.value();
      return right == null || right instanceof Value.Number
          ? null
          : new Test.Compare(subject, Is.AT_OR_ABOVE, right);
    }
    in.take("OF");
    boolean both = in.take("BOTH");
    boolean listed = both && in.take("AVERAGE", "MA");
    if (listed && !in.is("(")) {
      List<Value> pair = in.known.pair();
      return pair.isEmpty()
          ? null
          : Test.all(pair.stream().<Test>map(v -> new Test.Compare(subject, is, v)).toList());
    }
    boolean inside = listed && in.take("(");
    Value right = in.value();
    if (right == null) {
      return null;
    }
    if ((is == Is.ABOVE || is == Is.BELOW) && in.is(is == Is.ABOVE ? "DIRUP" : "DIRDN")) {
      in.at++; // "rises above -80 from below"
      return new Test.Compare(subject, is == Is.ABOVE ? Is.CROSSES_ABOVE : Is.CROSSES_BELOW, right);
    }
    if (!both && zone && bracket && !in.take(")")) {
      return null;
    }
    right = by(is, right);
    gloss();
    if (right == null) {
      return null;
    }
    Test told = both ? bothOf(subject, is, right) : each(subject, is, right);
    return inside && !in.take(")") ? null : told;
  }

  /// "exceeds the average by more than 20%", "above it by at least 2 ATR".
  private @Nullable Value by(Is is, Value right) {
    if (!in.is("BY")) {
      return right;
    }
    in.at++;
    in.take("GE", "ABOVE", ">", ">=");
    boolean up = is == Is.ABOVE || is == Is.AT_OR_ABOVE;
    if (in.is("PCT")) {
      double part = in.mark(0).number();
      in.at++;
      in.take("OR");
      in.take("ABOVE");
      return scaled(right, up ? 1 + part : 1 - part);
    }
    if (in.is("NUM") && in.mark(1).isAny("STDDEV", "STDDEVS")) {
      return spans.deviations(up, right);
    }
    Value much = in.value();
    return much == null || much instanceof Value.Number
        ? null
        : new Value.Computed(up ? Value.Sign.PLUS : Value.Sign.MINUS, right, much);
  }

  private static Value scaled(Value value, double factor) {
    return new Value.Computed(
        Value.Sign.TIMES, value, new Value.Number(Math.rint(factor * 1e12) / 1e12));
  }

  /// "above both averages (SMA(26) and SMA(52))", "above both the SMA 20 and the SMA 50".
  private @Nullable Test bothOf(Value subject, Is is, Value first) {
    if (!in.take("AND", ",")) {
      return null;
    }
    Value second = in.value();
    in.known.pair(first, second == null ? first : second);
    return second == null
        ? null
        : Test.all(
            List.of(new Test.Compare(subject, is, first), new Test.Compare(subject, is, second)));
  }

  /// "above SMA(200) and SMA(50)" is above each, where no comparison follows the second.
  private @Nullable Test each(Value subject, Is is, Value right) {
    List<Test> all = new ArrayList<>(List.of(new Test.Compare(subject, is, right)));
    while (in.is("AND") && !(right instanceof Value.Number)) {
      int here = in.at;
      in.at++;
      in.take("ABOVE", "BELOW");
      boolean again = in.mark(-1).isAny("ABOVE", "BELOW");
      Value next = in.value();
      boolean priced =
          next instanceof Value.Indicator i
              && (i.study() == Study.SMA
                  || i.study() == Study.EMA
                  || i.study() == Study.WMA
                  || i.study() == Study.VWAP
                  || i.study() == Study.BOLLINGER);
      boolean own =
          !priced || next instanceof Value.Number || tests.comparing() || in.is("CLOSEWORD", "=");
      if (own || again || next == null) {
        in.at = here;
        break;
      }
      all.add(new Test.Compare(subject, is, next));
    }
    return Test.all(all);
  }

  private @Nullable Value last;

  private void gloss() {
    while (in.is("(")) {
      int end = Remarks.closing(in.marks, in.at);
      boolean same = in.mark(1).is("EG") && in.mark(1).raw().startsWith("i");
      if (end < 0 || !same && Remarks.binds(in.marks.subList(in.at + 1, end)) && !repeats(end)) {
        return;
      }
      in.at = end + 1;
    }
  }

  /// The middle band is an average.
  private static Optional<Value> middleOf(@Nullable Value value) {
    return value instanceof Value.Indicator i
            && i.study() == Study.BOLLINGER
            && i.line().equals("middle")
        ? Optional.of(new Value.Indicator(Study.SMA, List.of(i.numbers().getFirst()), "", i.of()))
        : Optional.empty();
  }

  /// Whether brackets only say a name that means what was said before them: `(lower_bb)`.
  private boolean repeats(int end) {
    List<Mark> inner = in.marks.subList(in.at + 1, end);
    Values again = new Values(new ArrayList<>(inner), in.known);
    Value value = again.value();
    if (value != null
        && again.done()
        && (value.equals(last) || middleOf(last).filter(value::equals).isPresent())) {
      return true;
    }
    return inner.stream().allMatch(m -> m.isAny("CROSS", "DIRUP", "DIRDN"))
        || inner.size() == 1
            && (inner.getFirst().is("CROSS")
                || in.known.isName(inner.getFirst().code())
                || inner.getFirst().isAny("UPPER", "LOWER", "MIDDLE"));
  }
}
