package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Study;
import sorte.change.design.Value;

/// Reads values: prices, numbers, names of the text's own, sums and products of them; indicators
/// are read by [StudyReader]. Gives null where the words at hand are no value, and then stands
/// where it stood.
final class Values {
  final List<Mark> marks;
  final Known known;
  int at;

  /// What a pronoun stands for.
  @Nullable Value subject;

  Values(List<Mark> marks, Known known) {
    this.marks = marks;
    this.known = known;
  }

  Mark mark(int offset) {
    int i = at + offset;
    return i >= 0 && i < marks.size() ? marks.get(i) : END;
  }

  static final Mark END = new Mark("END", "", 0);

  boolean is(String... codes) {
    return mark(0).isAny(codes);
  }

  boolean take(String... codes) {
    if (is(codes)) {
      at++;
      return true;
    }
    return false;
  }

  boolean done() {
    return at >= marks.size();
  }

  @Nullable Value value() {
    int start = at;
    Value left = product();
    while (left != null && (is("+", "-") || is("AND") && mark(0).raw().matches("plus|mais"))) {
      int here = at;
      boolean worded = is("AND");
      boolean plus = take("+", "AND");
      if (!plus) {
        at++;
      }
      Value right = product();
      if (worded && (right == null || Relations.compares(mark(0)))) {
        at = here; // "plus the volume is above …" is one more condition
        break;
      }
      left =
          right == null ? null : computed(plus ? Value.Sign.PLUS : Value.Sign.MINUS, left, right);
    }
    if (left == null) {
      at = start;
    }
    return left;
  }

  private @Nullable Value product() {
    int start = at;
    Value left = unary();
    while (left != null && (is("*", "/", "TIMESWORD") || implied(left))) {
      boolean over = is("/");
      if (is("*", "/", "TIMESWORD")) {
        at++;
      }
      Value right = unary();
      left =
          right == null ? null : computed(over ? Value.Sign.OVER : Value.Sign.TIMES, left, right);
    }
    if (left == null) {
      at = start;
    }
    return left;
  }

  /// "2 ATR" is twice the average true range.
  private boolean implied(Value left) {
    boolean name = known.isName(mark(0).code()) && known.named(mark(0).code()).isPresent();
    return left instanceof Value.Number && (is("ATR", "STDDEVS") || name) && !mark(1).is("=");
  }

  static Value computed(Value.Sign sign, Value left, Value right) {
    if (left instanceof Value.Number(double a) && right instanceof Value.Number(double b)) {
      double result =
          switch (sign) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case TIMES -> a * b;
            case OVER -> a / b;
            case LARGER -> Math.max(a, b);
            case SMALLER -> Math.min(a, b);
          };
      return new Value.Number(rounded(result));
    }
    return new Value.Computed(sign, left, right);
  }

  /// What a person means by 1 - 0.003.
  static double rounded(double value) {
    return Math.rint(value * 1e12) / 1e12;
  }

  private @Nullable Value unary() {
    int start = at;
    if (take("-")) {
      Value value = postfix();
      if (value instanceof Value.Number(double n)) {
        return new Value.Number(-n);
      }
      at = start;
      return null;
    }
    take("+");
    return postfix();
  }

  /// One value with what says when it was.
  @Nullable Value postfix() {
    int start = at;
    boolean before = take("PREVIOUS");
    Value value = primary();
    if (value == null) {
      at = start;
      return null;
    }
    value = before ? ago(value, 1) : value;
    while (true) {
      if (is("INDEX")) {
        int bars = (int) mark(0).number();
        at++;
        value = bars == 0 ? value : ago(value, bars);
      } else if (is("NUM") && mark(1).is("AGOWORD")) {
        value = ago(value, (int) mark(0).number());
        at += 2;
      } else if (is("LAST") && mark(1).isAny("BARS", "DAYS") && !(value instanceof Value.Number)) {
        at += 2;
        value = ago(value, 1);
      } else if (is("YESTERDAY")) {
        at++;
        value = ago(value, 1);
      } else if (is("OF") && mark(1).is("YESTERDAY")) {
        at += 2;
        value = ago(value, 1);
      } else if (is("PREVIOUS") && mark(0).raw().equals("anterior")) {
        at++;
        value = ago(value, 1);
      } else if (is("TODAY")) {
        at++;
      } else {
        return value;
      }
    }
  }

  static Value ago(Value value, int bars) {
    return bars < 1 ? value : new Value.Ago(value, bars);
  }

  private @Nullable Value primary() {
    int start = at;
    Value value = named();
    value = value == null ? new StudyReader(this).read() : value;
    value = value == null ? new Simple(this).read() : value;
    if (value == null) {
      at = start;
    }
    return value;
  }

  private @Nullable Value named() {
    if (!known.isName(mark(0).code())) {
      return null;
    }
    Optional<Value> value = known.named(mark(0).code());
    if (value.isEmpty()) {
      return null;
    }
    at++;
    take("BAND");
    repeated(mark(-1), value.get());
    return value.get();
  }

  /// `volatility (period 30)`: the numbers that a name stands for, said again.
  private void repeated(Mark name, Value value) {
    int end = is("(") ? Remarks.closing(marks, at) : -1;
    if (end < 0) {
      return;
    }
    String said = value.toString();
    for (Mark mark : marks.subList(at + 1, end)) {
      boolean same = mark.is("NUM") && said.contains(String.valueOf(mark.number()));
      if (!same
          && !mark.is(name.code())
          && !mark.isAny("PERIOD", "BARS", "DAYS", "OF", "=", "USUALLY")) {
        return;
      }
    }
    at = end + 1;
  }

  /// A line of the bar.
  @Nullable Value price() {
    String field =
        switch (mark(0).code()) {
          case "CLOSE" -> "close";
          case "CLOSEWORD" ->
              mark(1).isAny("LONG", "SHORT", "POSITION", "EITHERSIDE") ? "" : "close";
          case "OPEN" -> "open";
          case "ENTER" -> mark(0).raw().equals("open") ? "open" : "";
          case "HIGH" -> "high";
          case "LOW" -> "low";
          case "VOLUME" -> "volume";
          default -> "";
        };
    if (field.isEmpty()) {
      return mark(0).is("TYPICAL") ? new Simple(this).typical() : null;
    }
    at++;
    return new Value.Price(field);
  }

  /// The extreme of a line over the bars before this one.
  static Value extreme(boolean highest, Value of, double bars) {
    boolean usual = of.equals(new Value.Price(highest ? "high" : "low"));
    return new Value.Indicator(
        highest ? Study.HIGHEST : Study.LOWEST,
        List.of(bars),
        "",
        usual ? Optional.empty() : Optional.of(of));
  }

  List<Mark> rest() {
    return new ArrayList<>(marks.subList(Math.min(at, marks.size()), marks.size()));
  }
}
