package sorte.change.description;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sorte.change.design.Value;

/// Reads a size written as a formula: `floor(0.01 * equity / (2 * ATR))`, `min(equity * 1% / (entry
/// - stop), equity / close)`: what is risked, over the distance of the stop, at most a share of the
///   capital. All of it is used, or none.
final class SizeFormula {
  /// Names that texts give the distance of the stop, or the stop, without defining them.
  private static final Set<String> STOP_NAMES =
      Set.of(
          "stop_distance",
          "stop_dist",
          "stopdistance",
          "stopdist",
          "initial_stop",
          "stop_price",
          "stop_loss",
          "sl_distance",
          "risk_per_share",
          "risk_per_unit",
          "entry",
          "entry_price",
          "price",
          "share",
          "unit");

  private static final Set<String> ROUNDING =
      Set.of("floor", "int", "round", "size", "qty", "quantity", "shares", "units");

  private final List<Mark> marks;
  private final Known known;
  private int at;
  private @Nullable Double risk;
  private @Nullable Value stop;
  private @Nullable Double share;

  private SizeFormula(List<Mark> marks, Known known) {
    this.marks = marks;
    this.known = known;
  }

  /// Whether the marks are such a formula and agree with what was said before.
  static boolean read(List<Mark> marks, Known known, Holding into) {
    SizeFormula formula = new SizeFormula(marks, known);
    @Nullable Double risk = formula.whole() ? formula.risk : null;
    @Nullable Value stop = formula.stop;
    @Nullable Double share = formula.share;
    return risk != null
        && (stop == null || into.riskedAt(stop))
        && (share == null || share == 1 || into.size(share))
        && into.risk(risk);
  }

  private Mark mark(int offset) {
    int i = at + offset;
    return i >= 0 && i < marks.size() ? marks.get(i) : Values.END;
  }

  private boolean take(String... codes) {
    boolean is = mark(0).isAny(codes);
    at += is ? 1 : 0;
    return is;
  }

  private boolean whole() {
    while (mark(0).isAny("SIZE", "=", ":", "(", "POSITION", "DEFINED")
        || ROUNDING.contains(mark(0).raw())) {
      at++;
    }
    boolean least = take("MINIMUM", "MINUTES");
    while (take("(")) {
      // brackets group what one reading has anyway
    }
    if (!term()) {
      return false;
    }
    if (least && !(take(",") && term())) {
      return false;
    }
    while (take(")", ".", ",")) {
      // the end
    }
    return at >= marks.size();
  }

  /// What is risked over a distance, or a share of the capital.
  private boolean term() {
    while (take("(")) {
      // as above
    }
    double part = part();
    if (part <= 0) {
      return false;
    }
    while (take(")")) {
      // as above
    }
    if (!take("/")) {
      return limited(part);
    }
    while (take("(", "|")) {
      // as above
    }
    if (mark(0).isAny("CLOSE", "CLOSEWORD", "ENTRYPRICE") && !mark(1).isAny("-", "*")) {
      at++;
      return limited(part) && closed();
    }
    if (risk != null || part >= 1 || !distance()) {
      return false;
    }
    risk = part;
    return closed();
  }

  private boolean closed() {
    while (take(")", "|")) {
      // as above
    }
    return true;
  }

  private boolean limited(double part) {
    boolean fits = share == null && part <= 1;
    share = fits ? Double.valueOf(part) : share;
    return fits;
  }

  /// `0.01 * equity`, `equity * 1%`, `1% of capital`, `equity`.
  private double part() {
    double part = 1;
    boolean capital = false;
    while (true) {
      if (mark(0).isAny("PCT", "NUM") && part == 1) {
        part = mark(0).number();
        at++;
      } else if (mark(0).is("CAPITAL") && !capital) {
        capital = true;
        at++;
      } else {
        return 0;
      }
      take("RISKWORD");
      if (!take("*", "OF")) {
        return capital ? part : 0;
      }
    }
  }

  /// `2 * ATR`, `entry - stop`, `stop_distance`.
  private boolean distance() {
    Values in = new Values(marks, known);
    in.at = at;
    Value value = in.value();
    if (value != null && Amounts.isDistance(value)) {
      at = in.at;
      stop = Amounts.isRange(value) ? Amounts.scaled(value, 1) : value;
      return true;
    }
    int from = at;
    while (mark(0).isAny("STOP", "AWAY", "ENTRYPRICE", "ENTER", "-", "PER", "TO", "OF", "RISKWORD")
        || STOP_NAMES.contains(mark(0).raw())) {
      at++;
    }
    return at > from
        && marks.subList(from, at).stream()
            .anyMatch(m -> m.is("STOP") || m.raw().contains("stop") || m.raw().contains("risk"));
  }
}
