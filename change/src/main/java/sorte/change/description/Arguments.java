package sorte.change.description;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Value;

/// What follows an indicator's name: its numbers in brackets or in words, and what it is of.
final class Arguments {
  private final Values in;
  private final String code;
  List<Double> numbers = new ArrayList<>();
  @Nullable Value of;

  Arguments(Values in, String code) {
    this.in = in;
    this.code = code;
  }

  /// False where numbers were said that cannot all be meant.
  boolean read(List<Double> before) {
    numbers.addAll(before);
    again:
    while (true) {
      int here = in.at;
      if (in.is("(") && bracket()) {
        continue again;
      }
      in.at = here;
      if (in.is("(") && gloss()) {
        continue again;
      }
      in.at = here;
      if (in.is("(") && numbers.isEmpty()) {
        int end = Remarks.closing(in.marks, in.at);
        if (end > 0 && in.marks.subList(in.at, end).stream().anyMatch(m -> m.is("NUM"))) {
          in.known.spoil(code);
        }
      }
      if (bare() || worded() || source()) {
        continue again;
      }
      in.at = here;
      break;
    }
    return numbers.size() <= Math.max(1, Studies.takes(code))
        && (Studies.takes(code) > 0 || numbers.isEmpty());
  }

  /// `(20)`, `(20, 2)`, `(close, 14)`, `(period 20, standard deviation 2)`, `(fast=12, slow=26)`.
  private boolean bracket() {
    in.at++;
    if (code.equals("KC")) {
      return new Several(in, numbers).keltner();
    }
    if (in.mark(1).is(")")
        && (in.known.isName(in.mark(0).code()) || in.is("UPPER", "LOWER", "MIDDLE"))) {
      in.at += 2;
      return true;
    }
    List<Double> inside = new ArrayList<>();
    @Nullable Value source = null;
    while (!in.take(")")) {
      if (in.done()) {
        return false;
      }
      if (in.take(
          ",",
          "AND",
          "PERIOD",
          "=",
          "OF",
          "STDDEVS",
          "FAST",
          "SLOW",
          "USUALLY",
          ":",
          "BARS",
          "DAYS",
          "SIGNALWORD",
          "SIGNALLINE",
          "STDDEV",
          "KLINE",
          "DLINE",
          "+")) {
        continue;
      }
      if (in.is("NUM")) {
        inside.add(in.mark(0).number());
        in.at++;
        in.take("X");
      } else if (Studies.is(in.mark(0).code())
          && (in.mark(1).isAny(")", "NUM", ":") || in.mark(1).is("-"))
          && (code.equals("MACD") || in.mark(1).is(")") && in.mark(0).code().equals(code))) {
        in.at++;
      } else {
        int here = in.at;
        source = in.value();
        if (source == null
            || in.at == here
            || !Studies.average(code)
                && !code.equals("STDDEV")
                && !code.equals("RSI")
                && !code.equals("BB")
                && !code.equals("ROC")
                && !code.equals("ATR")) {
          return false;
        }
      }
    }
    if (inside.isEmpty() && source == null && !sameName()) {
      return false;
    }
    if (!inside.isEmpty() && !numbers.isEmpty()) {
      return numbers.equals(inside) && take(source);
    }
    if (inside.size() > Math.max(1, Studies.takes(code))) {
      return false;
    }
    numbers.addAll(inside);
    return take(source);
  }

  private boolean sameName() {
    return in.mark(-2).code().equals(code) || in.mark(-2).is("USUALLY");
  }

  private boolean take(@Nullable Value source) {
    if (source != null && of != null) {
      return source.equals(of);
    }
    of = source == null ? of : source;
    return true;
  }

  /// Words in brackets that carry no number, comparison or indicator.
  private boolean gloss() {
    int end = Remarks.closing(in.marks, in.at);
    if (end < 0 || Remarks.binds(in.marks.subList(in.at + 1, end))) {
      return false;
    }
    in.at = end + 1;
    return true;
  }

  /// `SMA 20`, `EMA20`.
  private boolean bare() {
    if (!numbers.isEmpty()
        || !in.is("NUM")
        || !Studies.bars(in.mark(0).number())
        || in.mark(1).isAny("AGOWORD", "*", "TIMESWORD", "%")
        || !(Studies.average(code)
            || code.equals("RSI")
            || code.equals("ATR")
            || code.equals("ADX")
            || code.equals("CCI")
            || code.equals("STDDEV"))) {
      return false;
    }
    if (in.mark(1).isAny("BARS", "DAYS", "PERIOD")) {
      return false;
    }
    numbers.add(in.mark(0).number());
    in.at++;
    return true;
  }

  /// "with a period of 20", ", period 20", "over 20 bars", "and a standard deviation of 2".
  private boolean worded() {
    if (code.equals("MACD") && numbers.isEmpty()) {
      return new Several(in, numbers).macd();
    }
    int here = in.at;
    in.take(",", ":");
    boolean with =
        in.take("AND", "OF", "LAST", "ABOVE", "USUALLY") || in.mark(-1).raw().endsWith(" over");
    in.take("USUALLY");
    if (in.take("PERIOD")) {
      in.take("OF", "=", ":");
      boolean open = in.is("(") && in.mark(1).is("USUALLY") && in.take("(") && in.take("USUALLY");
      if (in.is("NUM") && numbers.isEmpty()) {
        numbers.add(in.mark(0).number());
        in.at++;
        in.take("BARS", "DAYS");
        return !open || in.take(")");
      }
    } else if (with
        && in.is("NUM")
        && in.mark(-1).raw().equals("de")
        && Studies.average(code)
        && numbers.isEmpty()
        && Studies.bars(in.mark(0).number())) {
      numbers.add(in.mark(0).number());
      in.at++;
      in.take("BARS", "DAYS", "PERIOD");
      return true;
    } else if (with
        && in.is("NUM")
        && in.mark(1).isAny("BARS", "DAYS", "PERIOD")
        && numbers.isEmpty()) {
      numbers.add(in.mark(0).number());
      in.at += 2;
      return true;
    } else if (code.equals("BB") && numbers.size() == 1 && in.take("STDDEV", "STDDEVS")) {
      in.take("OF", "=", ":");
      if (in.is("NUM")) {
        numbers.add(in.mark(0).number());
        in.at++;
        return true;
      }
    } else if (code.equals("BB")
        && numbers.size() == 1
        && in.is("NUM")
        && in.mark(1).isAny("STDDEV", "STDDEVS")) {
      numbers.add(in.mark(0).number());
      in.at += 2;
      return true;
    }
    in.at = here;
    return false;
  }

  /// "of RSI", "on volume", "on close".
  private boolean source() {
    if (of != null
        || !in.is("OF")
        || !(Studies.average(code) || code.equals("STDDEV") || code.equals("ROC"))) {
      return false;
    }
    int here = in.at;
    in.at++;
    if (in.is("VOLUME", "CLOSE", "OPEN", "HIGH", "LOW", "TYPICAL", "CLOSEWORD", "ENTER")
        || Studies.is(in.mark(0).code())
        || in.known.isName(in.mark(0).code())
        || in.is("KLINE", "HIST")) {
      of = in.postfix();
      if (of != null) {
        return true;
      }
    }
    in.at = here;
    return false;
  }
}
