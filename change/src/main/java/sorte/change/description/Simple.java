package sorte.change.description;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Study;
import sorte.change.design.Value;

/// Reads values that are told by their first word: numbers, percentages, brackets, what is without
/// sign, the larger of two, the day's open.
final class Simple {
  private final Values in;

  Simple(Values in) {
    this.in = in;
  }

  /// One such value; null where the word at hand begins none.
  @Nullable Value read() {
    Mark mark = in.mark(0);
    switch (mark.code()) {
      case "NUM" -> {
        in.at++;
        return new Value.Number(mark.number());
      }
      case "PCT" -> {
        in.at++;
        return part(mark.number());
      }
      case "ZERO" -> {
        in.at++;
        return new Value.Number(0);
      }
      case "TWICE", "HALF" -> {
        in.at++;
        in.take("OF");
        Value of = in.postfix();
        return of == null
            ? null
            : Values.computed(Value.Sign.TIMES, of, new Value.Number(mark.is("TWICE") ? 2 : 0.5));
      }
      case "ITS" -> {
        if (in.subject != null && in.mark(1).is("NUM") && in.mark(2).is("AGOWORD")) {
          int bars = (int) in.mark(1).number();
          in.at += 3;
          return Values.ago(in.subject, bars);
        }
        in.at++;
        return in.price();
      }
      case "DAYOPEN" -> {
        in.at++;
        return dayOpen();
      }
      case "ZSCORE" -> {
        in.at++;
        return zscored();
      }
      case "(" -> {
        in.at++;
        Value inner = in.value();
        return inner != null && in.take(")") ? inner : null;
      }
      case "|", "ABSOLUTE" -> {
        in.at++;
        return magnitude(mark.is("|"));
      }
      case "MAXIMUM", "MINIMUM" -> {
        return chosen(mark.is("MAXIMUM"));
      }
      case "SQRT" -> {
        in.at++;
        return root();
      }
      case "LATEST" -> {
        in.at++;
        return in.known.latest.orElse(null);
      }
      default -> {
        return in.price();
      }
    }
  }

  /// "50% of the average", or a percentage beside something.
  private @Nullable Value part(double part) {
    int here = in.at;
    if (in.take("OF")) {
      Value of = in.postfix();
      if (of != null && !(of instanceof Value.Number)) {
        return Values.computed(Value.Sign.TIMES, of, new Value.Number(part));
      }
    }
    in.at = here;
    return percent(part);
  }

  private Value dayOpen() {
    int end = in.is("(") ? Remarks.closing(in.marks, in.at) : -1;
    boolean gloss =
        end > 0
            && in.marks.subList(in.at + 1, end).stream()
                .allMatch(m -> m.isAny("NUM", "MINUTES", "BARS", "OPEN", "ENTER", "DAYS", "OF"));
    in.at = gloss ? end + 1 : in.at;
    return Value.Indicator.of(Study.DAY_OPEN);
  }

  /// `|a - b|`, `abs(a - b)`.
  private @Nullable Value magnitude(boolean bars) {
    if (!bars) {
      in.take("OF");
      if (!in.take("(")) {
        return null;
      }
    }
    Value inner = in.value();
    return inner != null && in.take(bars ? "|" : ")") ? new Value.Magnitude(inner) : null;
  }

  /// `sqrt(252)`: of a number.
  private @Nullable Value root() {
    boolean open = in.take("(");
    Value of = in.value();
    return of instanceof Value.Number(double n) && n >= 0 && (!open || in.take(")"))
        ? new Value.Number(StrictMath.sqrt(n))
        : null;
  }

  /// A percentage beside what it is compared with: "RSI above 70 %" is 70, "ATR / close above 2 %"
  /// is 0.02, and of a price there is none.
  private @Nullable Value percent(double part) {
    @Nullable Value beside = in.subject;
    if (beside == null || beside instanceof Value.Computed || beside instanceof Value.Magnitude) {
      return new Value.Number(part);
    }
    return Studies.inPercent(beside) ? new Value.Number(Values.rounded(part * 100)) : null;
  }

  /// "z-score of the close over 20 bars", `zscore(20)`; or of what the text speaks of.
  private @Nullable Value zscored() {
    int here = in.at;
    if (in.take("OF")) {
      in.take("CLOSE", "CLOSEWORD");
    }
    boolean open = in.take("(");
    in.take("LAST", "PERIOD", "OF");
    if (in.is("NUM") && (open || in.mark(1).isAny("BARS", "DAYS", "PERIOD"))) {
      double bars = in.mark(0).number();
      in.at++;
      in.take("BARS", "DAYS", "PERIOD");
      if (Studies.bars(bars) && (!open || in.take(")"))) {
        Value.Indicator mean = Value.Indicator.of(Study.SMA, bars);
        in.known.saw("SMA", List.of(bars), mean);
        Value.Indicator off = Value.Indicator.of(Study.DEVIATION, bars);
        in.known.saw("STDDEV", List.of(bars), off);
        return zscore();
      }
    }
    in.at = here;
    return zscore();
  }

  /// How many deviations the close is from its average, where the text speaks of one of each.
  private @Nullable Value zscore() {
    Optional<List<Double>> average = in.known.numbers("SMA");
    Optional<List<Double>> deviation = in.known.numbers("STDDEV");
    if (average.isEmpty() || !average.equals(deviation)) {
      return null;
    }
    double bars = average.get().getFirst();
    Value off =
        new Value.Computed(
            Value.Sign.MINUS, new Value.Price("close"), Value.Indicator.of(Study.SMA, bars));
    return new Value.Computed(Value.Sign.OVER, off, Value.Indicator.of(Study.DEVIATION, bars));
  }

  /// The larger or smaller of two: `max(a, b)`, "the lower of SMA(26) and SMA(52)".
  private @Nullable Value chosen(boolean larger) {
    in.at++;
    in.take("OF");
    boolean open = in.take("(");
    Value first = in.value();
    boolean joined = first != null && in.take(",", "AND", "OR");
    Value second = joined ? in.value() : null;
    if (second == null || open && !in.take(")") || first == null) {
      return null;
    }
    return Values.computed(larger ? Value.Sign.LARGER : Value.Sign.SMALLER, first, second);
  }

  /// The mean of high, low and close.
  Value typical() {
    in.at++;
    Value sum =
        new Value.Computed(
            Value.Sign.PLUS,
            new Value.Computed(Value.Sign.PLUS, new Value.Price("high"), new Value.Price("low")),
            new Value.Price("close"));
    return new Value.Computed(Value.Sign.OVER, sum, new Value.Number(3));
  }
}
