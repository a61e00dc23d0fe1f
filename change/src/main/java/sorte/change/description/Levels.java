package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Study;
import sorte.change.design.Test;
import sorte.change.design.Test.Is;
import sorte.change.design.Value;

/// Reads the level that a value is above or below: a line, a part more than one, several at once.
final class Levels {
  private final Values in;
  private final Tests tests;
  private final Spans spans;
  private final Gloss gloss;

  Levels(Values in, Tests tests, Spans spans, Gloss gloss) {
    this.in = in;
    this.tests = tests;
    this.spans = spans;
    this.gloss = gloss;
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

  /// "above the average", "at least 20% higher than it", "below both".
  @Nullable Test compared(Value subject) {
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
    gloss.skip(right);
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
  @Nullable Test each(Value subject, Is is, Value right) {
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
          !priced
              || next instanceof Value.Number
              || Relations.compares(in.mark(0))
              || in.is("CLOSEWORD", "=");
      if (own || again || next == null) {
        in.at = here;
        break;
      }
      all.add(new Test.Compare(subject, is, next));
    }
    return Test.all(all);
  }
}
