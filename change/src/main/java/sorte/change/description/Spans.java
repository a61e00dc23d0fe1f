package sorte.change.description;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Study;
import sorte.change.design.Test;
import sorte.change.design.Test.Is;
import sorte.change.design.Value;

/// Reads how a value stands to two levels, or to one that is so far away: ranges, channels,
/// deviations from a mean, breaks of extremes.
final class Spans {
  private final Values in;

  Spans(Values in) {
    this.in = in;
  }

  /// "re-enters the Bollinger Band channel": it is between the bands.
  @Nullable Test inside(Value subject) {
    if (!in.take("REENTER")) {
      return null;
    }
    in.take("OF", "TO");
    String code = in.is("BAND") ? in.known.channel().orElse("") : in.mark(0).code();
    if (!code.equals("BB") && !code.equals("DC") && !code.equals("KC")) {
      return null;
    }
    in.at++;
    in.take("BAND");
    var numbers = in.known.numbers(code).or(() -> Studies.completed(code, List.of()));
    var low = numbers.flatMap(n -> Studies.make(code, n, "lower", Optional.empty()));
    var high = numbers.flatMap(n -> Studies.make(code, n, "upper", Optional.empty()));
    if (low.isEmpty() || high.isEmpty()) {
      return null;
    }
    int end = in.is("(") ? Remarks.closing(in.marks, in.at) : -1;
    if (end > 0
        && in.marks.subList(in.at + 1, end).stream()
            .allMatch(m -> m.isAny("BETWEEN", "UPPER", "LOWER", "AND", "BAND"))) {
      in.at = end + 1;
    }
    return Test.all(
        List.of(
            new Test.Compare(subject, Is.AT_OR_ABOVE, low.get()),
            new Test.Compare(subject, Is.AT_OR_BELOW, high.get())));
  }

  /// "moves outside the 30-70 range", "outside the bands".
  @Nullable Test outside(Value subject) {
    in.take("OF");
    Value low = in.is("NUM", "PCT") ? in.value() : null;
    Value high = low != null && in.take("AND", "TO", "→", ",") ? in.value() : null;
    in.take("RANGEWORD");
    if (low == null && in.is("BB", "DC", "KC", "BAND")) {
      String code = in.is("BAND") ? in.known.channel().orElse("") : in.mark(0).code();
      var numbers = in.known.numbers(code).or(() -> Studies.completed(code, List.of()));
      in.at++;
      in.take("BAND");
      low = numbers.flatMap(n -> Studies.make(code, n, "lower", Optional.empty())).orElse(null);
      high = numbers.flatMap(n -> Studies.make(code, n, "upper", Optional.empty())).orElse(null);
    }
    return low == null || high == null
        ? null
        : Test.any(
            List.of(
                new Test.Compare(subject, Is.BELOW, low),
                new Test.Compare(subject, Is.ABOVE, high)));
  }

  @Nullable Test range(Value subject) {
    boolean between = in.take("BETWEEN");
    if (!between && !(in.take("OF"))) {
      return null;
    }
    in.take("[", "(");
    Value low = in.value();
    if (low == null || !in.take("AND", "TO", "→", ",")) {
      return null;
    }
    Value high = in.value();
    in.take("]", ")");
    boolean named = in.take("RANGEWORD");
    if (high == null || !between && !named) {
      return null;
    }
    boolean turned =
        low instanceof Value.Indicator a
            && high instanceof Value.Indicator b
            && a.line().equals("upper")
            && b.line().equals("lower"); // "between the upper and the lower band"
    return Test.all(
        List.of(
            new Test.Compare(subject, Is.AT_OR_ABOVE, turned ? high : low),
            new Test.Compare(subject, Is.AT_OR_BELOW, turned ? low : high)));
  }

  /// "breaks the highest high of 55 days": upwards through what is highest, downwards through what
  /// is lowest; nothing of other lines.
  @Nullable Test broken(Value subject) {
    in.take("OF", "THROUGH");
    Value line = in.value();
    if (!(line instanceof Value.Indicator i)) {
      return null;
    }
    boolean up = i.study() == Study.HIGHEST || i.line().equals("upper");
    boolean down = i.study() == Study.LOWEST || i.line().equals("lower");
    return up || down
        ? new Test.Compare(subject, up ? Is.CROSSES_ABOVE : Is.CROSSES_BELOW, line)
        : null;
  }

  /// "more than 2 standard deviations below its 20-bar mean".
  @Nullable Test away(Value subject, @Nullable Is is) {
    double times = in.mark(0).number();
    boolean up = in.mark(2).is("ABOVE");
    in.at += 3;
    Value mean = in.value();
    if (!(mean instanceof Value.Indicator i) || i.study() != Study.SMA) {
      return null;
    }
    Value deviation = new Value.Indicator(Study.DEVIATION, i.numbers(), "", i.of());
    Value by = new Value.Computed(Value.Sign.TIMES, deviation, new Value.Number(times));
    Value line = new Value.Computed(up ? Value.Sign.PLUS : Value.Sign.MINUS, mean, by);
    boolean equal = is != Is.ABOVE;
    Is side = up ? equal ? Is.AT_OR_ABOVE : Is.ABOVE : equal ? Is.AT_OR_BELOW : Is.BELOW;
    return new Test.Compare(subject, side, line);
  }

  /// "above its average by two standard deviations": of what is averaged, over as many bars.
  @Nullable Value deviations(boolean up, Value right) {
    double times = in.mark(0).number();
    in.at += 2;
    if (!(right instanceof Value.Indicator mean) || mean.study() != Study.SMA) {
      return null;
    }
    int end = in.is("(") ? Remarks.closing(in.marks, in.at) : -1;
    double bars = mean.numbers().getFirst();
    if (end > 0 && in.marks.subList(in.at + 1, end).stream().allMatch(m -> restates(m, bars))) {
      in.at = end + 1;
    }
    Value deviation = new Value.Indicator(Study.DEVIATION, mean.numbers(), "", mean.of());
    Value away = new Value.Computed(Value.Sign.TIMES, deviation, new Value.Number(times));
    return new Value.Computed(up ? Value.Sign.PLUS : Value.Sign.MINUS, right, away);
  }

  /// "(calculated over 20 bars)", of an average over as many.
  private static boolean restates(Mark mark, double bars) {
    return mark.is("NUM") && mark.number() == bars
        || mark.isAny("DEFINED", "ABOVE", "LAST", "OF", "BARS", "DAYS", "PERIOD");
  }
}
