package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Test;
import sorte.change.design.Test.Is;
import sorte.change.design.Value;

/// Reads how a value stands to others: what follows the subject of a comparison.
final class Comparing {
  private final Values in;
  private final Tests tests;
  private final Spans spans;
  private final Gloss gloss;
  private final Levels levels;

  Comparing(Values in, Tests tests) {
    this.in = in;
    this.tests = tests;
    this.spans = new Spans(in);
    this.gloss = new Gloss(in);
    this.levels = new Levels(in, tests, spans, gloss);
  }

  /// @param past whether it was so on the bar before
  @Nullable Test of(Value subject, boolean past) {
    @Nullable Value outer = in.subject;
    in.subject = subject;
    try {
      Test first = past ? Relations.before(one(subject)) : one(subject);
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
      boolean same = joined && Relations.compares(in.mark(0)) && !in.is("PCT", "OF", "TWICE");
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
      test = levels.compared(subject);
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
    gloss.skip(null);
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
      in.take("ABOVE", "THROUGH"); // "crosses upward above"
    } else if (in.take("CROSSDN")) {
      up = false;
      in.take("BELOW", "THROUGH");
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
    gloss.skip(right);
    @Nullable Boolean after = direction();
    gloss.skip(right);
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
    return levels.each(subject, is, right);
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
}
