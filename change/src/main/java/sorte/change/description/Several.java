package sorte.change.description;

import java.util.ArrayList;
import java.util.List;

/// Reads the numbers of indicators that take several: those of a Keltner channel, of a MACD.
final class Several {
  private final Values in;
  private final List<Double> numbers;

  /// @param numbers what was said before; what is read is added
  Several(Values in, List<Double> numbers) {
    this.in = in;
    this.numbers = numbers;
  }

  /// `(20-period EMA, ATR(14) with 2x multiplier)`, `(20, 2)`, `(20, 14, 2)`.
  boolean keltner() {
    List<Double> plain = new ArrayList<>();
    double ema = 0;
    double atr = 0;
    double times = 0;
    while (!in.take(")")) {
      if (in.done()) {
        return false;
      }
      boolean ofEma =
          in.is("NUM") && (in.mark(1).is("EMA") || in.mark(1).is("PERIOD") && in.mark(2).is("EMA"));
      if (ofEma || in.is("EMA")) {
        in.at += in.is("EMA") ? 1 : 0;
        boolean open = in.take("(");
        ema = in.is("NUM") ? in.mark(0).number() : 0;
        in.at++;
        in.take("PERIOD");
        in.take("EMA");
        if (open && !in.take(")")) {
          return false;
        }
      } else if (in.take("ATR")) {
        boolean open = in.take("(");
        if (in.is("NUM")) {
          atr = in.mark(0).number();
          in.at++;
        }
        if (open && !in.take(")")) {
          return false;
        }
      } else if (in.is("NUM") && in.mark(1).isAny("*", "MULT", "TIMESWORD")) {
        times = in.mark(0).number();
        in.at += 2;
        in.take("MULT");
      } else if (in.is("NUM")) {
        plain.add(in.mark(0).number());
        in.at++;
        in.take("PERIOD");
      } else if (!in.take(",", "AND", "OF", "MULT", "=", ":")) {
        return false;
      }
    }
    if (!numbers.isEmpty()
        || ema == 0 && plain.isEmpty()
        || ema > 0 && times == 0 && plain.size() != 1) {
      return false;
    }
    if (ema > 0) {
      numbers.addAll(List.of(ema, atr == 0 ? 14.0 : atr, times == 0 ? plain.getFirst() : times));
    } else {
      numbers.addAll(plain);
    }
    return numbers.size() <= Studies.takes("KC");
  }

  /// "with a fast period of 12, a slow period of 26 and a signal line with period 9".
  boolean macd() {
    int here = in.at;
    List<Double> said = new ArrayList<>();
    String wanted = "FAST";
    while (said.size() < 3) {
      if (in.is("FAST", "SLOW") || in.is("SIGNALWORD", "SIGNALLINE")) {
        String told = in.is("SIGNALWORD", "SIGNALLINE") ? "SIGNAL" : in.mark(0).code();
        if (!told.equals(wanted)) {
          break;
        }
        in.at++;
      } else if (in.is("NUM")
          && (said.isEmpty()
              ? in.mark(-1).isAny("PERIOD", "OF", "=", "EMA", "FAST", "~", ":")
              : true)) {
        said.add(in.mark(0).number());
        wanted = said.size() == 1 ? "SLOW" : "SIGNAL";
        in.at++;
      } else if (!in.take(
          "AND", ",", "EMA", "PERIOD", "OF", "=", ":", "~", "BARS", "USUALLY", "SMA", "(")) {
        break;
      }
    }
    if (said.size() == 3) {
      in.take(")");
      numbers.addAll(said);
      return true;
    }
    in.at = here;
    return false;
  }
}
